//! Chinese sentences.
//!
//! A sentence is read comma by comma. A part with a limit at its end is a statement; a part whose
//! number is followed by 时, 的, 后, 下 qualifies the statements after it; a part with 应 or 不得 and
//! no limit is a requirement in words.

use std::ops::Range;

use super::super::{Indicator, Limit, Modal};
use super::context::{Carry, Hint, Sentence, invert, with_modal};
use super::lexer::{Kind, Token};
use super::phrases::Role;
use super::reading::{Form, Reading};
use super::{exclusion, subject, words};

/// Reads one sentence; `carry` holds what earlier parts of the same statement said.
pub(super) fn sentence(sentence: &Sentence<'_>, carry: &mut Carry) -> Vec<Indicator> {
    let mut found = Vec::new();
    if exclusion::is_no_requirement(sentence.text) {
        return found;
    }
    let forbidden = exclusion::forbids(sentence.text);
    for part in parts(sentence) {
        let before = found.len();
        part_indicators(sentence, &part, forbidden, carry, &mut found);
        carry.has_spoken |= found.len() > before;
    }
    if let Some(method) = &carry.method {
        for indicator in &mut found {
            indicator.method.get_or_insert_with(|| method.clone());
        }
    }
    found
}

/// The comma-separated parts, commas inside brackets and inside a reading left alone.
fn parts(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut depth = 0_u32;
    for token in &sentence.tokens {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Comma if depth == 0 => {
                let inside = sentence.readings.iter().any(|reading| {
                    reading.span.start < token.start && token.end < reading.span.end
                });
                if !inside {
                    parts.push(start..token.start);
                    start = token.end;
                }
            }
            _ => {}
        }
    }
    parts.push(start..sentence.text.len());
    parts.retain(|part| !sentence.text[part.clone()].trim().is_empty());
    parts
}

fn part_indicators(
    sentence: &Sentence<'_>,
    part: &Range<usize>,
    forbidden: bool,
    carry: &mut Carry,
    found: &mut Vec<Indicator>,
) {
    let text = sentence.text;
    let readings: Vec<&Reading> = sentence.readings_in(part).collect();
    take_method(sentence, part, carry);
    let mut from = part.start;
    let mut spoke = false;
    for (place, reading) in readings.iter().enumerate() {
        if reading.span.start < from {
            continue;
        }
        let before = &text[from..reading.span.start];
        let end = extended_end(text, reading, part.end);
        let tail = text[end..part.end].trim_start();
        if let Some(statement) = timed_or_endured(reading, before, tail) {
            let modal = modal_of(sentence, from..reading.span.start, reading);
            push(
                sentence,
                carry,
                found,
                &statement.0,
                reading,
                &statement.1,
                modal,
            );
            spoke = true;
            from = part.end;
            continue;
        }
        if forbidden
            && describes_failure(text, tail)
            && matches!(reading.form, Form::Compared | Form::Suffixed)
            && !is_stated(tail, reading, before)
        {
            let parameter = subject::chinese(before);
            if !parameter.is_empty() {
                let limit = invert(&reading.limit);
                push(
                    sentence,
                    carry,
                    found,
                    parameter,
                    reading,
                    &limit,
                    Modal::Requirement,
                );
                spoke = true;
                from = end;
            }
            continue;
        }
        if !is_stated(tail, reading, before) || is_negated_spread(before, reading) {
            continue;
        }
        let limit = stated_limit(reading, before, carry);
        let Some(limit) = limit else { continue };
        let modal = modal_of(sentence, from..reading.span.start, reading);
        if let Some(listed) = words::listed_numbers(sentence, reading, part.end) {
            push(
                sentence,
                carry,
                found,
                before,
                reading,
                &Limit::Enumeration(listed),
                modal,
            );
            spoke = true;
            break;
        }
        let shares = respective(text, part, &readings[place..]);
        if shares.len() > 1 {
            push_respectively(sentence, carry, found, before, &shares, (&limit, modal));
            return;
        }
        push(sentence, carry, found, before, reading, &limit, modal);
        spoke = true;
        from = end;
    }
    let already_forbidden = forbidden && !found.is_empty();
    if !spoke && !already_forbidden {
        without_limit(sentence, part, carry, found);
    }
}

/// `超过 3 mg/g 的，判为不合格` describes a failure; `超过 10 m/s 时，应停止作业` a circumstance.
fn describes_failure(sentence: &str, tail: &str) -> bool {
    let judged = ["不合格", "判", "报废", "拒收", "不予"];
    !tail.starts_with('时') || judged.iter().any(|word| sentence.contains(word))
}

/// `之间`, `范围内` belong to the range before them.
fn extended_end(text: &str, reading: &Reading, limit: usize) -> usize {
    let mut end = reading.span.end;
    for word in ["的范围内", "范围之内", "范围内", "的范围", "之间", "范围"] {
        if text[end..limit].trim_start().starts_with(word) {
            end = limit - text[end..limit].trim_start().len() + word.len();
            break;
        }
    }
    end
}

