//! The relation between a value and its limit, as the interface names it.

use std::fmt;
use std::str::FromStr;

/// The nine relations of the `comparator` field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// `<`
    Below,
    /// `≤`
    AtMost,
    /// `>`
    Above,
    /// `≥`
    AtLeast,
    /// `=`
    Equal,
    /// Closed at both ends.
    Range,
    /// Nominal value and symmetric tolerance.
    Tolerance,
    /// A range with at least one open end.
    OpenRange,
    /// One of listed values.
    Enumeration,
    /// A requirement in words.
    Qualitative,
}

const NAMES: &[(Comparator, &str)] = &[
    (Comparator::Below, "<"),
    (Comparator::AtMost, "≤"),
    (Comparator::Above, ">"),
    (Comparator::AtLeast, "≥"),
    (Comparator::Equal, "="),
    (Comparator::Range, "range"),
    (Comparator::Tolerance, "±"),
    (Comparator::OpenRange, "min_max_open"),
    (Comparator::Enumeration, "enum"),
    (Comparator::Qualitative, "qualitative"),
];

const ALIASES: &[(&str, Comparator)] = &[
    ("<=", Comparator::AtMost),
    (">=", Comparator::AtLeast),
    ("＜", Comparator::Below),
    ("＞", Comparator::Above),
    ("≦", Comparator::AtMost),
    ("≧", Comparator::AtLeast),
    ("+-", Comparator::Tolerance),
];

impl fmt::Display for Comparator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(comparator, _)| comparator == self);
        f.write_str(name.map_or("", |(_, name)| name))
    }
}

/// The text names no relation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected one of < ≤ > ≥ = range ± min_max_open enum qualitative, found `{0}`")]
pub struct ParseComparatorError(String);

impl FromStr for Comparator {
    type Err = ParseComparatorError;

    fn from_str(text: &str) -> Result<Self, ParseComparatorError> {
        let name = text.trim();
        let known = NAMES
            .iter()
            .find(|(_, each)| *each == name)
            .map(|(comparator, _)| *comparator);
        let alias = || {
            ALIASES
                .iter()
                .find(|(each, _)| *each == name)
                .map(|(_, found)| *found)
        };
        known
            .or_else(alias)
            .ok_or_else(|| ParseComparatorError(text.to_owned()))
    }
}
