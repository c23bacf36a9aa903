//! Scoring of verdicts.

use serde::Deserialize;

use crate::compare::indicator::Indicator;
use crate::compare::verdict::{Finding, Verdict, judge};

/// A row of a verdict set: two indicators and the right verdict.
///
/// `category` and `reason` of the row are not fields of this type, so nothing can look at them.
#[derive(Debug, Clone, Deserialize)]
pub struct VerdictRow {
    /// The name of the row.
    pub id: String,
    /// The domestic side.
    pub domestic: Option<Indicator>,
    /// The other side.
    pub foreign: Option<Indicator>,
    /// The right verdict.
    pub verdict: Verdict,
}

/// Right verdicts of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VerdictScore {
    /// Rows judged right.
    pub right: usize,
    /// Rows judged.
    pub all: usize,
}

impl VerdictRow {
    /// Judges the row.
    pub fn judge(&self) -> Finding {
        judge(self.domestic.as_ref(), self.foreign.as_ref())
    }
}

impl VerdictScore {
    /// Adds one row.
    pub fn add(&mut self, row: &VerdictRow, finding: &Finding) {
        self.all += 1;
        self.right += usize::from(row.verdict == finding.verdict);
    }

    /// The share of rows judged right.
    pub fn accuracy(&self) -> f64 {
        super::counts::share(self.right, self.all)
    }
}
