//! Where each value came from, and who disagrees.

use serde::{Deserialize, Serialize};

/// One source's contribution to a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The source's identifier.
    pub source: String,
    /// The source's key of its row.
    pub key: String,
    /// When the bytes were fetched or imported (RFC 3339, UTC).
    pub fetched_at: String,
    /// First 16 hexadecimal digits of the BLAKE3 hash of the row.
    pub hash: String,
}

/// A field about which sources disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The field, as `title.en` or `status`.
    pub field: String,
    /// The value that is shown, and the index of its claim.
    pub chosen: (String, usize),
    /// The values that are not, each with the index of its claim.
    pub others: Vec<(String, usize)>,
    /// Why the chosen one was chosen.
    pub rule: String,
}

/// The origin of a record's values.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Provenance {
    /// Who contributed, the most trusted first.
    pub claims: Vec<Claim>,
    /// For fields that are not from the first claim: field and index of the claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<(String, usize)>,
    /// Fields about which the sources disagree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
}

impl Provenance {
    /// Returns the claim a field's value comes from.
    pub fn of(&self, field: &str) -> Option<&Claim> {
        let index = self
            .fields
            .iter()
            .find(|(name, _)| name == field)
            .map_or(0, |&(_, index)| index);
        self.claims.get(index)
    }
}
