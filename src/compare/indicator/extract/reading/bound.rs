//! One end of the admitted values, and two ends that make a range.

use rust_decimal::Decimal;

use super::{Form, Reading};
use crate::compare::indicator::extract::phrases::Side;
use crate::compare::indicator::{Limit, OpenEnds};

/// One end as the words state it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound {
    pub(super) side: Side,
    pub(super) is_inclusive: bool,
}

impl Bound {
    pub(super) fn negated(self) -> Self {
        let side = if self.side == Side::Above {
            Side::Below
        } else {
            Side::Above
        };
        Self {
            side,
            is_inclusive: !self.is_inclusive,
        }
    }

    pub(super) fn limit(self, value: Decimal) -> Limit {
        match (self.side, self.is_inclusive) {
            (Side::Above, true) => Limit::AtLeast(value),
            (Side::Above, false) => Limit::Above(value),
            (Side::Below, true) => Limit::AtMost(value),
            (Side::Below, false) => Limit::Below(value),
        }
    }
}

/// Two ends of one quantity as a range.
pub(super) fn join(first: &Reading, second: &Reading) -> Option<Reading> {
    let end = |limit: &Limit| match limit {
        Limit::Above(value) => Some((Side::Above, *value, true)),
        Limit::AtLeast(value) => Some((Side::Above, *value, false)),
        Limit::Below(value) => Some((Side::Below, *value, true)),
        Limit::AtMost(value) => Some((Side::Below, *value, false)),
        _ => None,
    };
    let (first_side, first_value, first_open) = end(&first.limit)?;
    let (second_side, second_value, second_open) = end(&second.limit)?;
    let same_unit = match (&first.unit, &second.unit) {
        (Some(left), Some(right)) => left.code() == right.code(),
        _ => true,
    };
    if first_side == second_side || !same_unit {
        return None;
    }
    let (low, low_open, high, high_open) = if first_side == Side::Above {
        (first_value, first_open, second_value, second_open)
    } else {
        (second_value, second_open, first_value, first_open)
    };
    (low <= high).then(|| Reading {
        limit: Limit::Range {
            low,
            high,
            open: OpenEnds::from_ends(low_open, high_open),
        },
        unit: second.unit.clone().or_else(|| first.unit.clone()),
        form: Form::Compared,
        span: first.span.start..second.span.end,
        base: first.base.clone(),
        is_recommended: first.is_recommended,
        tokens: first.tokens.start..second.tokens.end,
    })
}
