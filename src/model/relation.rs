//! Directed edges between documents.

use indexers::{Adoption, RelationKind};
use serde::{Deserialize, Serialize};

/// An edge from a record to a document that may or may not be in the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// What the record is to the target.
    pub kind: RelationKind,
    /// The target's number: canonical where it could be read, verbatim otherwise.
    pub target: String,
    /// Degree of an adoption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degree: Option<Adoption>,
    /// Index of the claim that says so.
    #[serde(default)]
    pub claim: usize,
}
