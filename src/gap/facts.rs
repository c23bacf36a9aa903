//! Everything a report is made from, as it was found in the store.

use serde::Serialize;

use super::{GapQuestion, ReportDocument};
use crate::compare::adoption::Edge;
use crate::model::{Bilingual, LimitValue};

/// What is known about a question.
///
/// The order of every list is fixed by the gathering, so that the facts have one form and one hash.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    /// The question.
    pub question: GapQuestion,
    /// Names of the product, where the question has one.
    pub product: Option<Bilingual>,
    /// The documents: domestic before foreign, then by market and number.
    pub documents: Vec<ReportDocument>,
    /// The limits of each document, in the order of the documents.
    pub limits: Vec<Vec<LimitValue>>,
    /// Texts attached to the documents whose rights allow reading them.
    pub texts: Vec<super::AttachedText>,
    /// Adoptions among the documents and into or out of them.
    pub edges: Vec<Edge>,
    /// Sentences about what is not covered.
    pub not_covered: Vec<Bilingual>,
}

impl Facts {
    /// Returns the hash of everything above: the snapshot of the corpus as far as this report looks.
    ///
    /// The revision of the store was turned down: an import of something else would change it, and with it every report.
    pub fn snapshot(&self) -> String {
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        blake3::hash(&bytes).to_hex()[..32].to_owned()
    }
}
