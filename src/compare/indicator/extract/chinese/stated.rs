//! Whether a reading states a limit, and which.

use std::ops::Range;

use crate::compare::indicator::extract::context::{Carry, Hint, Sentence, with_modal};
use crate::compare::indicator::extract::phrases::Role;
use crate::compare::indicator::extract::reading::{Form, Reading};
use crate::compare::indicator::extract::{subject, words};
use crate::compare::indicator::{Limit, Modal};

/// `超过 3 mg/g 的，判为不合格` describes a failure; `超过 10 m/s 时，应停止作业` a circumstance.
pub(super) fn describes_failure(sentence: &str, tail: &str) -> bool {
    let judged = ["不合格", "判", "报废", "拒收", "不予"];
    !tail.starts_with('时') || judged.iter().any(|word| sentence.contains(word))
}

/// `之间`, `范围内` belong to the range before them.
pub(super) fn extended_end(text: &str, reading: &Reading, limit: usize) -> usize {
    let mut end = reading.span.end;
    for word in ["的范围内", "范围之内", "范围内", "的范围", "之间", "范围"] {
        if text[end..limit].trim_start().starts_with(word) {
            end = limit - text[end..limit].trim_start().len() + word.len();
            break;
        }
    }
    end
}

pub(super) fn is_stated(tail: &str, reading: &Reading, before: &str) -> bool {
    const ENDS: &[&str] = &[
        "且",
        "并",
        "和",
        "或",
        "、",
        "；",
        "：",
        "（",
        "(",
        "[",
        "的要求",
        "为合格",
        "即为合格",
        "即可",
        "而",
    ];
    let tail = tail.trim_end_matches(['。', '；', ';', '.', ' ', '　', '\n']);
    let qualifies = tail.starts_with(['的', '时', '后', '下', '前', '内', '外', '者', '以'])
        && !tail.starts_with("的要求")
        && !tail.starts_with("以内");
    let ends = tail.is_empty()
        || ENDS.iter().any(|end| tail.starts_with(end))
        || (!qualifies && tail.chars().count() <= 2);
    let copula = |text: &str| {
        const LINKS: &[&str] = &[
            "为", "是", "：", ":", "=", "取", "达到", "等于", "在", "应", "宜", "于", "到", "限值",
            "限量", "由",
        ];
        let text = text.trim_end();
        LINKS.iter().any(|link| text.ends_with(link))
    };
    match reading.form {
        Form::Compared => ends,
        Form::Suffixed => ends && !before.trim().is_empty(),
        Form::Tolerance => {
            let pure = matches!(reading.limit, Limit::Tolerance { nominal, .. } if nominal.is_zero())
                || matches!(reading.limit, Limit::Range { .. });
            ends && (copula(before) || pure || before.trim_end().ends_with("差"))
        }
        Form::Spread => {
            ends && (copula(before) || before.contains(['应', '宜', '须']) || is_bare_pair(before))
        }
        Form::Bare => ends && copula(before) && !before.trim_end().ends_with(['在', '于', '由']),
    }
}

/// `应在 30 s 内达到设定温度` limits a time, `应能承受 1.6 MPa 的压力` a load.
pub(super) fn timed_or_endured(
    reading: &Reading,
    before: &str,
    tail: &str,
) -> Option<(String, Limit)> {
    let tail = tail.trim_end_matches(['。', '；', ';', ' ']);
    let is_time = reading.unit.as_ref().is_some_and(|unit| {
        unit.dimension().exponents == [0, 0, 1, 0, 0, 0, 0] && unit.dimension().scale.is_empty()
    });
    let within = matches!(reading.limit, Limit::AtMost(_)) && reading.form == Form::Suffixed;
    if let Some(head) = ["应在", "应于", "须在", "应能在", "必须在", "应当在"]
        .iter()
        .find_map(|word| before.trim_end().strip_suffix(word))
        && is_time
        && within
        && !tail.is_empty()
        && tail.chars().count() <= 16
    {
        return Some((
            format!("{}{tail}时间", subject::chinese(head)),
            reading.limit.clone(),
        ));
    }
    let endured = ["承受", "经受", "承载"]
        .iter()
        .any(|word| before.trim_end().trim_end_matches('住').ends_with(word));
    let limit = match reading.limit {
        Limit::Equal(value) => Limit::AtLeast(value),
        Limit::AtLeast(_) => reading.limit.clone(),
        _ => return None,
    };
    if !endured || !before.contains(['应', '须']) {
        return None;
    }
    let named = tail.strip_prefix('的').unwrap_or_default();
    let end = named
        .find([
            '而', '且', '，', '不', '无', '（', '(', '作', '持', '后', '并',
        ])
        .unwrap_or(named.len());
    let name = named[..end].trim();
    let subject = subject::chinese(before.split('应').next().unwrap_or_default());
    Some((
        if name.is_empty() {
            format!("{subject}承受能力")
        } else {
            format!("{subject}{name}")
        },
        limit,
    ))
}

/// A short noun before the number and nothing else: `pH值 4.0～9.0`.
fn is_bare_pair(before: &str) -> bool {
    let name = subject::chinese(before);
    let length = name.chars().count();
    (1..=12).contains(&length) && !name.starts_with(['在', '经', '按', '当', '以', '对'])
}

pub(super) fn is_negated_spread(before: &str, reading: &Reading) -> bool {
    const NEGATIONS: &[&str] = &[
        "不应在",
        "不得在",
        "不应为",
        "不得为",
        "不宜在",
        "不应处于",
        "不应介于",
        "不在",
    ];
    reading.form == Form::Spread
        && NEGATIONS
            .iter()
            .any(|word| before.trim_end().ends_with(word))
}

/// A bare number takes its relation from the words of its subject or of the list it stands in.
pub(super) fn stated_limit(reading: &Reading, before: &str, carry: &Carry) -> Option<Limit> {
    if reading.form != Form::Bare {
        return Some(reading.limit.clone());
    }
    let Limit::Equal(value) = reading.limit else {
        return None;
    };
    let hint = words::hint(before).or(carry.bound)?;
    let colon = before.trim_end().ends_with(['：', ':']);
    let counted = reading
        .unit
        .as_ref()
        .is_none_or(|unit| unit.dimension().is_countable());
    (!(colon && counted && hint == Hint::Exact)).then(|| hint.limit(value))
}

pub(super) fn modal_of(sentence: &Sentence<'_>, range: Range<usize>, reading: &Reading) -> Modal {
    let recommended = sentence
        .tokens_in(&range)
        .any(|token| matches!(token.role(), Some(Role::Should | Role::ShouldNot)));
    with_modal(recommended || reading.is_recommended)
}
