//! What can be wrong with a query.

use serde::Serialize;

use crate::model::Language;

use super::field::{Field, ValueType};
use super::limits;

/// A fault of a query: an error to the strict driver, the reason of a repair to the lenient one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Problem {
    /// A phrase begins and does not end.
    UnclosedQuote,
    /// A quote behind a word opens nothing that is closed.
    StrayQuote,
    /// There is nothing between two quotes.
    EmptyPhrase,
    /// A parenthesis is opened and not closed.
    UnclosedParenthesis,
    /// A parenthesis is closed that was not opened.
    StrayParenthesis,
    /// There is nothing between two parentheses.
    EmptyParentheses,
    /// `OR` or `AND` lacks a condition on one side.
    DanglingOperator,
    /// `-` or `NOT` has nothing to exclude.
    DanglingNot,
    /// A star stands elsewhere than at the end of a word.
    StrayStar,
    /// A name before a colon is nearly that of a field.
    UnknownField {
        /// The field it is nearest to.
        nearest: Field,
    },
    /// No value follows the name of a field, or a comma.
    MissingValue {
        /// The field.
        field: Field,
    },
    /// A blank stands between the name of a field and its value.
    BlankBeforeValue {
        /// The field.
        field: Field,
    },
    /// A value is not of the type of its field.
    BadValue {
        /// The field.
        field: Field,
    },
    /// A range of dates ends before it begins.
    ReversedRange,
    /// Something else than values stands in the list of values of a field.
    NoValueInList {
        /// The field.
        field: Field,
    },
    /// The query has more than [`limits::BYTES`] bytes.
    TooLong,
    /// The query has more than [`limits::CLAUSES`] clauses.
    TooManyClauses,
    /// Parentheses are nested deeper than [`limits::DEPTH`].
    TooDeep,
    /// The query matches everything, or nearly.
    MatchesEverything,
}

impl Problem {
    /// Returns what the grammar expects instead, to follow `expected` or `这里应为`.
    pub fn expected(self, language: Language) -> String {
        let pick = |zh: &str, en: &str| language.pick(zh, en).to_owned();
        match self {
            Self::UnclosedQuote => pick("右引号", "a closing quote"),
            Self::StrayQuote => pick("成对的引号", "quotes in pairs"),
            Self::EmptyPhrase => pick("引号中的文字", "text between the quotes"),
            Self::UnclosedParenthesis => pick("右括号", "a closing parenthesis"),
            Self::StrayParenthesis => pick("成对的括号", "parentheses in pairs"),
            Self::EmptyParentheses => pick("括号中的条件", "a condition between the parentheses"),
            Self::DanglingOperator => pick(
                "运算符两侧都有条件",
                "a condition on both sides of the operator",
            ),
            Self::DanglingNot => pick("要排除的词", "something to exclude"),
            Self::StrayStar => pick("词尾的星号", "a star at the end of a word"),
            Self::UnknownField { nearest } => match language {
                Language::Zh => format!("已知字段，例如 `{nearest}:`"),
                Language::En => format!("a known field such as `{nearest}:`"),
            },
            Self::MissingValue { field }
            | Self::BlankBeforeValue { field }
            | Self::BadValue { field }
            | Self::NoValueInList { field } => expected_value(field, language),
            Self::ReversedRange => pick(
                "先早后晚的日期范围",
                "a range from the earlier to the later date",
            ),
            Self::TooLong => match language {
                Language::Zh => format!("不超过 {} 字节的查询", limits::BYTES),
                Language::En => format!("a query of at most {} bytes", limits::BYTES),
            },
            Self::TooManyClauses => match language {
                Language::Zh => format!("不超过 {} 个条件", limits::CLAUSES),
                Language::En => format!("at most {} clauses", limits::CLAUSES),
            },
            Self::TooDeep => match language {
                Language::Zh => format!("不超过 {} 层括号", limits::DEPTH),
                Language::En => format!("at most {} levels of parentheses", limits::DEPTH),
            },
            Self::MatchesEverything => pick(
                "至少一个起限定作用的条件",
                "at least one condition that narrows the search",
            ),
        }
    }

