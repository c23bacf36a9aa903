//! Records and what surrounds them.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;

use super::search::Label;

/// A record with its editions, relations and origin.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct RecordAnswer {
    /// Identifier.
    id: String,
    /// `standard`, `regulation`, `notification` or `product`.
    kind: String,
    /// Number in canonical form.
    number: String,
    /// The number all editions share.
    family: String,
    /// Titles by language.
    titles: BTreeMap<String, String>,
    /// Code of the issuing body.
    body: String,
    /// Markets.
    markets: Vec<String>,
    /// Dates, and the words of the sources for its status.
    lifecycle: Value,
    /// Which source says what, and who disagrees.
    provenance: Value,
    /// What may be shown of its text.
    rights: String,
    /// Its status on the day asked for, and how it was reached.
    standing: Value,
    /// The day asked for.
    as_of: String,
    /// Every record of its family, the newest first.
    editions: Vec<Neighbour>,
    /// What it is to others.
    outgoing: Vec<Edge>,
    /// What others are to it.
    incoming: Vec<Edge>,
    /// Limit values it sets.
    limits: Vec<Value>,
    /// What readers must know of such facts.
    notice: Option<Label>,
}

/// A record near another one.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Neighbour {
    /// Identifier.
    id: String,
    /// Number.
    number: String,
    /// What it is.
    kind: String,
    /// Titles by language.
    title: BTreeMap<String, String>,
    /// Status on the day asked for.
    status: String,
    /// Day, month or year of publication.
    published: Option<String>,
    /// Whether it is an amendment or corrigendum.
    supplement: bool,
}

/// A relation to another document.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Edge {
    /// What the record at the tail is to the one at the head.
    kind: String,
    /// Degree of an adoption.
    degree: Option<String>,
    /// Number of the document at the other end.
    number: String,
    /// That document, where the store holds it.
    record: Option<Neighbour>,
}

/// A page of records in the order in which they changed last.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct RecordPage {
    /// The records, as they are kept.
    records: Vec<Value>,
    /// Where to go on; null on the last page. A cursor may be kept: it goes on with what changed since.
    #[schema(required)]
    next: Option<String>,
}
