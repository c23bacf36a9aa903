//! One line of a check.

use serde::Serialize;

use super::Finding;
use crate::model::{Adoption, Status, Texts};
use crate::number::Rule;

/// A document, as far as a check speaks of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Identifier of the record.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its titles.
    pub title: Texts,
    /// Its status on the day asked for.
    pub standing: Status,
    /// Day, month or year of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Day, month or year from which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implemented: Option<String>,
    /// Day, month or year it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}

/// What a document adopts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Adopted {
    /// Number of the adopted document.
    pub number: String,
    /// To what degree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub degree: Option<Adoption>,
    /// The adopted document, where the store holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
}

/// What a check says of one number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The number as written where it stands first.
    pub text: String,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// How often the text names it.
    pub times: usize,
    /// Its readings in canonical form, the most likely first.
    pub normalized: Vec<String>,
    /// 200 one record, 300 several, 404 read but not in the store, 400 cannot be read.
    pub status: u16,
    /// The result in one word.
    pub finding: Finding,
    /// Whether the number names an edition by its year.
    pub dated: bool,
    /// What applies: the edition that was named, or of an undated number the one in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Document>,
    /// Other records the number may mean; near misses where it means none.
    pub candidates: Vec<Document>,
    /// What replaced the edition by the day asked for, step by step; the last is what to use.
    pub replaced_by: Vec<Document>,
    /// Amendments and corrigenda of the edition that were published by then.
    pub amendments: Vec<Document>,
    /// What the edition adopts.
    pub adopts: Vec<Adopted>,
    /// The rule that read the number.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_words")]
    pub rule: Option<Rule>,
    /// How sure that reading is, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    /// Why it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature is the one that serde calls"
)]
fn as_words<S: serde::Serializer>(rule: &Option<Rule>, serializer: S) -> Result<S::Ok, S::Error> {
    match rule {
        Some(rule) => serializer.collect_str(rule),
        None => serializer.serialize_none(),
    }
}
