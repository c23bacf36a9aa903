//! The limit itself.

use std::fmt;

use rust_decimal::Decimal;

use super::Comparator;

/// Which ends of a range are excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OpenEnds {
    /// The low end is excluded.
    Low,
    /// The high end is excluded.
    High,
    /// Both ends are excluded.
    Both,
}

impl OpenEnds {
    /// The name in the `open` field.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
            Self::Both => "both",
        }
    }

    /// Which ends are open, when the two are told apart; nothing when both are closed.
    pub const fn from_ends(low: bool, high: bool) -> Option<Self> {
        match (low, high) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::Low),
            (false, true) => Some(Self::High),
            (false, false) => None,
        }
    }
}

/// What values are admitted, exactly as printed (never converted).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// Less than the value.
    Below(Decimal),
    /// Not more than the value.
    AtMost(Decimal),
    /// More than the value.
    Above(Decimal),
    /// Not less than the value.
    AtLeast(Decimal),
    /// The value itself.
    Equal(Decimal),
    /// Between two values; `open` says which ends are excluded.
    Range {
        /// The low end.
        low: Decimal,
        /// The high end.
        high: Decimal,
        /// The excluded ends, nothing when both are included.
        open: Option<OpenEnds>,
    },
    /// A nominal value with a symmetric tolerance; nominal 0 for a pure deviation.
    Tolerance {
        /// The nominal value.
        nominal: Decimal,
        /// The tolerance to both sides.
        deviation: Decimal,
    },
    /// One of the listed designations or values.
    Enumeration(Vec<String>),
    /// A requirement in words, verbatim.
    Qualitative(String),
}

impl Limit {
    /// The relation this limit is written with.
    pub fn comparator(&self) -> Comparator {
        match self {
            Self::Below(_) => Comparator::Below,
            Self::AtMost(_) => Comparator::AtMost,
            Self::Above(_) => Comparator::Above,
            Self::AtLeast(_) => Comparator::AtLeast,
            Self::Equal(_) => Comparator::Equal,
            Self::Range { open: None, .. } => Comparator::Range,
            Self::Range { .. } => Comparator::OpenRange,
            Self::Tolerance { .. } => Comparator::Tolerance,
            Self::Enumeration(_) => Comparator::Enumeration,
            Self::Qualitative(_) => Comparator::Qualitative,
        }
    }

    /// Whether it is a numeric limit.
    pub fn is_numeric(&self) -> bool {
        !matches!(self, Self::Enumeration(_) | Self::Qualitative(_))
    }

    /// A range of two values in either order.
    pub fn range(first: Decimal, second: Decimal, open: Option<OpenEnds>) -> Self {
        let (low, high) = if first <= second {
            (first, second)
        } else {
            (second, first)
        };
        Self::Range { low, high, open }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Below(value) => write!(f, "< {value}"),
            Self::AtMost(value) => write!(f, "≤ {value}"),
            Self::Above(value) => write!(f, "> {value}"),
            Self::AtLeast(value) => write!(f, "≥ {value}"),
            Self::Equal(value) => write!(f, "= {value}"),
            Self::Range { low, high, open } => {
                let low_open = matches!(open, Some(OpenEnds::Low | OpenEnds::Both));
                let high_open = matches!(open, Some(OpenEnds::High | OpenEnds::Both));
                let opening = if low_open { '(' } else { '[' };
                let closing = if high_open { ')' } else { ']' };
                write!(f, "{opening}{low}, {high}{closing}")
            }
            Self::Tolerance { nominal, deviation } => write!(f, "{nominal} ± {deviation}"),
            Self::Enumeration(values) => write!(f, "{{{}}}", values.join(", ")),
            Self::Qualitative(words) => f.write_str(words),
        }
    }
}
