//! Whether two conditions can hold at once.

use rust_decimal::Decimal;

use super::exclusion::excluded;
use super::facets::CONDITIONS;
use super::interval::Interval;
use crate::compare::indicator::extract::{QuantityMention, quantities};
use crate::compare::indicator::unit::{Conversion, Dimension, Unit};

/// What two conditions disagree on; nothing when they are compatible.
pub(super) fn conflict(domestic: &str, foreign: &str) -> Option<String> {
    let (left, right) = (domestic.to_lowercase(), foreign.to_lowercase());
    let words = CONDITIONS
        .iter()
        .find_map(|facet| facet.conflict(&left, &right));
    words
        .or_else(|| excluded(domestic, foreign).map(|thing| format!("{thing} ≠ all but {thing}")))
        .or_else(|| numbers(domestic, foreign))
}

/// Numbers of one dimension on both sides must be able to agree.
fn numbers(domestic: &str, foreign: &str) -> Option<String> {
    let (left, right) = (quantities(domestic), quantities(foreign));
    let mut seen: Vec<Dimension> = Vec::new();
    for quantity in &left {
        let dimension = dimension(quantity);
        if seen.contains(&dimension)
            || dimension.is_countable() && dimension.scale.is_empty() && !is_share(quantity)
        {
            continue;
        }
        seen.push(dimension);
        let own: Vec<&QuantityMention> = of_dimension(&left, dimension);
        let other: Vec<&QuantityMention> = of_dimension(&right, dimension);
        if other.is_empty() {
            continue;
        }
        let agrees = own
            .iter()
            .any(|one| other.iter().any(|two| can_agree(one, two)));
        if !agrees {
            let print = |mentions: &[&QuantityMention]| {
                mentions
                    .iter()
                    .map(|m| m.text.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            return Some(format!("{} ≠ {}", print(&own), print(&other)));
        }
    }
    None
}

fn dimension(quantity: &QuantityMention) -> Dimension {
    quantity
        .unit
        .as_ref()
        .map(Unit::dimension)
        .unwrap_or_default()
}

fn is_share(quantity: &QuantityMention) -> bool {
    quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.code() != "1")
}

fn of_dimension(all: &[QuantityMention], wanted: Dimension) -> Vec<&QuantityMention> {
    all.iter()
        .filter(|quantity| dimension(quantity) == wanted)
        .collect()
}

/// Two quantities agree when their sets meet, or two points lie within two hundredths.
fn can_agree(left: &QuantityMention, right: &QuantityMention) -> bool {
    let (Some(own), Some(other)) = (Interval::of(&left.limit), Interval::of(&right.limit)) else {
        return true;
    };
    let converted = match (&left.unit, &right.unit) {
        (Some(to), Some(from)) => other.map(|value| from.convert(value, to, Conversion::Point)),
        _ => Some(other),
    };
    let Some(converted) = converted else {
        return true;
    };
    if !own.is_disjoint(&converted) {
        return true;
    }
    match (own.low, converted.low) {
        (Some(a), Some(b)) if own.is_point() && converted.is_point() => {
            let scale = a.value.abs().max(b.value.abs());
            (a.value - b.value).abs() * Decimal::from(50) <= scale
        }
        _ => false,
    }
}
