//! How binding a statement is.

use serde::{Deserialize, Serialize};

/// Requirement or recommendation, by the modal verb (GB/T 1.1-2020, ISO/IEC Directives Part 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modal {
    /// 应, shall, must, or none.
    #[default]
    Requirement,
    /// 宜, should.
    Recommendation,
}
