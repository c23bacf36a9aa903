//! The words that relate a value to its limit, in both languages, as one table.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// The side of a value that a comparing word admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Values above the number (大于, more than).
    Above,
    /// Values below the number (小于, less than).
    Below,
}

/// The role of a phrase in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Compares, the number itself excluded.
    Strict(Side),
    /// Compares, the number itself included.
    Inclusive(Side),
    /// Compares from behind the number (以上, or more), which is included.
    Suffix(Side),
    /// Equals (等于).
    Equals,
    /// Negates what follows (不, not).
    Not,
    /// Negates and obliges (不应, 不得).
    ShallNot,
    /// Negates and recommends (不宜).
    ShouldNot,
    /// Obliges (应, shall).
    Shall,
    /// Recommends (宜, should).
    Should,
    /// Permits or enables (可, may, can).
    May,
    /// Links subject and value (为, is).
    Copula,
    /// Opens a range (介于, between).
    Between,
    /// Separates the ends of a range (～, to).
    Dash,
    /// Symmetric tolerance.
    PlusMinus,
    /// Joins (和, and).
    And,
    /// Chooses (或, or).
    Or,
}

use Role::{
    And, Between, Copula, Dash, Equals, Inclusive, May, Not, Or, PlusMinus, Shall, ShallNot,
    Should, ShouldNot, Strict, Suffix,
};
use Side::{Above, Below};

const PHRASES: &[(Role, &[&str])] = &[
    (
        Strict(Above),
        &[
            "大于",
            "超过",
            "高于",
            "多于",
            "超出",
            "长于",
            "重于",
            "厚于",
            "宽于",
            "深于",
            "迟于",
            "晚于",
            "快于",
            "高出",
            "优于",
            "＞",
            ">",
            "&gt;",
            "more than",
            "greater than",
            "higher than",
            "larger than",
            "longer than",
            "later than",
            "heavier than",
            "wider than",
            "thicker than",
            "faster than",
            "above",
            "over",
            "exceed",
            "exceeds",
            "exceeding",
            "exceeded",
            "in excess of",
            "be in excess of",
            "better than",
            "beyond",
            "or more than",
            "or greater than",
            "or larger than",
            "or exceeding",
        ],
    ),
    (
        Strict(Below),
        &[
            "小于",
            "低于",
            "少于",
            "短于",
            "不足",
            "轻于",
            "薄于",
            "窄于",
            "早于",
            "慢于",
            "浅于",
            "劣于",
            "＜",
            "<",
            "&lt;",
            "less than",
            "lower than",
            "smaller than",
            "fewer than",
            "shorter than",
            "earlier than",
            "thinner than",
            "lighter than",
            "narrower than",
            "slower than",
            "below",
            "under",
            "worse than",
            "or less than",
            "or smaller than",
        ],
    ),
    (
        Inclusive(Above),
        &[
            "大于等于",
            "大于或等于",
            "大于或者等于",
            "高于或等于",
            "高于等于",
            "等于或大于",
            "等于或高于",
            "至少",
            "至少为",
            "至少应为",
            "至少应达到",
            "最少",
            "最少为",
            "最小为",
            "最低为",
            "下限为",
            "达到",
            "应达",
            "≥",
            "≧",
            "⩾",
            ">=",
            "＞=",
            "&ge;",
            "greater than or equal to",
            "more than or equal to",
            "higher than or equal to",
            "equal to or greater than",
            "equal to or more than",
            "equal to or higher than",
            "equal or greater than",
            "at least",
            "a minimum of",
            "minimum of",
            "minimum",
            "min.",
            "at a minimum",
        ],
    ),
    (
        Inclusive(Below),
        &[
            "小于等于",
            "小于或等于",
            "小于或者等于",
            "低于或等于",
            "低于等于",
            "等于或小于",
            "等于或低于",
            "至多",
            "至多为",
            "最多",
            "最多为",
            "最大为",
            "最大不超过",
            "最高为",
            "上限为",
            "≤",
            "≦",
            "⩽",
            "<=",
            "＜=",
            "&le;",
            "less than or equal to",
            "lower than or equal to",
            "equal to or less than",
            "equal to or lower than",
            "equal or less than",
            "at most",
            "a maximum of",
            "maximum of",
            "maximum",
            "max.",
            "up to",
            "up to and including",
            "within",
            "limited to",
            "as low as",
        ],
    ),
    (
        Suffix(Above),
        &[
            "以上",
            "及以上",
            "或以上",
            "（含）以上",
            "(含)以上",
            "及其以上",
            "及更高",
            "或更高",
            "或更多",
            "或更大",
            "or more",
            "or greater",
            "or higher",
            "or above",
            "or over",
            "or better",
            "or longer",
            "or larger",
            "and above",
            "and over",
            "and more",
            "or later",
            "minimum",
            "min.",
            "min",
        ],
    ),
    (
        Suffix(Below),
        &[
            "以下",
            "及以下",
            "或以下",
            "（含）以下",
            "(含)以下",
            "以内",
            "之内",
            "内",
            "及更低",
            "或更低",
            "或更少",
            "或更小",
            "or less",
            "or lower",
            "or below",
            "or under",
            "or fewer",
            "or smaller",
            "or shorter",
            "and below",
            "and under",
            "maximum",
            "max.",
            "max",
        ],
    ),
    (Equals, &["等于", "=", "＝", "equal to", "equals"]),
    (
        Not,
        &[
            "不", "未", "无", "没有", "均不", "都不", "not", "no", "never", "cannot", "neither",
            "nor",
        ],
    ),
    (
        ShallNot,
        &[
            "不应",
            "不得",
            "不允许",
            "不能",
            "不可",
            "不准",
            "不许",
            "不应当",
            "均不应",
            "均不得",
            "不得有",
            "严禁",
            "禁止",
        ],
    ),
    (ShouldNot, &["不宜", "均不宜", "不推荐"]),
    (
        Shall,
        &[
            "应",
            "应当",
            "均应",
            "都应",
            "应均",
            "须",
            "必须",
            "需",
            "务必",
            "shall",
            "must",
            "is required to",
            "are required to",
            "is to",
            "are to",
            "has to",
            "have to",
        ],
    ),
    (
        Should,
        &[
            "宜",
            "均宜",
            "建议",
            "推荐",
            "should",
            "is recommended to",
            "are recommended to",
            "ought to",
        ],
    ),
    (May, &["可以", "可", "允许", "may", "can", "might"]),
    (
        Copula,
        &["为", "是", "均为", "取", "be", "is", "are", "was", "were"],
    ),
    (Between, &["介于", "between"]),
    (
        Dash,
        &[
            "～", "~", "〜", "∼", "–", "—", "-", "－", "−", "至", "到", "...", "…", "to", "through",
        ],
    ),
    (PlusMinus, &["±", "+/-", "+/−", "＋／－", "plus or minus"]),
    (
        And,
        &[
            "和", "与", "及", "且", "并且", "并", "同时", "以及", "但", "而且", "and", "but",
        ],
    ),
    (Or, &["或", "或者", "or"]),
];

