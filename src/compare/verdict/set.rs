//! Comparing admitted sets.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::finding::Verdict;
use super::interval::{End, Interval, order_high, order_low};
use crate::compare::indicator::unit::{Conversion, Unit};

/// Inclusion of two intervals, the first seen as the subject.
pub(super) fn inclusion(domestic: &Interval, foreign: &Interval) -> Verdict {
    let low = order_low(domestic.low, foreign.low);
    let high = order_high(domestic.high, foreign.high);
    match (low, high) {
        (Ordering::Equal, Ordering::Equal) => Verdict::Equal,
        (Ordering::Greater | Ordering::Equal, Ordering::Greater | Ordering::Equal) => {
            Verdict::Stricter
        }
        (Ordering::Less | Ordering::Equal, Ordering::Less | Ordering::Equal) => Verdict::Looser,
        _ => Verdict::Crossing,
    }
}

/// Both intervals in the domestic unit, with ends that agree after rounding made equal.
#[derive(Debug)]
pub(super) struct Converted {
    pub(super) domestic: Interval,
    pub(super) foreign: Interval,
    /// Whether rounding made a difference.
    pub(super) is_rounded: bool,
}

/// Converts the foreign interval and applies the rounding rule.
///
/// Ends that agree when rounded to the printed digits of the less precise side are equal. A single
/// printed digit would make 0.689 and 0.7 agree, which nobody who writes `0.7 MPa` means; so the ends
/// must also lie within 1.2 % of one another.
pub(super) fn convert(
    domestic: Interval,
    own: &Unit,
    foreign: Interval,
    other: &Unit,
    mode: Conversion,
) -> Option<Converted> {
    let converted = foreign.map(|value| other.convert(value, own, mode))?;
    if own.code() == other.code() {
        return Some(Converted {
            domestic,
            foreign: converted,
            is_rounded: false,
        });
    }
    let mut is_rounded = false;
    let mut settle = |own_end: Option<End>, printed: Option<End>, end: Option<End>| {
        let (Some(mine), Some(printed), Some(end)) = (own_end, printed, end) else {
            return end;
        };
        if mine.value == end.value || !agrees(mine.value, own, printed.value, other, mode) {
            return Some(end);
        }
        is_rounded = true;
        Some(End {
            value: mine.value,
            ..end
        })
    };
    let low = settle(domestic.low, foreign.low, converted.low);
    let high = settle(domestic.high, foreign.high, converted.high);
    Some(Converted {
        domestic,
        foreign: Interval { low, high },
        is_rounded,
    })
}

fn agrees(mine: Decimal, own: &Unit, theirs: Decimal, other: &Unit, mode: Conversion) -> bool {
    let rounded = || -> Option<bool> {
        let converted = other.convert(theirs, own, mode)?;
        let back = own.convert(mine, other, mode)?;
        let own_step = Decimal::new(1, mine.scale());
        let their_step =
            other.convert(Decimal::new(1, theirs.scale()), own, Conversion::Difference)?;
        let near = (mine - converted).abs() * Decimal::ONE_THOUSAND
            <= mine.abs().max(converted.abs()) * Decimal::from(12);
        let same = if own_step >= their_step {
            converted.round_dp(mine.scale()) == mine
        } else {
            back.round_dp(theirs.scale()) == theirs
        };
        Some(near && same)
    };
    rounded().unwrap_or(false)
}

/// A lower end of exactly zero bounds nothing where the other side has none and no value is negative.
pub(super) fn without_idle_zero(mut left: Interval, mut right: Interval) -> (Interval, Interval) {
    let idle = |end: Option<End>| end.is_some_and(|end| end.value.is_zero() && !end.is_open);
    if idle(left.low) && right.low.is_none() && right.high.is_some() {
        left.low = None;
    } else if idle(right.low) && left.low.is_none() && left.high.is_some() {
        right.low = None;
    }
    (left, right)
}

/// Inclusion of two finite sets of names or numbers.
pub(super) fn listed(domestic: &[String], foreign: &[String]) -> Verdict {
    let within = |all: &[String], others: &[String]| all.iter().all(|value| others.contains(value));
    match (within(domestic, foreign), within(foreign, domestic)) {
        (true, true) => Verdict::Equal,
        (true, false) => Verdict::Stricter,
        (false, true) => Verdict::Looser,
        (false, false) => Verdict::Crossing,
    }
}
