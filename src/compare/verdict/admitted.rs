//! What an indicator admits: an interval, a list, or only words.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::interval::Interval;
use super::words::{self, Meaning};
use crate::compare::indicator::unit::Unit;
use crate::compare::indicator::{Indicator, Limit};

/// The admitted set, values as printed.
pub(super) enum Admitted {
    Interval(Interval, Option<Unit>),
    Listed(Vec<String>),
    Words(String),
}

impl Admitted {
    pub(super) fn of(indicator: &Indicator) -> Self {
        if let Limit::Enumeration(values) = &indicator.limit {
            return Self::Listed(values.iter().map(|value| plain_value(value)).collect());
        }
        if let Some(meaning) = words::meaning(indicator) {
            return match words::interval(&meaning) {
                Some((interval, unit)) => Self::Interval(interval, unit),
                None => match meaning {
                    Meaning::Words(words) => Self::Words(words),
                    _ => Self::Words(String::new()),
                },
            };
        }
        let interval = Interval::of(&indicator.limit).unwrap_or_default();
        let unit = indicator
            .unit
            .as_deref()
            .map_or(Ok(Unit::one()), Unit::from_str);
        match unit {
            Ok(unit) => Self::Interval(interval, Some(unit)),
            Err(_) => Self::Words(format!(
                "{} {}",
                indicator.limit,
                indicator.unit.as_deref().unwrap_or_default()
            )),
        }
    }
}

/// One spelling for a listed value: no spaces, Roman and Arabic classes alike, numbers normal.
fn plain_value(value: &str) -> String {
    if let Ok(number) = Decimal::from_str(value.trim()) {
        return number.normalize().to_string();
    }
    let mut text: String = value
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    for (from, to) in [
        ("class", ""),
        ("type", ""),
        ("grade", ""),
        ("类", ""),
        ("型", ""),
        ("级", ""),
        ("ⅰ", "i"),
        ("ⅱ", "ii"),
        ("ⅲ", "iii"),
        ("ⅳ", "iv"),
    ] {
        text = text.replace(from, to);
    }
    text
}
