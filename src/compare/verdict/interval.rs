//! An interval of admitted numbers.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

use crate::compare::indicator::{Limit, OpenEnds};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) value: Decimal,
    pub(super) is_open: bool,
}

/// An interval; a lacking end is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Interval {
    pub(super) low: Option<End>,
    pub(super) high: Option<End>,
}

impl Interval {
    /// The interval of a numeric limit.
    pub(super) fn of(limit: &Limit) -> Option<Self> {
        let end = |value: &Decimal, is_open| {
            Some(End {
                value: *value,
                is_open,
            })
        };
        Some(match limit {
            Limit::Below(value) => Self {
                low: None,
                high: end(value, true),
            },
            Limit::AtMost(value) => Self {
                low: None,
                high: end(value, false),
            },
            Limit::Above(value) => Self {
                low: end(value, true),
                high: None,
            },
            Limit::AtLeast(value) => Self {
                low: end(value, false),
                high: None,
            },
            Limit::Equal(value) => Self {
                low: end(value, false),
                high: end(value, false),
            },
            Limit::Range { low, high, open } => Self {
                low: end(low, matches!(open, Some(OpenEnds::Low | OpenEnds::Both))),
                high: end(high, matches!(open, Some(OpenEnds::High | OpenEnds::Both))),
            },
            Limit::Tolerance { nominal, deviation } => {
                let deviation = deviation.abs();
                Self {
                    low: end(&nominal.checked_sub(deviation)?, false),
                    high: end(&nominal.checked_add(deviation)?, false),
                }
            }
            Limit::Enumeration(_) | Limit::Qualitative(_) => return None,
        })
    }

    /// Applies a conversion to both ends.
    pub(super) fn map(self, convert: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let end = |end: Option<End>| match end {
            None => Some(None),
            Some(end) => convert(end.value).map(|value| Some(End { value, ..end })),
        };
        Some(Self {
            low: end(self.low)?,
            high: end(self.high)?,
        })
    }

    /// Whether the two share no value.
    pub(super) fn is_disjoint(&self, other: &Self) -> bool {
        let apart = |high: Option<End>, low: Option<End>| match (high, low) {
            (Some(high), Some(low)) => {
                high.value < low.value || (high.value == low.value && (high.is_open || low.is_open))
            }
            _ => false,
        };
        apart(self.high, other.low) || apart(other.high, self.low)
    }

    pub(super) fn contains(&self, value: Decimal) -> bool {
        let above = self
            .low
            .is_none_or(|end| value > end.value || (value == end.value && !end.is_open));
        let below = self
            .high
            .is_none_or(|end| value < end.value || (value == end.value && !end.is_open));
        above && below
    }

    /// Whether it is a single value.
    pub(super) fn is_point(&self) -> bool {
        matches!((self.low, self.high), (Some(low), Some(high)) if low.value == high.value)
    }
}

/// Orders two lower ends: which of them leaves more out (`Greater` leaves out more).
pub(super) fn order_low(left: Option<End>, right: Option<End>) -> Ordering {
    match (left, right) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(left), Some(right)) => left
            .value
            .cmp(&right.value)
            .then(left.is_open.cmp(&right.is_open)),
    }
}

/// Orders two upper ends: which of them leaves more out (`Greater` leaves out more).
pub(super) fn order_high(left: Option<End>, right: Option<End>) -> Ordering {
    match (left, right) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(left), Some(right)) => right
            .value
            .cmp(&left.value)
            .then(left.is_open.cmp(&right.is_open)),
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.low {
            Some(End {
                value,
                is_open: true,
            }) => write!(f, "({value}, ")?,
            Some(End {
                value,
                is_open: false,
            }) => write!(f, "[{value}, ")?,
            None => f.write_str("(−∞, ")?,
        }
        match self.high {
            Some(End {
                value,
                is_open: true,
            }) => write!(f, "{value})"),
            Some(End {
                value,
                is_open: false,
            }) => write!(f, "{value}]"),
            None => f.write_str("+∞)"),
        }
    }
}
