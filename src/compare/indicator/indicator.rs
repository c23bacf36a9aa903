//! One checkable statement of a standard.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::wire::Wire;
use super::{Limit, Modal};

/// The language a text is read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Language {
    /// Tells the language by whether the text holds Chinese characters.
    pub fn of(text: &str) -> Self {
        let chinese = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        if chinese { Self::Zh } else { Self::En }
    }
}

/// A parameter with its limit, unit and qualifications.
///
/// Its JSON form is the one of `POST /api/v1/indicators/extract`; `span` is in bytes here and in the
/// JSON of this type, and the edge turns it into code points with [`crate::compare::span`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Indicator {
    /// What is limited, in the words of the text.
    pub parameter: String,
    /// The admitted values as printed.
    pub limit: Limit,
    /// The unit code (`mg/kg`, `[in_i]`), `1` for a pure number, nothing for words.
    pub unit: Option<String>,
    /// What qualifies the limit.
    pub condition: Option<String>,
    /// The external test method as printed.
    pub method: Option<String>,
    /// How binding it is.
    pub modal: Modal,
    /// Where the limit stands in the text, in bytes; `0..0` when it did not come from a text.
    pub span: Range<usize>,
}

impl Indicator {
    /// An indicator with a parameter and a limit and nothing else.
    pub fn new(parameter: impl Into<String>, limit: Limit) -> Self {
        Self {
            parameter: parameter.into(),
            limit,
            unit: None,
            condition: None,
            method: None,
            modal: Modal::Requirement,
            span: 0..0,
        }
    }

    /// The same with a unit code or notation.
    #[must_use]
    pub fn with_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// The same with a condition.
    #[must_use]
    pub fn with_condition(mut self, condition: impl Into<String>) -> Self {
        self.condition = Some(condition.into());
        self
    }
}