fn is_stated(tail: &str, reading: &Reading, before: &str) -> bool {
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
fn timed_or_endured(reading: &Reading, before: &str, tail: &str) -> Option<(String, Limit)> {
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

fn is_negated_spread(before: &str, reading: &Reading) -> bool {
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
fn stated_limit(reading: &Reading, before: &str, carry: &Carry) -> Option<Limit> {
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

fn modal_of(sentence: &Sentence<'_>, range: Range<usize>, reading: &Reading) -> Modal {
    let recommended = sentence
        .tokens_in(&range)
        .any(|token| matches!(token.role(), Some(Role::Should | Role::ShouldNot)));
    with_modal(recommended || reading.is_recommended)
}

/// `分别不应超过 1、2 和 3`: the readings that share out over the listed parameters.
fn respective<'a>(text: &str, part: &Range<usize>, readings: &[&'a Reading]) -> Vec<&'a Reading> {
    if !text[part.clone()].contains("分别") {
        return Vec::new();
    }
    let mut shares: Vec<&Reading> = Vec::new();
    for reading in readings {
        if let Some(last) = shares.last() {
            let between = text[last.span.end..reading.span.start].trim();
            if !matches!(
                between,
                "、" | "和" | "及" | "，" | "与" | "和不应大于" | ""
            ) {
                break;
            }
        }
        shares.push(reading);
    }
    shares
}

fn push_respectively(
    sentence: &Sentence<'_>,
    carry: &mut Carry,
    found: &mut Vec<Indicator>,
    before: &str,
    shares: &[&Reading],
    (first, modal): (&Limit, Modal),
) {
    let (place, subject) = named(before, carry);
    let names = subject::split_each(&subject, true);
    let unit = shares.iter().rev().find_map(|reading| reading.unit.clone());
    for (index, reading) in shares.iter().enumerate() {
        let name = names
            .get(index)
            .or(names.last())
            .cloned()
            .unwrap_or_default();
        let limit = match reading.limit {
            Limit::Equal(value) => super::context::same_relation(first, value),
            ref other => other.clone(),
        };
        let own = Reading {
            unit: reading.unit.clone().or_else(|| unit.clone()),
            ..(*reading).clone()
        };
        found.push(sentence.indicator(
            name,
            limit,
            &own,
            carry.condition_with(place.as_deref()),
            modal,
        ));
    }
    carry.parameter = names.last().cloned();
}

/// The condition inside the words before a limit, and the parameter that is left.
fn named(before: &str, carry: &Carry) -> (Option<String>, String) {
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

fn clean_condition(text: &str) -> &str {
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

fn push(
    sentence: &Sentence<'_>,
    carry: &mut Carry,
    found: &mut Vec<Indicator>,
    before: &str,
    reading: &Reading,
    limit: &Limit,
    modal: Modal,
) {
    let (place, parameter) = named(before, carry);
    let each = before.contains('均')
        || before.contains('各')
        || before.contains("分别")
        || before.contains('每');
    let names = match &reading.base {
        Some(base) if limit.comparator() != super::super::Comparator::Tolerance => {
            vec![format!(
                "{parameter}与{}之比",
                sentence.text[base.clone()].trim()
            )]
        }
        _ => subject::split_each(&parameter, each),
    };
    for name in &names {
        let condition = carry.condition_with(place.as_deref());
        found.push(sentence.indicator(name.clone(), limit.clone(), reading, condition, modal));
    }
    carry.parameter = Some(parameter);
    carry.has_spoken = true;
}

/// A part without a limit of its own: a requirement in words, or what qualifies the next part.
fn without_limit(
    sentence: &Sentence<'_>,
    part: &Range<usize>,
    carry: &mut Carry,
    found: &mut Vec<Indicator>,
) {
    let text = &sentence.text[part.clone()];
    if let Some(mut indicator) = words::requirement(sentence, part, carry) {
        if indicator.parameter.is_empty() {
            return;
        }
        indicator.condition = carry.condition_with(indicator.condition.as_deref());
        found.push(indicator);
        return;
    }
    let trimmed = clean_condition(text);
    if trimmed.is_empty() || text.trim_end().ends_with(['：', ':']) {
        return;
    }
    if carry.has_spoken {
        carry.conditions.clear();
        carry.has_spoken = false;
    }
    let has_reference = sentence
        .tokens_in(part)
        .any(|token| token.kind == Kind::Reference);
    let remaining = if has_reference {
        without_reference(sentence, part)
    } else {
        trimmed.to_owned()
    };
    let informative = !has_reference || remaining.contains(|c: char| c.is_ascii_digit());
    if let Some(topic) = words::topic(text) {
        carry.topic = Some(topic.to_owned());
    }
    if informative && !remaining.is_empty() {
        carry.conditions.push(remaining);
    }
}

fn without_reference(sentence: &Sentence<'_>, part: &Range<usize>) -> String {
    let end = sentence
        .tokens_in(part)
        .filter(|token| token.kind == Kind::Reference)
        .last()
        .map_or(part.start, |token| token.end);
    let rest = &sentence.text[end..part.end];
    let rest = rest.trim_start_matches(['的', ' ', '规', '定', '方', '法', '、']);
    clean_condition(rest)
        .trim_start_matches("进行")
        .trim()
        .to_owned()
}

/// `按 GB/T 9286—2021 进行`: a method, unless the text must merely conform to it.
fn take_method(sentence: &Sentence<'_>, part: &Range<usize>, carry: &mut Carry) {
    let is_reference = |token: &&Token| token.kind == Kind::Reference;
    for token in sentence.tokens_in(part).filter(is_reference) {
        let before = sentence.text[part.start..token.start].trim_end();
        let conforms =
            before.ends_with("符合") || before.ends_with("满足") || before.ends_with("执行");
        if !conforms {
            carry.method = Some(sentence.text[token.start..token.end].to_owned());
            return;
        }
    }
}
