//! Reviews of verdicts, kept with their history: a new one is added, none is changed.

use serde::{Deserialize, Serialize};
use sqlx::{QueryBuilder, Sqlite};

use super::writing::push_list;
use super::{Store, StoreError};

/// A review before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReview<'r> {
    /// The line of the report.
    pub line: &'r str,
    /// The verdict that was computed when the reviewer looked.
    pub computed: &'r str,
    /// `agree` or `override`.
    pub decision: &'r str,
    /// The reviewer's verdict.
    pub verdict: &'r str,
    /// Why.
    pub reason: &'r str,
    /// Who, as they want to be named; may be empty.
    pub reviewer: &'r str,
    /// When (RFC 3339, UTC).
    pub at: &'r str,
}

/// A review as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
pub struct StoredReview {
    /// Its number; a later review has a higher one.
    pub id: i64,
    /// The line of the report.
    pub line: String,
    /// The verdict that was computed when the reviewer looked.
    pub computed: String,
    /// `agree` or `override`.
    pub decision: String,
    /// The reviewer's verdict.
    pub verdict: String,
    /// Why.
    pub reason: String,
    /// Who; may be empty.
    pub reviewer: String,
    /// When (RFC 3339, UTC).
    pub at: String,
}

const COLUMNS: &str =
    "SELECT id, line, computed, decision, verdict, reason, reviewer, at FROM review";

impl Store {
    /// Adds a review and returns its number.
    pub async fn add_review(&self, review: &NewReview<'_>) -> Result<i64, StoreError> {
        let id = sqlx::query_scalar(
            "INSERT INTO review (line, computed, decision, verdict, reason, reviewer, at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        )
        .bind(review.line)
        .bind(review.computed)
        .bind(review.decision)
        .bind(review.verdict)
        .bind(review.reason)
        .bind(review.reviewer)
        .bind(review.at)
        .fetch_one(&self.writer)
        .await?;
        Ok(id)
    }

    /// Returns the reviews of some lines, the oldest first.
    pub async fn reviews(&self, lines: &[&str]) -> Result<Vec<StoredReview>, StoreError> {
        let mut found = Vec::new();
        for lines in lines.chunks(super::dialect::MOST_PARAMETERS) {
            let mut query = QueryBuilder::<Sqlite>::new(COLUMNS);
            query.push(" WHERE line IN (");
            push_list(&mut query, lines.iter().copied());
            query.push(" ORDER BY id");
            let rows: Vec<StoredReview> = query.build_query_as().fetch_all(&self.readers).await?;
            found.extend(rows);
        }
        Ok(found)
    }
}
