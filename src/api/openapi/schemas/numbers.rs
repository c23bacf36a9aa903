//! Numbers and their checking.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;

/// A text with numbers.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ResolveRequest {
    /// The text; at most 250 numbers are resolved in one call.
    text: String,
    /// The day statuses are of.
    #[schema(format = Date)]
    as_of: Option<String>,
}

/// What the numbers of a text were resolved to.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ResolveAnswer {
    /// The numbers, in the order of the text.
    items: Vec<ResolvedNumber>,
}

/// What a number was resolved to.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ResolvedNumber {
    /// The number as written.
    text: String,
    /// Where it begins, in Unicode code points.
    start: u64,
    /// Where it ends, in Unicode code points.
    end: u64,
    /// Its readings in canonical form, the most likely first.
    normalized: Vec<String>,
    /// 200 one record, 300 several, 404 read but not in the store, 400 cannot be read.
    status: u16,
    /// The records.
    candidates: Vec<Candidate>,
    /// What applies on the day asked for.
    applies: Option<Applies>,
}

/// A record a number may mean.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Candidate {
    /// Identifier.
    id: String,
    /// Number.
    number: String,
    /// Status on the day asked for.
    standing: String,
    /// Title, Chinese where there is one.
    title: String,
}

/// The edition that applies, with its amendments.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Applies {
    /// The edition.
    edition: Candidate,
    /// Its amendments and corrigenda by then, the oldest first.
    amendments: Vec<Candidate>,
}

/// A text whose numbers are to be checked.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct CheckRequest {
    /// The text.
    text: String,
    /// The day statuses are of.
    #[schema(format = Date)]
    as_of: Option<String>,
    /// `json`, `md`, `html`, `csv`, `xlsx` or `docx`.
    format: Option<String>,
    /// Language of the report, `zh` or `en`.
    lang: Option<String>,
}

/// The parts of a form with a document whose numbers are to be checked.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct CheckFields {
    /// The document: docx, xlsx, html, STS XML, md, txt, or pdf where poppler is installed.
    #[schema(content_media_type = "application/octet-stream")]
    file: Option<String>,
    /// A text in its place.
    text: Option<String>,
    /// The day statuses are of.
    as_of: Option<String>,
    /// Form of the report.
    format: Option<String>,
    /// Language of the report.
    lang: Option<String>,
}

/// A check of all numbers of a text.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct CheckAnswer {
    /// The day it was made on.
    made_on: String,
    /// The day the statuses are of.
    as_of: String,
    /// The state of the store it was made against.
    snapshot: Value,
    /// Numbers in the text, each counted as often as it stands there.
    mentions: u64,
    /// Different numbers.
    numbers: u64,
    /// Different numbers by result.
    counts: BTreeMap<String, u64>,
    /// One row a number, in the order of the text.
    items: Vec<CheckRow>,
}

/// What a check says of one number.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct CheckRow {
    /// The number as written where it stands first.
    text: String,
    /// Where it begins, in Unicode code points.
    start: u64,
    /// Where it ends.
    end: u64,
    /// How often the text names it.
    times: u64,
    /// Its readings in canonical form.
    normalized: Vec<String>,
    /// 200, 300, 404 or 400.
    status: u16,
    /// The result in one word.
    finding: String,
    /// Whether the number names an edition by its year.
    dated: bool,
    /// What applies.
    edition: Option<Value>,
    /// Other records the number may mean.
    candidates: Vec<Value>,
    /// What replaced the edition, step by step.
    replaced_by: Vec<Value>,
    /// Amendments and corrigenda of the edition.
    amendments: Vec<Value>,
    /// What the edition adopts.
    adopts: Vec<Value>,
    /// The rule that read the number.
    rule: Option<String>,
    /// How sure that reading is, from 0 to 1.
    confidence: Option<f32>,
    /// Why it cannot be read.
    fault: Option<String>,
}
