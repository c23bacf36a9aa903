//! The editions of one standard, taken together.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A standard without regard to its edition: prefix, number and part.
///
/// `GB/T 19001` is the family of `GB/T 19001-2016` and of its amendments. Families are equal only
/// where nature and co-publishers are equal too; for looser matches see
/// [`Number::kin`](super::Number::kin).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Family(pub(super) String);

impl Family {
    /// The family as text, such as `ISO 9001` or `IEC 60335-1`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Family {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Family {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
