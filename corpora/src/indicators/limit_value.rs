use serde::{Deserialize, Serialize};

/// The limit as printed: a number, or a grade that is no number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum LimitValue {
    /// A number in the unit of the row, kept as its decimal digits.
    Number(serde_json::Number),
    /// A grade, such as `3-4` of a colour fastness scale.
    Grade(String),
}
