//! The range within which a thing must work: `must operate between −10 °C and 40 °C`.

use super::reader::Found;
use super::wording::{is_generic, split_subject};
use crate::compare::indicator::extract::reading::{Form, Reading};

/// Words that say a thing works, as they follow the modal verb.
const VERBS: &[&str] = &[
    "operate",
    "function",
    "work",
    "be capable of operating",
    "be able to operate",
    "be designed to operate",
    "be suitable for use",
    "be suitable for operation",
    "remain operational",
];

/// Quantities by a word of the sentence or by the code of the unit.
const QUANTITIES: &[(&str, &[&str])] = &[
    ("temperature", &["Cel", "K", "[degF]"]),
    ("voltage", &["V", "kV"]),
    ("frequency", &["Hz", "kHz", "MHz"]),
    ("humidity", &[]),
    ("pressure", &["Pa", "kPa", "MPa", "bar"]),
];

/// Reads the range; the thing itself becomes the condition.
pub(super) fn operating(subject: &str, between: &str, reading: &Reading) -> Option<Found> {
    let between = between.to_ascii_lowercase();
    let works = VERBS.iter().any(|verb| between.starts_with(verb));
    if !works || reading.form != Form::Spread {
        return None;
    }
    let unit = reading.unit.as_ref().map_or("", |unit| unit.code());
    let by_word = QUANTITIES.iter().find(|(name, _)| between.contains(name));
    let by_unit = || QUANTITIES.iter().find(|(_, units)| units.contains(&unit));
    let (quantity, _) = by_word.or_else(by_unit)?;
    let (mut conditions, name) = split_subject(subject);
    if !name.is_empty() && !is_generic(&name) {
        conditions.push(name);
    }
    Some(Found {
        parameter: format!("operating {quantity}"),
        conditions,
        limit: Some(reading.limit.clone()),
    })
}
