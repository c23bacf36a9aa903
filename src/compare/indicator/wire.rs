//! The JSON form of an indicator.
//!
//! `value` is a number, a pair, a list of designations or words, by the comparator. JSON numbers
//! lose a trailing zero (`2.50`), but `2.0` and `2` stay apart, and that is kept as scale.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::{Comparator, Indicator, Limit, Modal, OpenEnds, ParseComparatorError};

/// The fields do not make an indicator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// The comparator is unknown.
    #[error(transparent)]
    Comparator(#[from] ParseComparatorError),
    /// The value does not suit the comparator.
    #[error("expected {expected} as `value` of comparator `{comparator}`, found {found}")]
    Value {
        /// What the comparator needs.
        expected: &'static str,
        /// The comparator.
        comparator: Comparator,
        /// The value as given.
        found: String,
    },
    /// `open` names no end.
    #[error("expected `low`, `high` or `both` as `open`, found `{0}`")]
    Open(String),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Scalar {
    Integer(i64),
    Float(f64),
    Text(String),
}

impl Scalar {
    fn number(&self) -> Option<Decimal> {
        match self {
            Self::Integer(value) => Some(Decimal::from(*value)),
            Self::Float(value) => {
                let value = format!("{value:?}");
                value
                    .parse()
                    .ok()
                    .or_else(|| Decimal::from_scientific(&value).ok())
            }
            Self::Text(value) => value.trim().parse().ok(),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Integer(value) => value.to_string(),
            Self::Float(value) => format!("{value:?}"),
            Self::Text(value) => value.clone(),
        }
    }

    fn of(value: Decimal) -> Self {
        if value.scale() == 0
            && let Some(whole) = value.to_i64()
        {
            return Self::Integer(whole);
        }
        value
            .to_f64()
            .map_or_else(|| Self::Text(value.to_string()), Self::Float)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Value {
    One(Scalar),
    Many(Vec<Scalar>),
}

/// The fields as they travel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Wire {
    parameter: String,
    comparator: String,
    #[serde(default)]
    value: Option<Value>,
    #[serde(default)]
    value_high: Option<Scalar>,
    #[serde(default)]
    open: Option<String>,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    condition: Option<String>,
    #[serde(default)]
    method: Option<String>,
    #[serde(default)]
    modal: Option<Modal>,
    #[serde(default)]
    span: Option<(usize, usize)>,
}

impl From<Indicator> for Wire {
    fn from(indicator: Indicator) -> Self {
        let comparator = indicator.limit.comparator();
        let pair = |low, high| Some(Value::Many(vec![Scalar::of(low), Scalar::of(high)]));
        let mut value_high = None;
        let mut open_name = None;
        let value = match indicator.limit {
            Limit::Below(value)
            | Limit::AtMost(value)
            | Limit::Above(value)
            | Limit::AtLeast(value)
            | Limit::Equal(value) => Some(Value::One(Scalar::of(value))),
            Limit::Range { low, high, open } => {
                value_high = Some(Scalar::of(high));
                open_name = open.map(|ends| ends.name().to_owned());
                pair(low, high)
            }
            Limit::Tolerance { nominal, deviation } => pair(nominal, deviation),
            Limit::Enumeration(values) => {
                Some(Value::Many(values.into_iter().map(Scalar::Text).collect()))
            }
            Limit::Qualitative(words) => Some(Value::One(Scalar::Text(words))),
        };
        Self {
            parameter: indicator.parameter,
            comparator: comparator.to_string(),
            value,
            value_high,
            open: open_name,
            unit: indicator.unit,
            condition: indicator.condition,
            method: indicator.method,
            modal: Some(indicator.modal),
            span: Some((indicator.span.start, indicator.span.end)),
        }
    }
}

impl Wire {
    fn limit(&self) -> Result<Limit, WireError> {
        let comparator: Comparator = self.comparator.parse()?;
        let mismatch = |expected| WireError::Value {
            expected,
            comparator,
            found: match &self.value {
                None => "nothing".to_owned(),
                Some(Value::One(value)) => format!("`{}`", value.text()),
                Some(Value::Many(values)) => format!("a list of {}", values.len()),
            },
        };
        let single = || match &self.value {
            Some(Value::One(value)) => value.number().ok_or_else(|| mismatch("a number")),
            _ => Err(mismatch("a number")),
        };
        let pair = || {
            let found = match (&self.value, &self.value_high) {
                (Some(Value::Many(values)), _) if values.len() == 2 => {
                    values[0].number().zip(values[1].number())
                }
                (Some(Value::One(low)), Some(high)) => low.number().zip(high.number()),
                _ => None,
            };
            found.ok_or_else(|| mismatch("two numbers"))
        };
        Ok(match comparator {
            Comparator::Below => Limit::Below(single()?),
            Comparator::AtMost => Limit::AtMost(single()?),
            Comparator::Above => Limit::Above(single()?),
            Comparator::AtLeast => Limit::AtLeast(single()?),
            Comparator::Equal => Limit::Equal(single()?),
            Comparator::Range => {
                let (low, high) = pair()?;
                Limit::range(low, high, None)
            }
            Comparator::OpenRange => {
                let (low, high) = pair()?;
                Limit::range(low, high, self.open_ends()?.or(Some(OpenEnds::Both)))
            }
            Comparator::Tolerance => match pair() {
                Ok((nominal, deviation)) => Limit::Tolerance { nominal, deviation },
                Err(error) => {
                    let deviation = single().map_err(|_| error)?;
                    Limit::Tolerance {
                        nominal: Decimal::ZERO,
                        deviation,
                    }
                }
            },
            Comparator::Enumeration => match &self.value {
                Some(Value::Many(values)) => {
                    Limit::Enumeration(values.iter().map(Scalar::text).collect())
                }
                Some(Value::One(value)) => Limit::Enumeration(vec![value.text()]),
                None => return Err(mismatch("a list")),
            },
            Comparator::Qualitative => match &self.value {
                Some(Value::One(words)) => Limit::Qualitative(words.text()),
                Some(Value::Many(words)) => {
                    let words: Vec<String> = words.iter().map(Scalar::text).collect();
                    Limit::Qualitative(words.join("; "))
                }
                None => Limit::Qualitative(String::new()),
            },
        })
    }

    fn open_ends(&self) -> Result<Option<OpenEnds>, WireError> {
        match self.open.as_deref() {
            None | Some("" | "none") => Ok(None),
            Some("low") => Ok(Some(OpenEnds::Low)),
            Some("high") => Ok(Some(OpenEnds::High)),
            Some("both") => Ok(Some(OpenEnds::Both)),
            Some(other) => Err(WireError::Open(other.to_owned())),
        }
    }
}

impl TryFrom<Wire> for Indicator {
    type Error = WireError;

    fn try_from(wire: Wire) -> Result<Self, WireError> {
        let limit = wire.limit()?;
        let span = wire.span.unwrap_or_default();
        Ok(Self {
            parameter: wire.parameter,
            limit,
            unit: wire.unit,
            condition: wire.condition,
            method: wire.method,
            modal: wire.modal.unwrap_or_default(),
            span: span.0..span.1,
        })
    }
}
