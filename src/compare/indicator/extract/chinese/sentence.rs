//! A sentence and its comma-separated parts.

use std::ops::Range;

use super::in_words::without_limit;
use super::push::{push, push_respectively, respective};
use super::stated::{
    describes_failure, extended_end, is_negated_spread, is_stated, modal_of, stated_limit,
    timed_or_endured,
};
use crate::compare::indicator::extract::context::{Carry, Sentence, invert};
use crate::compare::indicator::extract::lexer::{Kind, Token};
use crate::compare::indicator::extract::reading::{Form, Reading};
use crate::compare::indicator::extract::{exclusion, subject, words};
use crate::compare::indicator::{Indicator, Limit, Modal};

/// Reads one sentence; `carry` holds what earlier parts of the same statement said.
pub(in super::super) fn sentence(sentence: &Sentence<'_>, carry: &mut Carry) -> Vec<Indicator> {
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
