//! The strictest envelope of several limits: what satisfies all of them, or the proof that nothing does.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::admitted::Admitted;
use super::interval::{Interval, order_high, order_low};
use crate::compare::indicator::unit::{Conversion, Unit};
use crate::compare::indicator::{Indicator, Limit, OpenEnds};

/// One end of an envelope and the limit that sets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopeEnd {
    /// Index of the limit in the list that was given.
    pub limit: usize,
    /// The value in the envelope's unit.
    pub value: Decimal,
    /// Whether the value itself is excluded.
    pub is_open: bool,
}

/// The intersection of the sets that several limits admit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The unit of both ends: that of the first limit.
    pub unit: String,
    /// The lower end.
    pub low: Option<EnvelopeEnd>,
    /// The upper end.
    pub high: Option<EnvelopeEnd>,
    /// Whether no value satisfies all limits; the two ends are then the proof.
    pub is_empty: bool,
}

impl Envelope {
    /// Writes the envelope as an interval.
    pub fn printed(&self) -> String {
        let low = self.low.as_ref().map_or_else(
            || "(−∞".to_owned(),
            |end| format!("{}{}", if end.is_open { '(' } else { '[' }, end.value),
        );
        let high = self.high.as_ref().map_or_else(
            || "+∞)".to_owned(),
            |end| format!("{}{}", end.value, if end.is_open { ')' } else { ']' }),
        );
        let unit = if self.unit == "1" { "" } else { &self.unit };
        format!("{low}, {high} {unit}").trim_end().to_owned()
    }

    /// Returns the envelope as a limit of its own; nothing when it is empty or bounds nothing.
    pub fn limit(&self) -> Option<Limit> {
        if self.is_empty {
            return None;
        }
        match (&self.low, &self.high) {
            (None, None) => None,
            (Some(low), None) if low.is_open => Some(Limit::Above(low.value)),
            (Some(low), None) => Some(Limit::AtLeast(low.value)),
            (None, Some(high)) if high.is_open => Some(Limit::Below(high.value)),
            (None, Some(high)) => Some(Limit::AtMost(high.value)),
            (Some(low), Some(high)) => Some(Limit::range(
                low.value,
                high.value,
                OpenEnds::from_ends(low.is_open, high.is_open),
            )),
        }
    }
}

/// Intersects the sets some limits admit, in the unit of the first.
///
/// Nothing when a limit is no interval of numbers or its unit does not convert: such limits have to be met one by one.
pub fn envelope(limits: &[&Indicator]) -> Option<Envelope> {
    let (first, unit) = interval_of(limits.first()?)?;
    let mut whole = first;
    let mut setters = (first.low.map(|_| 0), first.high.map(|_| 0));
    for (index, limit) in limits.iter().enumerate().skip(1) {
        let (interval, own) = interval_of(limit)?;
        if !own.converts_to(&unit) {
            return None;
        }
        let interval = interval.map(|value| own.convert(value, &unit, Conversion::Point))?;
        if order_low(interval.low, whole.low).is_gt() {
            (whole.low, setters.0) = (interval.low, Some(index));
        }
        if order_high(interval.high, whole.high).is_gt() {
            (whole.high, setters.1) = (interval.high, Some(index));
        }
    }
    let end = |end: Option<super::interval::End>, setter: Option<usize>| {
        end.zip(setter).map(|(end, limit)| EnvelopeEnd {
            limit,
            value: end.value.normalize(),
            is_open: end.is_open,
        })
    };
    let low_alone = Interval {
        high: None,
        ..whole
    };
    let high_alone = Interval { low: None, ..whole };
    Some(Envelope {
        unit: unit.code().to_owned(),
        low: end(whole.low, setters.0),
        high: end(whole.high, setters.1),
        is_empty: low_alone.is_disjoint(&high_alone),
    })
}

fn interval_of(limit: &Indicator) -> Option<(Interval, Unit)> {
    match Admitted::of(limit) {
        Admitted::Interval(interval, unit) => Some((interval, unit.unwrap_or_else(Unit::one))),
        Admitted::Listed(_) | Admitted::Words(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_most(value: &str, unit: &str) -> Indicator {
        Indicator::new("铅", Limit::AtMost(value.parse().unwrap())).with_unit(unit)
    }

    #[test]
    fn the_strictest_upper_limit_wins_also_in_another_unit() {
        let limits = [at_most("90", "mg/kg"), at_most("0.005", "%")];
        let found = envelope(&limits.each_ref()).unwrap();
        assert_eq!(found.high.as_ref().unwrap().limit, 1);
        assert!(!found.is_empty);
        assert_eq!(found.limit().unwrap().to_string(), "≤ 50");
    }

    #[test]
    fn limits_that_exclude_one_another_leave_nothing_and_name_both_ends() {
        let low = Indicator::new("强度", Limit::AtLeast("500".parse().unwrap())).with_unit("MPa");
        let high = Indicator::new("强度", Limit::AtMost("440".parse().unwrap())).with_unit("MPa");
        let found = envelope(&[&low, &high]).unwrap();
        assert!(found.is_empty);
        assert_eq!(
            (found.low.unwrap().limit, found.high.unwrap().limit),
            (0, 1)
        );
    }

    #[test]
    fn what_does_not_convert_has_no_envelope() {
        assert_eq!(
            envelope(&[&at_most("0.8", "mg/dm2"), &at_most("2", "mg/L")]),
            None
        );
    }
}
