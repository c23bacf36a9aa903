//! Two numeric limits, converted and compared as sets.

use super::finding::{Finding, Reason, Rule, Side, Verdict};
use super::interval::Interval;
use super::proof::{Proof, inclusion_sign};
use super::set;
use crate::compare::indicator::unit::{Conversion, Unit};
use crate::compare::indicator::{Indicator, Limit};

impl Proof {
    pub(super) fn intervals(
        mut self,
        domestic: &Indicator,
        foreign: &Indicator,
        (own, own_unit): (Interval, Option<Unit>),
        (other, other_unit): (Interval, Option<Unit>),
    ) -> Finding {
        let shared = own_unit
            .clone()
            .or_else(|| other_unit.clone())
            .unwrap_or_else(Unit::one);
        let own_unit = own_unit.unwrap_or_else(|| shared.clone());
        let other_unit = other_unit.unwrap_or(shared);
        if !other_unit.converts_to(&own_unit) {
            self.step(Rule::Conversion, None, format!("{own_unit} ↛ {other_unit}"));
            return self.ends(Verdict::NotComparable, Reason::DifferentDimension);
        }
        let mode = if is_difference(domestic) || is_difference(foreign) {
            Conversion::Difference
        } else {
            Conversion::Point
        };
        let Some(converted) = set::convert(own, &own_unit, other, &other_unit, mode) else {
            self.step(Rule::Conversion, None, format!("{own_unit} ↛ {other_unit}"));
            return self.ends(Verdict::NotComparable, Reason::DifferentDimension);
        };
        if own_unit.code() != other_unit.code() {
            let exact = other
                .map(|value| other_unit.convert(value, &own_unit, mode))
                .unwrap_or_default();
            let shown = exact
                .map(|value| Some(value.round_sf(6).unwrap_or(value).normalize()))
                .unwrap_or(exact);
            self.step(
                Rule::Conversion,
                Some(Side::Foreign),
                format!("{other} {other_unit} = {shown} {own_unit}"),
            );
        }
        if converted.is_rounded {
            self.step(
                Rule::Rounding,
                Some(Side::Foreign),
                format!("≈ {} {own_unit}", converted.foreign),
            );
        }
        if let Some(verdict) = self.sum_against_each(domestic, foreign, &converted) {
            return self.ends(verdict, Reason::SumAgainstEach);
        }
        let (own, other) = set::without_idle_zero(converted.domestic, converted.foreign);
        let verdict = set::inclusion(&own, &other);
        self.step(
            Rule::AdmittedSet,
            Some(Side::Domestic),
            format!("{own} {own_unit}"),
        );
        self.step(
            Rule::AdmittedSet,
            Some(Side::Foreign),
            format!("{other} {own_unit}"),
        );
        self.step(Rule::Inclusion, None, inclusion_sign(verdict).to_owned());
        let reason = if converted.is_rounded && verdict == Verdict::Equal {
            Reason::EqualAfterRounding
        } else {
            Reason::SetInclusion
        };
        self.ends(verdict, reason)
    }
}

/// Whether the quantity is a difference of temperatures.
fn is_difference(indicator: &Indicator) -> bool {
    let words = format!(
        "{} {}",
        indicator.parameter,
        indicator.condition.as_deref().unwrap_or_default()
    )
    .to_lowercase();
    [
        "温升",
        "温差",
        "温度差",
        "temperature rise",
        "temperature difference",
        "rise in temperature",
        "heating of",
    ]
    .iter()
    .any(|word| words.contains(word))
        || matches!(indicator.limit, Limit::Tolerance { nominal, .. } if nominal.is_zero())
}
