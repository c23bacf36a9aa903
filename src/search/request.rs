//! What is asked for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{Kind, Language, PartialDate, Status};

/// The order of the hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// By relevance; without a query the newest first.
    #[default]
    Relevance,
    /// The newest first.
    Newest,
    /// The oldest first; records without a date last.
    Oldest,
    /// The nearest deadline for comments first; records without one last.
    Deadline,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Newest, Self::Oldest, Self::Deadline];

    /// Returns the word used in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Deadline => "deadline",
        }
    }
}

/// Filters; values of one list are alternatives, lists are conditions that all must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// Kinds.
    pub kind: Vec<Kind>,
    /// Market codes.
    pub market: Vec<String>,
    /// Codes of issuing bodies.
    pub body: Vec<String>,
    /// Statuses.
    pub status: Vec<Status>,
    /// ICS codes; a group includes everything below it.
    pub ics: Vec<String>,
    /// HS codes; prefixes match both ways.
    pub hs: Vec<String>,
    /// CCS codes; a letter includes everything below it.
    pub ccs: Vec<String>,
    /// Products.
    pub product: Vec<String>,
    /// Published on or after.
    pub from: Option<PartialDate>,
    /// Published on or before.
    pub to: Option<PartialDate>,
}

impl Filters {
    /// Tells whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What the answer should carry beside the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Extras {
    /// Counts by facet.
    pub facets: bool,
    /// Snippets and marked titles.
    pub snippets: bool,
}

impl Default for Extras {
    fn default() -> Self {
        Self {
            facets: true,
            snippets: true,
        }
    }
}

/// A search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct SearchRequest {
    /// What was typed.
    pub query: String,
    /// Filters.
    pub filters: Filters,
    /// The day on which a hit must have been in force.
    pub as_of: Option<Date>,
    /// The order.
    pub sort: Sort,
    /// Hits a page, at most [`MOST_HITS`](Self::MOST_HITS); 0 for the default.
    pub limit: usize,
    /// Where to go on, from the answer before.
    pub cursor: Option<String>,
    /// What to add.
    pub extras: Extras,
    /// The language of the reader.
    pub language: Language,
}

impl SearchRequest {
    /// The most hits a page may have.
    pub const MOST_HITS: usize = 100;
    /// Hits a page when nothing is said.
    pub const DEFAULT_HITS: usize = 20;

    /// Asks for what was typed, with everything else as it is by default.
    pub fn of(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            ..Self::default()
        }
    }

    /// Returns the number of hits a page has.
    pub fn hits(&self) -> usize {
        if self.limit == 0 {
            Self::DEFAULT_HITS
        } else {
            self.limit.min(Self::MOST_HITS)
        }
    }
}
