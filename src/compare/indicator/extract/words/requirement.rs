//! Requirements in words.

use std::ops::Range;

use super::alternatives::alternatives;
use crate::compare::indicator::extract::context::{Carry, Sentence, with_modal};
use crate::compare::indicator::extract::lexer::Kind;
use crate::compare::indicator::extract::phrases::Role;
use crate::compare::indicator::extract::subject;
use crate::compare::indicator::{Indicator, Limit, Modal};

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

/// Whether a predicate tells what to do and limits nothing.
pub(in super::super) fn is_procedure(predicate: &str) -> bool {
    PROCEDURES.iter().any(|verb| predicate.starts_with(verb))
}

/// Reads a requirement in words out of a part that holds no numeric limit.
pub(in super::super) fn requirement(
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
    let modal = with_modal(matches!(role, Role::Should | Role::ShouldNot));
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

/// What a part is about, when it names a thing before 在, 经, 应.
pub(in super::super) fn topic(text: &str) -> Option<&str> {
    let text = subject::without_label(text);
    let end = ["在", "经", "应", "按"]
        .iter()
        .filter_map(|word| text.find(word))
        .min()?;
    let name = text[..end].trim();
    (name.chars().count() >= 2).then_some(name)
}

/// The modal of a recommendation in a range of tokens.
pub(in super::super) fn recommends(sentence: &Sentence<'_>, range: &Range<usize>) -> Modal {
    let found = sentence
        .tokens_in(range)
        .any(|token| matches!(token.role(), Some(Role::Should | Role::ShouldNot)));
    with_modal(found)
}
