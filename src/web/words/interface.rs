//! The words of the page about the interface for programs.

use crate::model::Language;

/// The words of the page.
#[derive(Debug)]
pub(in crate::web) struct InterfaceWords {
    /// Its title.
    pub(in crate::web) title: &'static str,
    /// What it is about.
    pub(in crate::web) lead: &'static [&'static str],
    /// The document.
    pub(in crate::web) document: &'static str,
    /// Headers: parameter, value, meaning, example.
    pub(in crate::web) parameters: [&'static str; 4],
    /// A parameter that must be given.
    pub(in crate::web) required: &'static str,
    /// Before an example of a body.
    pub(in crate::web) body: &'static str,
    /// Before the scope that a key needs.
    pub(in crate::web) scope: &'static str,
    /// Before an example that can be tried.
    pub(in crate::web) example: &'static str,
    /// The codes of errors.
    pub(in crate::web) codes: &'static str,
    /// Headers: code, status, meaning.
    pub(in crate::web) code_headers: [&'static str; 3],
}

static ZH: InterfaceWords = InterfaceWords {
    title: "程序接口",
    lead: &[
        "页面上能看到的，程序都能取到：JSON，地址以 /api/v1 开头。字段只增不减。",
        "列表用 cursor 翻页：取上一页的 next。出错时答复 {\"error\":{\"code\",\"message\",\"hint\"}}。",
        "可带密钥：Authorization: Bearer …，或 X-Api-Key。剩余次数见 RateLimit，过快时见 Retry-After。",
        "检索与记录的答复带 ETag；以 If-None-Match 再问，未变则答 304。",
    ],
    document: "OpenAPI 3.1 描述文件",
    parameters: ["参数", "取值", "含义", "例"],
    required: "必填",
    body: "请求体示例",
    scope: "密钥权限",
    example: "试一试",
    codes: "错误代码",
    code_headers: ["代码", "状态", "含义"],
};

static EN: InterfaceWords = InterfaceWords {
    title: "Interface for programs",
    lead: &[
        "Whatever the pages show, programs can have: JSON, under /api/v1. Shapes only grow.",
        "Lists are paged by `cursor`: go on with the `next` of the page before. Errors are {\"error\":{\"code\",\"message\",\"hint\"}}.",
        "A key is sent as Authorization: Bearer … or X-Api-Key. RateLimit tells what is left, Retry-After when to come again.",
        "Answers to searches and records carry an ETag; asked again with If-None-Match they are answered with 304 where nothing changed.",
    ],
    document: "OpenAPI 3.1 document",
    parameters: ["Parameter", "Value", "Meaning", "Example"],
    required: "required",
    body: "Example of a body",
    scope: "Scope of a key",
    example: "Try it",
    codes: "Codes of errors",
    code_headers: ["Code", "Status", "Meaning"],
};

/// What the codes of errors mean, in Chinese; in English the table of codes says it.
const CODES: [(&str, &str); 18] = [
    ("bad_request", "参数或请求体无法识读"),
    ("bad_cursor", "翻页标记属于另一个检索"),
    ("no_such_address", "没有这个地址"),
    ("no_such_record", "没有这条记录"),
    ("no_such_number", "能识读此标准号，但库中没有"),
    ("not_a_number", "这段文字不是标准号"),
    ("too_many_numbers", "标准号过多"),
    ("too_large", "请求体过大"),
    ("bad_document", "无法从文件读出文字"),
    ("bad_method", "此地址没有这种方法"),
    (
        "bad_link",
        "链接不是本站所发、已过期、已用过，或所指已不存在",
    ),
    ("bad_subscription", "无法保存这样的订阅"),
    ("too_many_questions", "这个邮箱一天之内被询问过多"),
    ("no_key", "此处需要密钥，而没有收到有效的密钥"),
    ("forbidden", "密钥没有这项权限"),
    ("too_many_requests", "请求过快，或当日限额已用完"),
    ("internal", "内部出错，与调用者无关"),
    ("not_ready", "索引尚未就绪"),
];

impl InterfaceWords {
    /// Returns the words of a language.
    pub(in crate::web) fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &ZH,
            Language::En => &EN,
        }
    }

    /// Returns what a code means in Chinese.
    pub(in crate::web) fn code(code: &str) -> Option<&'static str> {
        let found = CODES.iter().find(|(word, _)| *word == code);
        found.map(|(_, meaning)| *meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_chinese() {
        for row in &crate::api::CODES {
            assert!(InterfaceWords::code(row.1).is_some(), "{}", row.1);
        }
        assert_eq!(CODES.len(), crate::api::CODES.len());
    }
}
