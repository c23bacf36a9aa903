//! The fields of a standard in a catalogue, and the names they go by.
//!
//! Longer than other files because most of it is the table of names.

/// A field that headers, labels and keys are bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    Number,
    Title,
    TitleEn,
    Published,
    Implemented,
    Withdrawn,
    Status,
    Nature,
    Ics,
    Ccs,
    Replaces,
    ReplacesInPart,
    ReplacedBy,
    Adopts,
    AdoptionDegree,
    Adopting,
    Remark,
    Committee,
    Department,
    Issuer,
    RecordNumber,
    RecordDate,
    Review,
    Class,
    Industry,
    Plan,
    Announcement,
    Hcno,
    Language,
    Scope,
    Url,
    /// Known and of no use (serial numbers, buttons).
    Ignored,
    /// Names of people: known, never stored.
    Person,
}

impl Field {
    /// Returns the stable name under which `extra` keeps it, and which reports show.
    pub(crate) fn name(self) -> &'static str {
        TABLE
            .iter()
            .find(|(field, ..)| *field == self)
            .map_or("", |(_, name, _)| name)
    }
}

/// Returns the field that a header, label or key names.
pub(crate) fn field_of(header: &str) -> Option<Field> {
    let header = canonical(header);
    TABLE
        .iter()
        .find(|(.., names)| names.contains(&header.as_str()))
        .map(|(field, ..)| *field)
}

/// Drops what is in brackets, blanks, colons, underscores and stars, and lowers the rest.
fn canonical(header: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for char in header.chars() {
        match char {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            ':' | '：' | '*' | '_' | '-' | '.' | '\u{feff}' => {}
            char if depth > 0 || char.is_whitespace() => {}
            char => kept.extend(char.to_lowercase()),
        }
    }
    kept
}

