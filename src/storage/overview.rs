//! What operators look at: runs with their bad rows, reviews, and a job that is wanted now.

use serde::Serialize;

use super::{BadRow, Store, StoreError, StoredRecord, StoredReview};

/// A run over a file or source, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow)]
pub struct StoredRun {
    /// Its number; a later run has a higher one.
    pub id: i64,
    /// The file or source.
    pub origin: String,
    /// When it began (RFC 3339, UTC).
    pub started: String,
    /// When it ended; nothing while it goes on, and for one that was killed.
    pub finished: Option<String>,
    /// Rows read.
    pub rows_read: i64,
    /// Records added.
    pub added: i64,
    /// Records changed.
    pub changed: i64,
    /// Rows that could not be read.
    pub bad: i64,
    /// Why it ended early, if it did.
    pub failure: Option<String>,
}

impl Store {
    /// Returns the runs before a number, the latest first.
    pub async fn runs_before(&self, id: i64, most: u32) -> Result<Vec<StoredRun>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT id, origin, started, finished, rows_read, added, changed, bad, failure FROM run \
             WHERE id < $1 ORDER BY id DESC LIMIT $2",
        )
        .bind(id)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(rows)
    }

    /// Returns rows of a run that could not be read, in the order of the file.
    pub async fn bad_rows(&self, run: i64, most: u32) -> Result<Vec<BadRow>, StoreError> {
        let rows: Vec<(i64, String, String)> = sqlx::query_as(
            "SELECT line, field, reason FROM bad_row WHERE run = $1 ORDER BY line LIMIT $2",
        )
        .bind(run)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        let read = |(line, field, reason): (i64, String, String)| BadRow {
            line: line.unsigned_abs(),
            field,
            reason,
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Returns the reviews of verdicts before a number, the latest first.
    pub async fn reviews_before(
        &self,
        id: i64,
        most: u32,
    ) -> Result<Vec<StoredReview>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT id, line, computed, decision, verdict, reason, reviewer, at FROM review \
             WHERE id < $1 ORDER BY id DESC LIMIT $2",
        )
        .bind(id)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(rows)
    }

    /// Returns the records before an internal number, the latest that came first.
    pub async fn records_before(
        &self,
        id: i64,
        most: u32,
    ) -> Result<Vec<StoredRecord>, StoreError> {
        let ids: Vec<i64> =
            sqlx::query_scalar("SELECT id FROM record WHERE id < $1 ORDER BY id DESC LIMIT $2")
                .bind(id)
                .bind(most)
                .fetch_all(&self.readers)
                .await?;
        self.records(&ids).await
    }

    /// Puts a job on the list for now, or makes one that waits due now.
    pub async fn hasten_job(&self, name: &str, now: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO job (name, due_at) VALUES ($1, $2) \
             ON CONFLICT (name) DO UPDATE SET due_at = excluded.due_at WHERE job.due_at > excluded.due_at",
        )
        .bind(name)
        .bind(now)
        .execute(&self.writer)
        .await?;
        Ok(())
    }
}
