//! Limit values that a document sets, as facts with their evidence.

use indexers::{Evidence, Limit};
use serde::{Deserialize, Serialize};

/// One limit value of a standard or regulation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LimitValue {
    /// What is limited, how, and under which condition.
    #[serde(flatten)]
    pub limit: Limit,
    /// Where it was seen.
    pub evidence: Vec<Evidence>,
}
