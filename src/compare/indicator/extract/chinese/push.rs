//! From a stated limit to indicators, one for each thing it is shared by.

use std::ops::Range;

use super::naming::named;
use crate::compare::indicator::extract::context::{Carry, Sentence, same_relation};
use crate::compare::indicator::extract::reading::Reading;
use crate::compare::indicator::extract::subject;
use crate::compare::indicator::{Comparator, Indicator, Limit, Modal};

pub(super) fn push(
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
        Some(base) if limit.comparator() != Comparator::Tolerance => {
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

/// `分别不应超过 1、2 和 3`: the readings that share out over the listed parameters.
pub(super) fn respective<'a>(
    text: &str,
    part: &Range<usize>,
    readings: &[&'a Reading],
) -> Vec<&'a Reading> {
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

pub(super) fn push_respectively(
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
            Limit::Equal(value) => same_relation(first, value),
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
