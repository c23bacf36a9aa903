//! What became of a crawl.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Shortfall;
use crate::page::Drift;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Every request was answered or given up.
    Finished,
    /// The limit of records was reached.
    Limited,
    /// Somebody stopped it; the next run goes on.
    Interrupted,
    /// A host is left alone for a while; the next run goes on.
    Halted,
}

/// A page that could not be fetched or read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFailure {
    /// The address.
    pub url: String,
    /// Expected, found.
    pub reason: String,
}

/// A host that is left alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rest {
    /// The host, with its port where that is not the usual one.
    pub host: String,
    /// For how long from the end of the run.
    pub seconds: u64,
    /// Why.
    pub reason: String,
}

/// The report of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrawlReport {
    /// How it ended.
    pub ending: Ending,
    /// Pages read, those that were kept already included.
    pub pages: u64,
    /// Pages that the server said have not changed.
    pub not_modified: u64,
    /// Records read from them.
    pub records: u64,
    /// Entries that could not be read.
    pub bad: u64,
    /// Pages that could not be fetched or read, in this run and before it was taken up again.
    pub failures: Vec<PageFailure>,
    /// Differences between the pages and what the source knows of them, each with how often it was met.
    pub drift: BTreeMap<Drift, u64>,
    /// Why the run proves nothing about what it did not see; empty for a complete run.
    pub shortfalls: Vec<Shortfall>,
    /// The host that ended the run by refusing.
    pub rest: Option<Rest>,
    /// Distinct keys seen and the totals declared, by list.
    pub walks: Vec<(String, u64, Option<u64>)>,
}

impl CrawlReport {
    /// Tells whether everything was seen.
    pub fn is_complete(&self) -> bool {
        self.shortfalls.is_empty()
    }
}