type Row = (Field, &'static str, &'static [&'static str]);

/// One row a field: the field, its stable name, and its synonyms in canonical form.
static TABLE: &[Row] = &[
    (
        Field::Number,
        "number",
        &[
            "标准号",
            "标准编号",
            "标准代号",
            "编号",
            "number",
            "standardnumber",
            "standardno",
            "stdno",
            "cstdcode",
            "stdcode",
            "code",
            "规格番号",
        ],
    ),
    (
        Field::Title,
        "title",
        &[
            "标准名称",
            "中文标准名称",
            "中文名称",
            "标准中文名称",
            "名称",
            "title",
            "name",
            "standardtitle",
            "titlezh",
            "chinesetitle",
            "ccname",
            "cname",
            "chname",
        ],
    ),
    (
        Field::TitleEn,
        "title_en",
        &[
            "英文名称",
            "英文标准名称",
            "标准英文名称",
            "titleen",
            "englishtitle",
            "englishname",
            "cename",
            "ename",
        ],
    ),
    (
        Field::Published,
        "published",
        &[
            "发布日期",
            "发布时间",
            "批准日期",
            "公布日期",
            "published",
            "publicationdate",
            "dateofpublication",
            "issuedate",
            "circulationdate",
            "発行年月日",
        ],
    ),
    (
        Field::Implemented,
        "implemented",
        &[
            "实施日期",
            "实施时间",
            "执行日期",
            "implemented",
            "implementationdate",
            "effectivedate",
            "actdate",
        ],
    ),
    (
        Field::Withdrawn,
        "withdrawn",
        &[
            "废止日期",
            "作废日期",
            "withdrawn",
            "withdrawaldate",
            "fzdate",
        ],
    ),
    (
        Field::Status,
        "status",
        &[
            "状态",
            "标准状态",
            "status",
            "state",
            "state2",
            "gstate",
            "stdstatus",
            "standardstatus",
            "状態",
        ],
    ),
    (
        Field::Nature,
        "nature",
        &[
            "标准性质",
            "类别",
            "性质",
            "nature",
            "stdnature",
            "gstdnature",
        ],
    ),
    (
        Field::Ics,
        "ics",
        &[
            "ics",
            "ics分类号",
            "ics号",
            "国际标准分类号",
            "国际标准分类",
        ],
    ),
    (
        Field::Ccs,
        "ccs",
        &[
            "ccs",
            "ccs分类号",
            "中标分类",
            "中标分类号",
            "中国标准分类号",
            "中国标准分类",
        ],
    ),
    (
        Field::Replaces,
        "replaces",
        &[
            "代替标准",
            "代替标准号",
            "代替标准编号",
            "全部代替标准",
            "被代替标准号",
            "替代标准",
            "代替",
            "replaces",
            "supersedes",
            "totalrepe",
            "revisestdcodes",
        ],
    ),
    (
        Field::ReplacesInPart,
        "replaces_in_part",
        &[
            "部分代替标准",
            "部分代替",
            "partiallyreplaces",
            "partrevisestdcodes",
        ],
    ),
    (
        Field::ReplacedBy,
        "replaced_by",
        &[
            "被代替标准",
            "被替代标准",
            "被代替",
            "现行替代标准",
            "replacedby",
            "supersededby",
        ],
    ),
    (
        Field::Adopts,
        "adopts",
        &[
            "采用标准",
            "采用国际标准",
            "采标",
            "采标号",
            "采用标准号",
            "采用国际标准号",
            "adopts",
            "adoptedstandard",
            "対応国際規格",
        ],
    ),
    (
        Field::AdoptionDegree,
        "adoption_degree",
        &[
            "采标程度",
            "采用程度",
            "一致性程度",
            "degree",
            "adoptiondegree",
        ],
    ),
    (Field::Adopting, "adopting", &["是否采标"]),
    (
        Field::Remark,
        "remark",
        &["备注", "remark", "remarks", "note", "notes"],
    ),
    (
        Field::Committee,
        "committee",
        &[
            "归口单位",
            "归口部门",
            "技术归口",
            "归口",
            "committee",
            "technicalcommittee",
            "taname",
            "tmname",
            "taunit",
        ],
    ),
    (
        Field::Department,
        "department",
        &["主管部门", "department", "chargedept"],
    ),
    (
        Field::Issuer,
        "issuer",
        &[
            "发布单位",
            "发布机构",
            "发布部门",
            "批准发布部门",
            "团体名称",
            "企业名称",
            "公布单位",
            "issuer",
            "publisher",
            "body",
            "publishunit",
        ],
    ),
    (
        Field::RecordNumber,
        "record_number",
        &["备案号", "recordno", "recordnumber"],
    ),
    (
        Field::RecordDate,
        "record_date",
        &["备案日期", "recorddate"],
    ),
    (
        Field::Review,
        "review_conclusion",
        &["复审结论", "复审", "reviewconclusion"],
    ),
    (
        Field::Class,
        "class",
        &["标准类别", "标准类型", "class", "stdtype", "stdcategory"],
    ),
    (
        Field::Industry,
        "industry",
        &[
            "行业",
            "行业分类",
            "行业领域",
            "industry",
            "tradeclassified",
            "省份",
            "province",
        ],
    ),
    (
        Field::Plan,
        "plan",
        &["计划号", "plan", "cplancode", "plancode"],
    ),
    (
        Field::Announcement,
        "announcement",
        &[
            "公告号",
            "备案公告",
            "announcement",
            "issueannno",
            "noticeno",
        ],
    ),
    (Field::Hcno, "hcno", &["hcno", "openhashcode"]),
    (
        Field::Language,
        "language",
        &["语种", "标准语言", "language"],
    ),
    (
        Field::Scope,
        "scope",
        &["适用范围", "范围", "scope", "abstract"],
    ),
    (Field::Url, "url", &["链接", "网址", "url", "link"]),
    (
        Field::Ignored,
        "ignored",
        &[
            "序号",
            "操作",
            "执行单位",
            "制修订",
            "起草单位",
            "id",
            "pk",
            "stdcode2",
            "stdcode3",
            "icsname1full",
            "tacode",
            "tmcode",
            "sysinputime",
            "stddomain",
            "tablename",
            "empty",
            "otherresultcolumns",
            "projectid",
            "公示の種類",
            "履歴",
            "原案作成団体",
            "引用jis規格",
            "引用国際規格",
            "確認年月日",
            "no",
        ],
    ),
    (
        Field::Person,
        "person",
        &[
            "起草人",
            "主要起草人",
            "联系人",
            "联系电话",
            "draftstaff",
            "drafters",
            "contact",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_synonym_names_one_field_only_and_is_written_canonically() {
        let mut seen = BTreeSet::new();
        for (field, _, names) in TABLE {
            for name in *names {
                assert!(seen.insert(*name), "{name} is bound twice");
                assert_eq!(field_of(name), Some(*field), "{name} is not canonical");
            }
        }
    }

    #[test]
    fn brackets_blanks_and_colons_do_not_change_a_header() {
        assert_eq!(field_of(" 国际标准分类号（ICS）："), Some(Field::Ics));
        assert_eq!(field_of("Standard No."), Some(Field::Number));
        assert_eq!(field_of("OPEN_HASH_CODE"), Some(Field::Hcno));
        assert_eq!(field_of("价格"), None);
    }
}
