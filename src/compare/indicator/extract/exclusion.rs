//! What stands in a standard without requiring anything: notes, scopes, definitions, sampling.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

static EXCLUDING: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| automaton(NEVER));
static FORBIDDING: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| automaton(FORBIDDEN));

/// One pass over the sentence instead of one for each phrase.
fn automaton(phrases: &[&str]) -> Option<AhoCorasick> {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(phrases)
        .ok()
}

/// Whether a line is a note or an example, which bind nobody (GB/T 1.1-2020, 24 and 25).
pub(super) fn is_note(line: &str) -> bool {
    const MARKS: &[&str] = &[
        "NOTE", "Note ", "Note:", "EXAMPLE", "Example", "注：", "注:", "注 ", "注1", "注2", "注3",
        "注4", "示例", "例：", "例如",
    ];
    let line = line.trim_start_matches(['>', '*', ' ', '\t', '　', '[', '【']);
    let numbered = line.strip_prefix('注').is_some_and(|rest| {
        rest.trim_start()
            .starts_with(|c: char| c.is_ascii_digit() || "：:".contains(c))
    });
    numbered || MARKS.iter().any(|mark| line.starts_with(mark))
}

const NEVER: &[&str] = &[
    // Scope and foreword.
    "本文件适用于",
    "本标准适用于",
    "本部分适用于",
    "本规范适用于",
    "本规程适用于",
    "本文件规定了",
    "本标准规定了",
    "本部分规定了",
    "本文件代替",
    "本标准代替",
    "本文件不适用",
    "本标准不适用",
    "适用于",
    "本章适用",
    "本条适用",
    "this document applies",
    "this document is applicable",
    "this document specifies",
    "this document covers",
    "this standard applies",
    "this standard is applicable",
    "this standard specifies",
    "this standard covers",
    "this part applies",
    "this part specifies",
    "this section applies",
    "this regulation applies",
    "this specification covers",
    "this test method covers",
    "this document does not apply",
    "this standard does not apply",
    "this clause applies",
    "cancels and replaces",
    "this edition",
    // Definitions.
    "是指",
    "系指",
    " means ",
    "is defined as",
    "refers to",
    // Sampling and precision.
    "抽样",
    "抽取",
    "随机取",
    "样本量",
    "取样量",
    "试样数量",
    "样品数量",
    "样品件数",
    "试样的数量",
    "样本数",
    "样本大小",
    "重复性",
    "再现性",
    "复现性",
    "绝对差值",
    "精密度",
    "两次独立测定",
    "平行测定",
    "测量不确定度",
    "两次测定",
    "sample size",
    "number of specimens",
    "number of test specimens",
    "number of test pieces",
    "number of samples",
    "at least three specimens",
    "specimens shall be taken",
    "samples shall be taken",
    "samples shall be selected",
    "shall be sampled",
    "repeatability",
    "reproducibility",
    "relative standard deviation",
    "duplicate determinations",
    "taken at random",
    "selected at random",
    "randomly selected",
    "test pieces shall be",
    // Statements of fact.
    "一般为",
    "通常为",
    "通常在",
    "大多",
    "统计",
    "is typically",
    "are typically",
    "is usually",
    "are usually",
    "is generally",
    "commonly",
];

/// Whether a sentence speaks of scope, terms, sampling or precision.
pub(super) fn is_no_requirement(sentence: &str) -> bool {
    if EXCLUDING
        .as_ref()
        .is_some_and(|phrases| phrases.is_match(sentence))
    {
        return true;
    }
    let lower = sentence.to_ascii_lowercase();
    is_definition(sentence, &lower) || is_scope_heading(sentence, &lower)
}

/// `3.4 small appliance: appliance whose rated power …`: a numbered term, a colon, no modal verb.
fn is_definition(sentence: &str, lower: &str) -> bool {
    const MODALS: &[&str] = &["shall", "must", "should", "应", "不得", "宜", "须"];
    let trimmed = sentence.trim_start();
    let label = trimmed
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b'.')
        .count();
    if label == 0 || !trimmed[..label].contains('.') || !trimmed.starts_with('3') {
        return false;
    }
    !MODALS.iter().any(|modal| lower.contains(modal))
}

fn is_scope_heading(sentence: &str, lower: &str) -> bool {
    let trimmed = lower.trim_start();
    let plain = trimmed.trim_start_matches(|c: char| c.is_ascii_digit() || ". \u{a0}".contains(c));
    plain.starts_with("scope.")
        || plain.starts_with("scope:")
        || plain == "scope"
        || sentence.trim_start().starts_with("1 范围")
}

/// Words that turn a limit round: what exceeds it is forbidden.
const FORBIDDEN: &[&str] = &[
    "不合格",
    "不得使用",
    "不应使用",
    "不得销售",
    "禁止",
    "严禁",
    "报废",
    "不得出厂",
    "不得投放",
    "不予",
    "拒收",
    "判废",
    "不得上市",
    "不得进口",
    "不得生产",
    "应停止",
    "应更换",
    "不得用于",
    "不应用于",
    "不符合本",
    "shall not be placed",
    "may not be placed",
    "must not be placed",
    "shall not be sold",
    "may not be sold",
    "must not be sold",
    "shall not be used",
    "must not be used",
    "may not be used",
    "shall not be marketed",
    "shall not be made available",
    "shall not be supplied",
    "shall not be manufactured",
    "prohibited",
    "banned",
    "non-compliant",
    "noncompliant",
    "nonconforming",
    "non-conforming",
    "shall be rejected",
    "are rejected",
    "is rejected",
    "shall be discarded",
    "shall be replaced",
    "does not comply",
    "do not comply",
    "constitutes a failure",
    "considered a failure",
    "is a hazardous",
    "be considered to have failed",
    "fails the",
    "unacceptable",
];

/// Whether the sentence forbids what its comparison describes.
pub(super) fn forbids(sentence: &str) -> bool {
    FORBIDDING
        .as_ref()
        .is_some_and(|phrases| phrases.is_match(sentence))
}
