//! What is answered: the shapes of `GET /api/v1/search`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{DidYouMean, ReadAs};
use crate::model::{Kind, Status, Texts};
use crate::storage::CrawlHealth;

/// The answer to a search.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchResponse {
    /// Families that match; editions of one standard count once.
    pub total: u64,
    /// Records that match, every edition counted.
    pub records: u64,
    /// Time spent, in milliseconds.
    pub took_ms: u64,
    /// The hits of this page.
    pub hits: Vec<Hit>,
    /// Counts of records by facet (`kind`, `body`, `market`, `status`, `ics`, `product`, `year`).
    pub facets: BTreeMap<String, Vec<FacetValue>>,
    /// What was done to the query before it was asked.
    pub repairs: Vec<Repair>,
    /// How the query was read.
    #[serde(default)]
    pub read_as: ReadAs,
    /// What was meant perhaps; never asked in place of what was typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub did_you_mean: Vec<DidYouMean>,
    /// What was searched, how fresh it is, what is not covered.
    pub coverage: Coverage,
    /// Where to go on; nothing on the last page.
    pub next: Option<String>,
}

/// One hit: a family, represented by its best edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Identifier of the record.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its number.
    pub number: String,
    /// The number all editions share.
    pub family: String,
    /// Titles by language.
    pub title: Texts,
    /// Status today, or on the day asked for.
    pub status: Status,
    /// The first of its markets.
    pub market: String,
    /// Every market.
    pub markets: Vec<String>,
    /// Code of the issuing body.
    pub body: String,
    /// Day, month or year of publication.
    pub published: Option<String>,
    /// Day it comes or came into force.
    pub implemented: Option<String>,
    /// Final day for comments.
    pub comments_until: Option<String>,
    /// ICS codes.
    pub ics: Vec<String>,
    /// Relevance; comparable within one answer only.
    pub score: f32,
    /// An excerpt of the abstract, HTML with `<mark>` around what matched.
    pub snippet: Option<String>,
    /// Titles in which something matched, HTML with `<mark>`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub title_marked: BTreeMap<String, String>,
    /// The fields that matched (`number`, `title.en`, `abstract.zh`).
    pub matched: Vec<String>,
    /// Words of the query that were met in the other language, each with the rendering that was met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translated: Vec<Rendering>,
    /// How many records the family has.
    pub editions: u64,
    /// Set when the facts are hand-gathered and must be checked with the official source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub check_official: bool,
}

/// A word of the query and what met it in the other language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendering {
    /// The word of the query.
    pub from: String,
    /// The rendering that stands in the record.
    pub to: String,
}

/// A name in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// The code to filter with.
    pub value: String,
    /// Its name.
    pub label: Label,
    /// Records with it.
    pub count: u64,
}

/// Something that was done to the query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// What was written.
    pub from: String,
    /// What was asked instead.
    pub to: String,
    /// Why, as a code: `relaxed`, `number`, `syntax` …
    pub reason: String,
    /// Why, for people.
    pub message: Label,
}

/// What was searched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The sources.
    pub sources: Vec<CoveredSource>,
    /// What is not covered, one sentence each, in the language of the reader.
    pub not_covered: Vec<String>,
}

/// A source that was searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoveredSource {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// Rows it contributes.
    pub records: u64,
    /// When it was last read (RFC 3339, UTC); empty for one that brought nothing yet.
    pub fresh_at: String,
    /// How its crawling goes, where it is crawled and that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crawl: Option<CrawlHealth>,
}
