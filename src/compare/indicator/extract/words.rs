//! Requirements in words, lists of admitted values, and what a heading says about bare numbers.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::super::{Indicator, Limit, Modal};
use super::context::{Carry, Hint, Sentence};
use super::lexer::Kind;
use super::phrases::Role;
use super::reading::{Form, Reading};
use super::subject;

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
pub(super) fn hint(words: &str) -> Option<Hint> {
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

/// `220 V 或 380 V`, `6 A、10 A 或 16 A`: bare numbers that are alternatives.
pub(super) fn listed_numbers(
    sentence: &Sentence<'_>,
    first: &Reading,
    end: usize,
) -> Option<Vec<String>> {
    if first.form != Form::Bare {
        return None;
    }
    let mut values = vec![printed(&first.limit)?];
    let mut last = first.span.end;
    let mut has_alternative = false;
    for reading in sentence.readings_in(&(first.span.end..end)) {
        let between = sentence.text[last..reading.span.start].trim();
        let joins = matches!(
            between,
            "、" | "," | "或" | "或者" | "or" | ", or" | "，" | "/"
        );
        if !joins || reading.form != Form::Bare {
            break;
        }
        has_alternative |= between.contains("或") || between.contains("or");
        values.push(printed(&reading.limit)?);
        last = reading.span.end;
    }
    (values.len() >= 2 && has_alternative).then_some(values)
}

fn printed(limit: &Limit) -> Option<String> {
    match limit {
        Limit::Equal(value) => Some(value.to_string()),
        _ => None,
    }
}

/// What a part is about, when it names a thing before 在, 经, 应.
pub(super) fn topic(text: &str) -> Option<&str> {
    let text = subject::without_label(text);
    let end = ["在", "经", "应", "按"]
        .iter()
        .filter_map(|word| text.find(word))
        .min()?;
    let name = text[..end].trim();
    (name.chars().count() >= 2).then_some(name)
}

/// Predicates that tell the tester or the reader what to do and limit nothing.
const PROCEDURES: &[&str] = &[
    "符合",
    "满足",
    "按",
    "执行",
    "参照",
    "遵守",
    "进行",
    "记录",
    "测量",
    "测定",
    "计算",
    "放置",
    "置于",
    "施加",
    "加热",
    "冷却",
    "抽取",
    "取",
    "报告",
    "依据",
    "根据",
    "采取",
    "重复",
    "考虑",
    "由供需",
    "保持",
    "调节",
    "校准",
    "如下",
    "下列",
    "给出",
    "comply",
    "conform",
    "be in accordance",
    "be tested",
    "be determined",
    "be measured",
    "be performed",
    "be conducted",
    "be carried out",
    "be issued",
    "apply",
    "be placed",
    "be conditioned",
    "be recorded",
    "be reported",
    "be taken",
    "meet the",
    "meet all",
    "satisfy",
    "be as specified",
    "be calculated",
    "be as follows",
    "be subjected",
    "be applied",
    "be in conformity",
    "fulfil",
    "be repeated",
    "be stored",
    "be weighed",
    "be noted",
    "be considered",
    "be selected",
    "be based on",
    "follow",
];

/// Reads a requirement in words out of a part that holds no numeric limit.
pub(super) fn requirement(
    sentence: &Sentence<'_>,
    part: &Range<usize>,
    carry: &Carry,
) -> Option<Indicator> {
    let text = sentence.text;
    let mut depth = 0_i32;
    let mut modal_at = None;
    for token in sentence.tokens_in(part) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Phrase(
                role @ (Role::Shall | Role::ShallNot | Role::Should | Role::ShouldNot),
            ) if depth == 0 => {
                modal_at = Some((token, role));
                break;
            }
            _ => {}
        }
    }
    let (token, role) = modal_at?;
    let before = &text[part.start..token.start];
    if is_compound_word(before, &text[token.start..part.end]) {
        return None;
    }
    let predicate = text[token.end..part.end].trim();
    let words = text[token.start..part.end]
        .trim()
        .trim_end_matches(['。', '；', '.', ';']);
    let procedure = PROCEDURES.iter().any(|verb| predicate.starts_with(verb));
    if predicate.is_empty() || words.ends_with(['：', ':']) {
        return None;
    }
    let modal = super::context::with_modal(matches!(role, Role::Should | Role::ShouldNot));
    let span = sentence.offset + token.start..sentence.offset + part.end;
    let (condition, name) = relative_part(subject::chinese(before));
    if let Some(values) = alternatives(predicate) {
        let mut parameter = name.to_owned();
        if !parameter.ends_with("材料") && is_material(predicate) {
            parameter.push_str("材料");
        }
        let limit = Limit::Enumeration(values);
        let condition = condition.map(str::to_owned);
        return Some(Indicator {
            parameter,
            limit,
            unit: None,
            condition,
            method: None,
            modal,
            span,
        });
    }
    if procedure {
        return None;
    }
    let mut parameter = name.to_owned();
    if parameter.is_empty() {
        parameter = carry
            .topic
            .clone()
            .or_else(|| carry.parameter.clone())
            .unwrap_or_default();
    }
    parameter.push_str(object_of(predicate));
    Some(Indicator {
        parameter,
        limit: Limit::Qualitative(words.to_owned()),
        unit: None,
        condition: condition.map(str::to_owned),
        method: None,
        modal,
        span,
    })
}

