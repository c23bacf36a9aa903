use serde::{Deserialize, Serialize};

use super::{LimitValue, Reference};
use crate::evidence::{Confidence, Evidence};

/// How the measured value stands to the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparator {
    /// Below the limit.
    #[serde(rename = "<")]
    Below,
    /// At most the limit.
    #[serde(rename = "<=")]
    AtMost,
    /// Equal to the limit.
    #[serde(rename = "=")]
    Equal,
    /// At least the limit.
    #[serde(rename = ">=")]
    AtLeast,
    /// Above the limit.
    #[serde(rename = ">")]
    Above,
    /// Within the limit on both sides of the nominal value.
    #[serde(rename = "±")]
    Deviation,
}

/// One limit of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterIndicator {
    /// Permanent id, such as `ind-0001`.
    pub id: String,
    /// Number or name of the document, as a person would cite it.
    pub standard: String,
    /// Clause that holds the limit.
    pub clause: Option<String>,
    /// Id of the product.
    pub product: String,
    /// Chinese name of the characteristic.
    pub parameter_zh: String,
    /// English name of the characteristic.
    pub parameter_en: String,
    /// How the measured value stands to the limit.
    pub comparator: Comparator,
    /// The limit as printed.
    pub value: LimitValue,
    /// Unit as printed; `1` for a plain number.
    pub unit: String,
    /// Grade, size, age or other condition under which the limit holds.
    pub condition: Option<String>,
    /// Test method by its number.
    pub method: Option<String>,
    /// Sources of the row.
    pub evidence: Vec<Evidence>,
    /// How far the row can be trusted.
    pub confidence: Confidence,
    /// The document that sets the limit.
    pub standard_ref: Reference,
    /// What was changed in the row since it was first gathered, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<String>,
}
