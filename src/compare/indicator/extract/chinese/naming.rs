//! What the words before a limit name: its parameter, and the condition it holds under.

use crate::compare::indicator::extract::context::Carry;
use crate::compare::indicator::extract::subject;

/// The condition inside the words before a limit, and the parameter that is left.
pub(super) fn named(before: &str, carry: &Carry) -> (Option<String>, String) {
    let (condition, rest) = split_condition(before);
    let cleaned = subject::chinese(rest);
    let (container, inner) = subject::split_container(cleaned);
    let mut conditions: Vec<&str> = Vec::new();
    conditions.extend(
        condition
            .map(clean_condition)
            .filter(|text| !text.is_empty()),
    );
    conditions.extend(container);
    let inner = subject::chinese(inner);
    let inherits = carry.has_spoken
        && carry.parameter.is_some()
        && (inner.is_empty() || subject::is_case(inner) || is_referring(inner));
    let parameter = if inherits || (inner.is_empty() && carry.parameter.is_some()) {
        if !inner.is_empty() && !is_referring(inner) {
            conditions.push(inner);
        }
        carry.parameter.clone().unwrap_or_default()
    } else {
        inner.to_owned()
    };
    let place = (!conditions.is_empty()).then(|| conditions.join("，"));
    (place, parameter)
}

fn is_referring(subject: &str) -> bool {
    matches!(
        subject,
        "其值" | "该值" | "限值" | "其" | "限量" | "数值" | "值" | "最大值" | "最小值"
    )
}

/// `25 ℃下放电时间`: what precedes 下, 后, 时 and holds a number or a test is a condition.
fn split_condition(before: &str) -> (Option<&str>, &str) {
    const MARKS: &[&str] = &[
        "情况下",
        "条件下",
        "状态下",
        "环境下",
        "时，",
        "后，",
        "下",
        "后",
        "时",
        "的条件",
    ];
    let mut best: Option<(usize, usize)> = None;
    for mark in MARKS {
        for (at, _) in before.match_indices(mark) {
            let head = &before[..at];
            let after = &before[at + mark.len()..];
            let word = after.starts_with([
                '屈', '限', '间', '效', '列', '述', '表', '降', '偏', '部', '端', '沉', '长', '龄',
                '缘', '面', '视', '钟', '差', '轴', '处',
            ]) || head.ends_with([
                '以', '之', '及', '小', '及', '上', '同', '延', '老', '背', '暂', '滞', '瞬', '按',
                '即', '实', '定', '工', '计', '临', '平',
            ]);
            let opens = subject::without_label(head).trim_start().starts_with(
                ["在", "经", "当", "按", "以", "于", "若", "对", "如", "用"]
                    .map(|w| w.chars().next().unwrap_or(' ')),
            );
            let numbered = subject::without_label(head).contains(|c: char| c.is_ascii_digit());
            let plausible = !word && (opens || numbered) && !after.trim().is_empty();
            if plausible && best.is_none_or(|(place, _)| place < at) {
                best = Some((at, at + mark.len()));
            }
        }
    }
    match best {
        Some((_, end)) => (Some(&before[..end]), &before[end..]),
        None => match before.rfind("的") {
            Some(at) if relational(&before[..at]) => {
                (Some(&before[..at]), &before[at + "的".len()..])
            }
            _ => (None, before),
        },
    }
}

/// A clause before 的 that says for which things: `厚度大于 5 mm 的钢板`, `与食品接触的金属件`.
fn relational(head: &str) -> bool {
    let head = subject::without_label(head);
    let compares = head.contains(|c: char| c.is_ascii_digit())
        && [
            "大于", "小于", "超过", "以上", "以下", "低于", "高于", "至", "～",
        ]
        .iter()
        .any(|w| head.contains(w));
    compares || head.contains("用于") || head.ends_with("接触") || head.starts_with('供')
}

pub(super) fn clean_condition(text: &str) -> &str {
    let mut rest = subject::without_label(text).trim();
    for word in [
        "对于", "对", "在", "经", "当", "若", "如果", "以", "于", "按", "且", "并", "其中", "但",
    ] {
        if let Some(shorter) = rest.strip_prefix(word) {
            rest = shorter.trim_start();
            break;
        }
    }
    for word in ["时", "的", "进行", "，"] {
        rest = rest.strip_suffix(word).unwrap_or(rest).trim_end();
    }
    rest
}
