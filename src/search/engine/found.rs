//! What is asked of an engine beside the plan, and what it answers.

use std::collections::BTreeMap;

/// A facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetName {
    /// Kinds.
    Kind,
    /// Statuses.
    Status,
    /// Markets.
    Market,
    /// Issuing bodies.
    Body,
    /// ICS fields, groups and subgroups.
    Ics,
    /// CCS codes.
    Ccs,
    /// HS codes.
    Hs,
    /// Products.
    Product,
    /// Years of publication.
    Year,
}

impl FacetName {
    /// All facets, in the order pages show them.
    pub const ALL: [Self; 9] = [
        Self::Kind,
        Self::Status,
        Self::Market,
        Self::Body,
        Self::Product,
        Self::Ics,
        Self::Hs,
        Self::Ccs,
        Self::Year,
    ];

    /// Returns the word used in JSON and for the column of the index.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Market => "market",
            Self::Body => "body",
            Self::Ics => "ics",
            Self::Ccs => "ccs",
            Self::Hs => "hs",
            Self::Product => "product",
            Self::Year => "year",
        }
    }
}

/// Which part of the answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// Families to pass over.
    pub offset: usize,
    /// Families to return.
    pub limit: usize,
    /// Whether to count facets.
    pub facets: bool,
}

/// One family that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FoundHit {
    /// Internal number of its best record.
    pub id: i64,
    /// Internal number of the family.
    pub family: i64,
    /// The revision of that record which the index knows.
    pub revision: i64,
    /// The best record's score.
    pub score: f32,
    /// Records of the family.
    pub editions: u64,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Families that match.
    pub families: u64,
    /// Records that match.
    pub records: u64,
    /// The families asked for, the best first.
    pub hits: Vec<FoundHit>,
    /// Records by facet and value, unordered.
    pub facets: BTreeMap<FacetName, Vec<(String, u64)>>,
}
