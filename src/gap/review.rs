//! What people say of a verdict.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{GapError, GapReport};
use crate::compare::verdict::Verdict;
use crate::storage::{NewReview, Store, StoredReview};

/// What a reviewer decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The computed verdict is right.
    Agree,
    /// It is another one.
    Override,
}

/// A review of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Its number; a later review has a higher one.
    pub id: i64,
    /// What was decided.
    pub decision: Decision,
    /// The verdict that was computed when the reviewer looked.
    pub computed: Verdict,
    /// The reviewer's verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Who; may be empty.
    pub reviewer: String,
    /// When (RFC 3339, UTC).
    pub at: String,
}

/// A review as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReviewRequest {
    /// The line.
    pub line: String,
    /// The reviewer's verdict; nothing agrees with the computed one.
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// Why; an override needs one.
    #[serde(default)]
    pub reason: String,
    /// Who; may be empty.
    #[serde(default)]
    pub reviewer: String,
}

/// A report with what people say of its lines; the report itself is untouched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReviewedReport {
    /// The report.
    #[serde(flatten)]
    pub report: GapReport,
    /// The reviews of lines, the oldest first; a line that nobody reviewed is left out.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reviews: BTreeMap<String, Vec<Review>>,
}

impl ReviewedReport {
    /// Puts the reviews that are kept beside a report.
    pub async fn of(store: &Store, report: GapReport) -> Result<Self, GapError> {
        let lines: Vec<&str> = report.lines.iter().map(|line| line.id.as_str()).collect();
        let mut reviews: BTreeMap<String, Vec<Review>> = BTreeMap::new();
        for stored in store.reviews(&lines).await? {
            if let Some((line, review)) = read(stored) {
                reviews.entry(line).or_default().push(review);
            }
        }
        Ok(Self { report, reviews })
    }

    /// Keeps a review of one of the report's lines and shows it with the others.
    pub async fn review(
        mut self,
        store: &Store,
        request: &ReviewRequest,
        at: &str,
    ) -> Result<Self, GapError> {
        let line = self
            .report
            .lines
            .iter()
            .find(|line| line.id == request.line)
            .ok_or_else(|| GapError::NoLine(request.line.clone()))?;
        let computed = line.finding.verdict;
        let verdict = request.verdict.unwrap_or(computed);
        let decision = if verdict == computed {
            Decision::Agree
        } else {
            Decision::Override
        };
        if decision == Decision::Override && request.reason.trim().is_empty() {
            return Err(GapError::NoReason);
        }
        let words = [word(&computed), word(&decision), word(&verdict)];
        let id = store
            .add_review(&NewReview {
                line: &request.line,
                computed: &words[0],
                decision: &words[1],
                verdict: &words[2],
                reason: request.reason.trim(),
                reviewer: request.reviewer.trim(),
                at,
            })
            .await?;
        self.reviews
            .entry(request.line.clone())
            .or_default()
            .push(Review {
                id,
                decision,
                computed,
                verdict,
                reason: request.reason.trim().to_owned(),
                reviewer: request.reviewer.trim().to_owned(),
                at: at.to_owned(),
            });
        Ok(self)
    }

    /// Returns the last review of a line.
    pub fn last(&self, line: &str) -> Option<&Review> {
        self.reviews.get(line).and_then(|all| all.last())
    }
}

/// The word of an enum in JSON.
fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn read(stored: StoredReview) -> Option<(String, Review)> {
    let verdict = |word: &str| serde_json::from_value::<Verdict>(word.into()).ok();
    let review = Review {
        id: stored.id,
        decision: serde_json::from_value(stored.decision.into()).ok()?,
        computed: verdict(&stored.computed)?,
        verdict: verdict(&stored.verdict)?,
        reason: stored.reason,
        reviewer: stored.reviewer,
        at: stored.at,
    };
    Some((stored.line, review))
}
