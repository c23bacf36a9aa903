//! Scoring of extraction.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Counts, is_alike};
use crate::compare::indicator::unit::Unit;
use crate::compare::indicator::{Indicator, Language, Limit, extract};

/// A row of an extraction set: a text and the indicators it holds.
#[derive(Debug, Clone, Deserialize)]
pub struct ExtractRow {
    /// The name of the row.
    pub id: String,
    /// The language of the text.
    #[serde(default)]
    pub lang: Option<Language>,
    /// The text.
    pub text: String,
    /// What it holds.
    pub expected: Vec<Indicator>,
}

/// What one row came to.
#[derive(Debug, Clone)]
pub struct ExtractOutcome {
    /// Counts over comparator, value and unit, with a parameter that is alike.
    pub counts: Counts,
    /// The same without looking at the parameter.
    pub bare: Counts,
    /// Matched indicators whose condition is alike.
    pub conditions: usize,
    /// Matched indicators with the right modal verb and method.
    pub qualified: usize,
    /// Extracted but not expected.
    pub extra: Vec<Indicator>,
    /// Expected but not extracted.
    pub missing: Vec<Indicator>,
}

/// The sum over a set.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExtractScore {
    /// Counts over comparator, value and unit, with a parameter that is alike.
    pub counts: Counts,
    /// The same without looking at the parameter.
    pub bare: Counts,
    /// Matched indicators whose condition is alike.
    pub conditions: usize,
    /// Matched indicators with the right modal verb and method.
    pub qualified: usize,
}

impl ExtractRow {
    /// Extracts from the row's text and compares with what was expected.
    pub fn score(&self) -> ExtractOutcome {
        compare(&self.expected, &extract(&self.text, self.lang))
    }
}

impl ExtractScore {
    /// Adds one row.
    pub fn add(&mut self, outcome: &ExtractOutcome) {
        self.counts += outcome.counts;
        self.bare += outcome.bare;
        self.conditions += outcome.conditions;
        self.qualified += outcome.qualified;
    }
}

/// Pairs expected and extracted indicators one to one.
fn compare(expected: &[Indicator], extracted: &[Indicator]) -> ExtractOutcome {
    let mut free: Vec<&Indicator> = extracted.iter().collect();
    let mut loose: Vec<&Indicator> = extracted.iter().collect();
    let (mut conditions, mut qualified) = (0, 0);
    let mut missing = Vec::new();
    let mut bare = Counts::default();
    for wanted in expected {
        let alike = |found: &&Indicator| {
            is_same_limit(wanted, found) && is_alike(&wanted.parameter, &found.parameter)
        };
        let same_condition = |found: &&Indicator| {
            let own = found.condition.as_deref().unwrap_or_default();
            wanted
                .condition
                .as_deref()
                .is_none_or(|condition| is_alike(condition, own))
        };
        let place = free
            .iter()
            .position(|found| alike(found) && same_condition(found))
            .or_else(|| free.iter().position(alike));
        match place {
            Some(place) => {
                let found = free.swap_remove(place);
                conditions += usize::from(same_condition(&found));
                let same_method =
                    wanted.method.as_deref().map(compact) == found.method.as_deref().map(compact);
                qualified += usize::from(wanted.modal == found.modal && same_method);
            }
            None => missing.push(wanted.clone()),
        }
        match loose.iter().position(|found| is_same_limit(wanted, found)) {
            Some(place) => {
                loose.swap_remove(place);
                bare.matched += 1;
            }
            None => bare.missing += 1,
        }
    }
    bare.extra = loose.len();
    let counts = Counts {
        matched: expected.len() - missing.len(),
        extra: free.len(),
        missing: missing.len(),
    };
    let extra = free.into_iter().cloned().collect();
    ExtractOutcome {
        counts,
        bare,
        conditions,
        qualified,
        extra,
        missing,
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether comparator, values, open ends and unit agree; words are compared loosely.
fn is_same_limit(left: &Indicator, right: &Indicator) -> bool {
    let same = |a: Decimal, b: Decimal| a.normalize() == b.normalize();
    let limits = match (&left.limit, &right.limit) {
        (Limit::Below(a), Limit::Below(b))
        | (Limit::AtMost(a), Limit::AtMost(b))
        | (Limit::Above(a), Limit::Above(b))
        | (Limit::AtLeast(a), Limit::AtLeast(b))
        | (Limit::Equal(a), Limit::Equal(b)) => same(*a, *b),
        (
            Limit::Range { low, high, open },
            Limit::Range {
                low: low_b,
                high: high_b,
                open: open_b,
            },
        ) => same(*low, *low_b) && same(*high, *high_b) && open == open_b,
        (
            Limit::Tolerance { nominal, deviation },
            Limit::Tolerance {
                nominal: nominal_b,
                deviation: deviation_b,
            },
        ) => same(*nominal, *nominal_b) && same(*deviation, *deviation_b),
        (Limit::Enumeration(a), Limit::Enumeration(b)) => a
            .iter()
            .map(|v| compact(v))
            .eq(b.iter().map(|v| compact(v))),
        (Limit::Qualitative(a), Limit::Qualitative(b)) => return is_alike(a, b),
        _ => return false,
    };
    let wordy = matches!(left.limit, Limit::Enumeration(_));
    limits && (wordy || is_same_unit(left.unit.as_deref(), right.unit.as_deref()))
}

/// Whether two notations mean one unit; grades, counts and pH may go without.
fn is_same_unit(left: Option<&str>, right: Option<&str>) -> bool {
    let parse = |text: Option<&str>| Unit::from_str(text.unwrap_or_default());
    match (parse(left), parse(right)) {
        (Ok(left), Ok(right)) => {
            let countable =
                |unit: &Unit| unit.dimension().is_countable() && !unit.dimension().scale.is_empty();
            left.code() == right.code()
                || (left.code() == "1" && countable(&right))
                || (right.code() == "1" && countable(&left))
        }
        _ => left.unwrap_or_default().trim() == right.unwrap_or_default().trim(),
    }
}
