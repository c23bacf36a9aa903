//! What a document of a family has from its parent.

use serde::{Deserialize, Serialize};

/// Codes and words that a document does not state itself and takes from the notification it belongs to.
///
/// Addenda usually state neither HS nor ICS; without their parent's codes nobody who watches a product would see them.
/// They are kept apart from the document's own, so that pages can say where they come from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Inherited {
    /// The number of the document they come from; a grandparent where the parent has none either.
    pub from: String,
    /// ICS codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ics: Vec<String>,
    /// HS codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hs: Vec<String>,
    /// Products of the province.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// Markets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub markets: Vec<String>,
    /// Products covered, free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub products_covered: String,
    /// Objectives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<String>,
}
