//! Searches, suggestions, sources.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;

/// A name in both languages.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Label {
    /// Chinese.
    zh: String,
    /// English.
    en: String,
}

/// The answer to a search.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct SearchAnswer {
    /// Families that match; editions of one standard count once.
    total: u64,
    /// Records that match, every edition counted.
    records: u64,
    /// Time spent, in milliseconds.
    took_ms: u64,
    /// The hits of this page.
    hits: Vec<Hit>,
    /// Counts of records by facet.
    facets: BTreeMap<String, Vec<FacetValue>>,
    /// What was done to the query before it was asked.
    repairs: Vec<Repair>,
    /// How the query was read, in words.
    read_as: Value,
    /// What was meant perhaps.
    did_you_mean: Option<Vec<Value>>,
    /// What was searched, how fresh it is, what is not covered.
    coverage: SourcesAnswer,
    /// Where to go on; null on the last page.
    #[schema(required)]
    next: Option<String>,
}

/// One hit: a family, represented by its best edition.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Hit {
    /// Identifier of the record.
    id: String,
    /// `standard`, `regulation`, `notification` or `product`.
    kind: String,
    /// Its number.
    number: String,
    /// The number all editions share.
    family: String,
    /// Titles by language (ISO 639-1).
    title: BTreeMap<String, String>,
    /// `current`, `upcoming`, `superseded`, `withdrawn` or `unknown`, on the day asked for.
    status: String,
    /// The first of its markets.
    market: String,
    /// Every market.
    markets: Vec<String>,
    /// Code of the issuing body.
    body: String,
    /// Day, month or year of publication.
    published: Option<String>,
    /// Day it comes or came into force.
    implemented: Option<String>,
    /// Final day for comments.
    comments_until: Option<String>,
    /// ICS codes.
    ics: Vec<String>,
    /// Relevance; comparable within one answer only.
    score: f32,
    /// An excerpt, HTML with `<mark>` around what matched.
    snippet: Option<String>,
    /// Titles in which something matched, HTML with `<mark>`.
    title_marked: Option<BTreeMap<String, String>>,
    /// The fields that matched.
    matched: Vec<String>,
    /// Words of the query that were met in the other language.
    translated: Option<Vec<Value>>,
    /// How many records the family has.
    editions: u64,
    /// Set when the facts are hand-gathered and must be checked with the official source.
    check_official: Option<bool>,
}

/// One value of a facet.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct FacetValue {
    /// The code to filter with.
    value: String,
    /// Its name.
    label: Label,
    /// Records with it.
    count: u64,
}

/// Something that was done to the query.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Repair {
    /// What was written.
    from: String,
    /// What was asked instead.
    to: String,
    /// Why, as a code.
    reason: String,
    /// Why, for people.
    message: Label,
}

/// What is covered.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct SourcesAnswer {
    /// The sources.
    sources: Vec<Source>,
    /// What is not covered, one sentence each.
    not_covered: Vec<String>,
}

/// A source.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Source {
    /// Its identifier.
    id: String,
    /// Its name.
    label: Label,
    /// Rows it contributes.
    records: u64,
    /// When it was last read (RFC 3339, UTC).
    fresh_at: String,
    /// How its crawling goes, where it is crawled.
    crawl: Option<Value>,
}

/// Records like another one.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct SimilarAnswer {
    /// The records, the most alike first.
    hits: Vec<Hit>,
}

/// Help while typing.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct SuggestAnswer {
    /// Whether the list is there; shortly after a start it is not.
    ready: bool,
    /// The suggestions, the best first.
    suggestions: Vec<Suggestion>,
}

/// One suggestion.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Suggestion {
    /// What to put into the box.
    text: String,
    /// `product`, `term`, `title` or `number`.
    kind: String,
}