struct Table {
    automaton: Option<AhoCorasick>,
    roles: Vec<(Role, &'static str)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut roles: Vec<(Role, &'static str)> = Vec::new();
    for (role, phrases) in PHRASES {
        for phrase in *phrases {
            if !roles.iter().any(|(_, known)| known == phrase) {
                roles.push((*role, phrase));
            }
        }
    }
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(roles.iter().map(|(_, phrase)| phrase))
        .ok();
    Table { automaton, roles }
});

/// Calls `found` with role, start and end of each phrase; Latin phrases only as whole words.
pub(super) fn each(text: &str, mut found: impl FnMut(Role, usize, usize)) {
    let Some(automaton) = &TABLE.automaton else {
        return;
    };
    let bytes = text.as_bytes();
    let letter = |at: Option<usize>| {
        at.and_then(|i| bytes.get(i))
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    for hit in automaton.find_iter(text) {
        let (role, phrase) = TABLE.roles[hit.pattern().as_usize()];
        let latin = phrase.starts_with(|c: char| c.is_ascii_alphabetic());
        let before = latin && letter(hit.start().checked_sub(1));
        let after =
            latin && phrase.ends_with(|c: char| c.is_ascii_alphabetic()) && letter(Some(hit.end()));
        if !before && !after {
            found(role, hit.start(), hit.end());
        }
    }
}

/// Whether a phrase that compares from the front also compares from behind (`10 mm max.`).
pub(super) fn as_suffix(role: Role, phrase: &str) -> Option<Side> {
    match role {
        Suffix(side) => Some(side),
        Inclusive(side) => {
            let word = phrase.trim_end_matches('.').to_ascii_lowercase();
            matches!(word.as_str(), "max" | "min" | "maximum" | "minimum").then_some(side)
        }
        _ => None,
    }
}
