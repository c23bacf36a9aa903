//! Lists of admitted values, against lists and against intervals.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::finding::{Finding, Reason, Rule, Side, Verdict};
use super::interval::Interval;
use super::proof::{Proof, inclusion_sign};
use super::set;
use crate::compare::indicator::Indicator;
use crate::compare::indicator::unit::{Conversion, Unit};

impl Proof {
    pub(super) fn lists(
        mut self,
        domestic: &Indicator,
        foreign: &Indicator,
        own: &[String],
        other: &[String],
    ) -> Finding {
        let unit = |indicator: &Indicator| {
            indicator
                .unit
                .as_deref()
                .map_or(Ok(Unit::one()), Unit::from_str)
        };
        let (Ok(own_unit), Ok(other_unit)) = (unit(domestic), unit(foreign)) else {
            return self.ends(Verdict::NotComparable, Reason::DifferentDimension);
        };
        let mut other = other.to_vec();
        if own_unit.code() != other_unit.code() {
            let convert = |value: &String| {
                let number = Decimal::from_str(value).ok()?;
                let number = other_unit.convert(number, &own_unit, Conversion::Point)?;
                let near = own.iter().find(|mine| {
                    Decimal::from_str(mine).is_ok_and(|mine| {
                        (mine - number).abs() * Decimal::ONE_HUNDRED <= mine.abs()
                    })
                });
                Some(
                    near.cloned()
                        .unwrap_or_else(|| number.normalize().to_string()),
                )
            };
            let Some(converted) = other.iter().map(convert).collect::<Option<Vec<String>>>() else {
                self.step(Rule::Conversion, None, format!("{own_unit} ↛ {other_unit}"));
                return self.ends(Verdict::NotComparable, Reason::DifferentDimension);
            };
            other = converted;
        }
        let verdict = set::listed(own, &other);
        self.step(
            Rule::AdmittedSet,
            Some(Side::Domestic),
            format!("{{{}}}", own.join(", ")),
        );
        self.step(
            Rule::AdmittedSet,
            Some(Side::Foreign),
            format!("{{{}}}", other.join(", ")),
        );
        self.step(Rule::Inclusion, None, inclusion_sign(verdict).to_owned());
        self.ends(verdict, Reason::SetInclusion)
    }

    /// A list of numbers against an interval; `side` is the side of the list.
    pub(super) fn list_in_interval(
        mut self,
        listed: &Indicator,
        values: &[String],
        interval: Interval,
        unit: Option<Unit>,
        side: Side,
    ) -> Finding {
        let own = listed
            .unit
            .as_deref()
            .map_or(Ok(Unit::one()), Unit::from_str);
        let unit = unit.unwrap_or_else(Unit::one);
        let numbers: Option<Vec<Decimal>> = values
            .iter()
            .map(|value| {
                let number = Decimal::from_str(value).ok()?;
                own.as_ref().ok()?.convert(number, &unit, Conversion::Point)
            })
            .collect();
        let Some(numbers) = numbers else {
            return self.ends(Verdict::NotComparable, Reason::WordsOnly);
        };
        let all_inside = numbers.iter().all(|number| interval.contains(*number));
        let point_covered =
            interval.is_point() && numbers.iter().any(|number| interval.contains(*number));
        let verdict = match (all_inside, point_covered) {
            (true, true) => Verdict::Equal,
            (true, false) => Verdict::Stricter,
            (false, true) => Verdict::Looser,
            (false, false) => Verdict::Crossing,
        };
        self.step(
            Rule::AdmittedSet,
            Some(side),
            format!("{{{}}}", values.join(", ")),
        );
        self.step(Rule::AdmittedSet, None, format!("{interval} {unit}"));
        let verdict = if side == Side::Domestic {
            verdict
        } else {
            verdict.mirrored()
        };
        self.step(Rule::Inclusion, None, inclusion_sign(verdict).to_owned());
        self.ends(verdict, Reason::SetInclusion)
    }
}
