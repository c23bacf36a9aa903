//! The whole of a check.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{Finding, Row};

/// The state of the store a check was made against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Snapshot {
    /// The revision of the store; equal revisions give equal answers.
    pub revision: i64,
    /// The number of records.
    pub records: u64,
}

/// A check of all numbers of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValidityReport {
    /// The day it was made on.
    pub made_on: Date,
    /// The day the statuses are of.
    pub as_of: Date,
    /// What it was made against.
    pub snapshot: Snapshot,
    /// Numbers in the text, each counted as often as it stands there.
    pub mentions: usize,
    /// Different numbers.
    pub numbers: usize,
    /// Different numbers by result.
    pub counts: BTreeMap<Finding, usize>,
    /// One row a number, in the order of the text.
    pub items: Vec<Row>,
}

impl ValidityReport {
    /// Puts rows together.
    pub fn new(made_on: Date, as_of: Date, snapshot: Snapshot, items: Vec<Row>) -> Self {
        let mut counts = BTreeMap::new();
        for row in &items {
            *counts.entry(row.finding).or_default() += 1;
        }
        Self {
            made_on,
            as_of,
            snapshot,
            mentions: items.iter().map(|row| row.times).sum(),
            numbers: items.len(),
            counts,
            items,
        }
    }

    /// Returns how many numbers have a result.
    pub fn count(&self, finding: Finding) -> usize {
        self.counts.get(&finding).copied().unwrap_or(0)
    }
}
