//! An edge between two documents.

use serde::{Deserialize, Serialize};

use crate::model::Adoption;

/// What one document is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EdgeKind {
    /// It adopts it, to a degree where one is stated.
    Adopts(Option<Adoption>),
    /// It cites it as a normative reference.
    Cites,
}

/// A directed edge: what `from` is to `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Number of the adopting or citing document.
    pub from: String,
    /// Number of the adopted or cited one, dated where the source dates it.
    pub to: String,
    /// What kind of edge.
    pub kind: EdgeKind,
}

impl Edge {
    /// Makes an adoption.
    pub fn adopts(
        from: impl Into<String>,
        to: impl Into<String>,
        degree: impl Into<Option<Adoption>>,
    ) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            kind: EdgeKind::Adopts(degree.into()),
        }
    }

    /// Makes a citation.
    pub fn cites(from: impl Into<String>, to: impl Into<String>) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            kind: EdgeKind::Cites,
        }
    }
}

/// How much of a method survives an adoption of a degree: 3 identical, 2 modified, 1 the old "equivalent" or not stated.
///
/// NEQ is no adoption (GB/T 1.2-2020), so it carries nothing over. EQV is not MOD and stands below it.
pub(super) fn strength(degree: Option<Adoption>) -> Option<u8> {
    match degree {
        Some(Adoption::Idt) => Some(3),
        Some(Adoption::Mod) => Some(2),
        Some(Adoption::Eqv) | None => Some(1),
        Some(Adoption::Neq) => None,
    }
}