/// 应 in 反应, 供应, 应力 and 宜 in 适宜 are no modal verbs.
fn is_compound_word(before: &str, from_modal: &str) -> bool {
    before.ends_with([
        '反', '供', '响', '对', '适', '相', '效', '感', '需', '必', '便', '热',
    ]) || [
        "应力",
        "应变",
        "应用",
        "应急",
        "应答",
        "需求",
        "应对",
        "需要时",
        "须知",
    ]
    .iter()
    .any(|word| from_modal.starts_with(word))
}

fn relative_part(name: &str) -> (Option<&str>, &str) {
    match name.rfind('的') {
        Some(at)
            if name[..at].contains("接触")
                || name[..at].contains("用于")
                || name.starts_with(['与', '供']) =>
        {
            (Some(&name[..at]), &name[at + '的'.len_utf8()..])
        }
        _ => (None, name),
    }
}

fn is_material(predicate: &str) -> bool {
    [
        "钢", "合金", "材料", "塑料", "木", "铜", "铝", "橡胶", "树脂", "纤维", "alloy", "steel",
        "plastic",
    ]
    .iter()
    .any(|word| predicate.contains(word))
}

/// The noun of a predicate: 不得有碎片脱落 speaks of 碎片脱落.
fn object_of(predicate: &str) -> &str {
    let mut rest = predicate.trim_end_matches(['。', '；', ' ']);
    for verb in [
        "出现", "产生", "发生", "有", "可靠", "能", "无", "存在", "具有", "设有", "设置", "带有",
        "是", "为", "被", "任何",
    ] {
        rest = rest.strip_prefix(verb).unwrap_or(rest).trim_start();
    }
    let end = rest.char_indices().nth(14).map_or(rest.len(), |(at, _)| at);
    &rest[..end]
}

/// Designations that a predicate offers as alternatives (`06Cr19Ni10 或 022Cr17Ni12Mo2`).
pub(super) fn alternatives(predicate: &str) -> Option<Vec<String>> {
    let chosen = [
        "采用",
        "使用",
        "选用",
        "由",
        "为",
        "是",
        "be of",
        "be made of",
        "be made from",
        "be one of",
        "be either",
        "be",
        "use",
        "consist of",
        "be constructed of",
        "be manufactured from",
    ];
    let body = chosen
        .iter()
        .find_map(|verb| predicate.strip_prefix(verb))?;
    if !["或", " or ", "之一", "one of", "either"]
        .iter()
        .any(|word| body.contains(word) || predicate.contains(word))
    {
        return None;
    }
    let mut values = Vec::new();
    for piece in pieces(body) {
        values.push(designation(piece)?.to_owned());
    }
    (values.len() >= 2 && values.iter().all(|value| !value.is_empty())).then_some(values)
}

fn pieces(body: &str) -> Vec<&str> {
    body.split(['、', ',', '，', '或'])
        .flat_map(|piece| piece.split(" or "))
        .map(|piece| {
            piece
                .trim()
                .trim_start_matches("or ")
                .trim_start_matches('者')
                .trim()
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// The code in `022Cr17Ni12Mo2 不锈钢` or `aluminium alloy 6061-T6`, or a class mark.
fn designation(piece: &str) -> Option<&str> {
    let piece = piece.trim_end_matches(['。', '；', '.', ';', '等']).trim();
    for class in ["类", "级", "型", "等品", "号"] {
        if let Some(head) = piece.strip_suffix(class)
            && (1..=3).contains(&head.chars().count())
        {
            return Some(piece);
        }
    }
    let is_code = |word: &&str| {
        let digits = word.bytes().any(|b| b.is_ascii_digit());
        let letters = word.bytes().any(|b| b.is_ascii_uppercase()) || word.contains('-');
        let spelled = word.bytes().all(|b| b.is_ascii_uppercase());
        let marked = if digits {
            letters || word.len() >= 3
        } else {
            letters && spelled
        };
        word.len() >= 2 && marked
    };
    let codes: Vec<&str> = piece
        .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/' | '+')))
        .filter(|word| !word.is_empty())
        .filter(is_code)
        .collect();
    match codes.as_slice() {
        [code] => Some(code),
        _ => None,
    }
}

/// The modal of a recommendation in a range of tokens.
pub(super) fn recommends(sentence: &Sentence<'_>, range: &Range<usize>) -> Modal {
    let found = sentence
        .tokens_in(range)
        .any(|token| matches!(token.role(), Some(Role::Should | Role::ShouldNot)));
    super::context::with_modal(found)
}

/// Whether a predicate tells what to do and limits nothing.
pub(super) fn is_procedure(predicate: &str) -> bool {
    PROCEDURES.iter().any(|verb| predicate.starts_with(verb))
}
