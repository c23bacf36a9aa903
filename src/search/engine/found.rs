//! What is asked of an engine beside the plan, and what it answers.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::index::day_number;
use crate::model::Status;

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
    /// Another day than today whose statuses count.
    pub as_of: Option<AsOf>,
}

/// A day, and the statuses on it that are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// The day, counted from 0001-01-01.
    pub day: u32,
    /// One bit for each status; all of them where none is asked for.
    statuses: u8,
}

impl AsOf {
    /// Asks for some statuses on a day; for all of them where none is named.
    pub fn new(day: Date, statuses: &[Status]) -> Self {
        let bits = statuses
            .iter()
            .fold(0, |bits, &status| bits | 1 << status as u8);
        Self {
            day: u32::try_from(day_number(day)).unwrap_or(u32::MAX),
            statuses: if bits == 0 { u8::MAX } else { bits },
        }
    }

    /// Tells whether a status is asked for.
    pub fn wants(self, status: Status) -> bool {
        self.statuses & 1 << status as u8 != 0
    }
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