    /// Returns a sentence on how the lenient driver reads the query in spite of the fault.
    pub fn sentence(self, language: Language) -> String {
        let (zh, en) = match self {
            Self::UnclosedQuote => (
                "引号没有闭合，已在末尾补上",
                "the quote is closed at the end",
            ),
            Self::StrayQuote => ("引号不成对，已忽略", "a quote without its pair is left out"),
            Self::EmptyPhrase => ("引号中没有文字，已忽略", "an empty phrase is left out"),
            Self::UnclosedParenthesis => (
                "括号没有闭合，已在末尾补上",
                "the parenthesis is closed at the end",
            ),
            Self::StrayParenthesis => (
                "右括号不成对，已忽略",
                "a parenthesis without its pair is left out",
            ),
            Self::EmptyParentheses => ("括号中没有条件，已忽略", "empty parentheses are left out"),
            Self::DanglingOperator => (
                "运算符一侧没有条件，已忽略",
                "an operator without a condition on both sides is left out",
            ),
            Self::DanglingNot => (
                "没有要排除的词，已忽略",
                "an exclusion of nothing is left out",
            ),
            Self::StrayStar => (
                "星号只能在词尾，此处已忽略",
                "a star stands for the rest of a word only and is left out here",
            ),
            Self::UnknownField { nearest } => {
                return match language {
                    Language::Zh => format!("没有这个字段，按文字检索；是否指 `{nearest}:`"),
                    Language::En => {
                        format!(
                            "there is no such field, so it is searched as text; perhaps `{nearest}:` is meant"
                        )
                    }
                };
            }
            Self::MissingValue { .. } => (
                "字段后没有值，已忽略",
                "a field without a value is left out",
            ),
            Self::BlankBeforeValue { .. } => (
                "已忽略字段与值之间的空格",
                "the blank between field and value is left out",
            ),
            Self::BadValue { field } => {
                let expected = expected_value(field, language);
                return match language {
                    Language::Zh => format!("此值无法识别，已忽略；应为{expected}"),
                    Language::En => {
                        format!("the value cannot be read and is left out; expected {expected}")
                    }
                };
            }
            Self::ReversedRange => (
                "起止日期颠倒，已对调",
                "the range ended before it began and is turned around",
            ),
            Self::NoValueInList { .. } => (
                "值列表中只能有值，其余已忽略",
                "a list of values holds values only and the rest is left out",
            ),
            Self::TooLong => (
                "查询过长，只读取了前面部分",
                "the query is too long and only its beginning is read",
            ),
            Self::TooManyClauses => (
                "条件过多，只读取了前面部分",
                "there are too many clauses and only the first ones are read",
            ),
            Self::TooDeep => (
                "括号嵌套过深，内层括号已忽略",
                "parentheses nested too deep are left out",
            ),
            Self::MatchesEverything => ("查询匹配全部记录", "the query matches every record"),
        };
        language.pick(zh, en).to_owned()
    }
}

fn expected_value(field: Field, language: Language) -> String {
    let (zh, en) = match field.value_type() {
        ValueType::Text => ("一个值", "a value"),
        ValueType::Number => ("标准号，例如 `GB/T 19001`", "a number such as `GB/T 19001`"),
        ValueType::Status => (
            "状态词：现行、即将实施、被代替、废止或状态不详",
            "one of current, upcoming, superseded, withdrawn, unknown",
        ),
        ValueType::Kind => (
            "类型：标准、法规、通报或产品",
            "one of standard, regulation, notification, product",
        ),
        ValueType::Ics => (
            "ICS 分类号，例如 `67.180.10`",
            "an ICS code such as `67.180.10`",
        ),
        ValueType::Hs => ("HS 编码，例如 `4011`", "an HS code such as `4011`"),
        ValueType::Ccs => ("CCS 分类号，例如 `G41`", "a CCS code such as `G41`"),
        ValueType::Date(_) => (
            "日期，例如 `2024`、`2020..2024`、`<30d` 或 `今年`",
            "a date such as `2024`, `2020..2024`, `<30d` or `this-year`",
        ),
    };
    language.pick(zh, en).to_owned()
}
