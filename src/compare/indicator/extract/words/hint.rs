//! What a heading or subject says about a bare number.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::compare::indicator::extract::context::Hint;

/// Relations and their words; where several occur the earlier row holds.
const HINTS: &[(Hint, &[&str])] = &[
    (
        Hint::Maximum,
        &[
            "不大于",
            "不超过",
            "不高于",
            "不应超过",
            "不应大于",
            "不得超过",
            "不得大于",
            "不多于",
            "不应高于",
            "最大允许",
            "最大限量",
            "限量",
            "限值",
            "上限",
            "最大值",
            "最大残留",
            "最高允许",
            "最高限",
            "允许限",
            "≤",
            "容许",
            "最大使用量",
            "最大迁移",
            "最高温",
            "not exceed",
            "maximum",
            "max.",
            "max ",
            "(max)",
            "limit",
            "no more than",
            "not more than",
            "upper",
            "not greater than",
            "permitted",
            "permissible",
            "at most",
            "highest",
        ],
    ),
    (
        Hint::Minimum,
        &[
            "不小于",
            "不低于",
            "不少于",
            "不应小于",
            "不应低于",
            "不得小于",
            "不得低于",
            "不应少于",
            "下限",
            "最小值",
            "最低",
            "最小",
            "≥",
            "at least",
            "minimum",
            "min.",
            "min ",
            "(min)",
            "not less than",
            "no less than",
            "lower limit",
            "lowest",
        ],
    ),
    (
        Hint::Below,
        &["小于", "低于", "<", "＜", "less than", "below"],
    ),
    (
        Hint::Above,
        &[
            "大于",
            "超过",
            "高于",
            ">",
            "＞",
            "more than",
            "greater than",
            "above",
            "exceed",
        ],
    ),
];

static HINT_WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = HINTS.iter().flat_map(|(_, words)| words.iter());
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(words)
        .ok()
});

/// The row of the table that holds the nth word.
fn hint_of(mut word: usize) -> usize {
    for (row, (_, words)) in HINTS.iter().enumerate() {
        if word < words.len() {
            return row;
        }
        word -= words.len();
    }
    HINTS.len()
}

/// The relation that words such as 限值, 最大, minimum give to a bare number.
pub(in super::super) fn hint(words: &str) -> Option<Hint> {
    let lower = words.to_ascii_lowercase();
    let lower_limit = lower.contains("lower limit").then_some(Hint::Minimum);
    let ends_high = lower.ends_with("max").then_some(Hint::Maximum);
    let ends_low = (lower.ends_with("min") && !lower.ends_with("/min")).then_some(Hint::Minimum);
    let known = HINT_WORDS.as_ref().and_then(|automaton| {
        automaton
            .find_overlapping_iter(words)
            .map(|hit| hint_of(hit.pattern().as_usize()))
            .min()
    });
    lower_limit
        .or_else(|| {
            known
                .and_then(|group| HINTS.get(group))
                .map(|(hint, _)| *hint)
        })
        .or(ends_high)
        .or(ends_low)
        .or_else(|| {
            let exact = words
                .trim_end()
                .ends_with(['为', '是', '：', ':', '=', '于']);
            exact.then_some(Hint::Exact)
        })
}
