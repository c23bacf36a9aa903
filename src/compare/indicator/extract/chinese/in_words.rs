//! A part without a limit of its own.

use std::ops::Range;

use super::naming::clean_condition;
use crate::compare::indicator::Indicator;
use crate::compare::indicator::extract::context::{Carry, Sentence};
use crate::compare::indicator::extract::lexer::Kind;
use crate::compare::indicator::extract::words;

/// A part without a limit of its own: a requirement in words, or what qualifies the next part.
pub(super) fn without_limit(
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
