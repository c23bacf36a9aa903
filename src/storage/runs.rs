//! Runs: what was read when, with what result, and how fresh each source is.

use super::{Store, StoreError};

/// Counts of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct RunCounts {
    /// Rows read.
    pub rows: u64,
    /// Records added.
    pub added: u64,
    /// Records changed.
    pub changed: u64,
    /// Rows that said nothing new.
    pub unchanged: u64,
    /// Rows that could not be read.
    pub bad: u64,
}

impl std::ops::AddAssign for RunCounts {
    fn add_assign(&mut self, other: Self) {
        self.rows += other.rows;
        self.added += other.added;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.bad += other.bad;
    }
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct BadRow {
    /// Line of the file, from one.
    pub line: u64,
    /// The field at fault.
    pub field: String,
    /// What was expected and found.
    pub reason: String,
}

/// An open run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run(i64);

impl Run {
    /// Takes up a run that was begun before.
    pub fn numbered(number: i64) -> Self {
        Self(number)
    }

    /// Returns its internal number.
    pub fn number(self) -> i64 {
        self.0
    }
}

/// How fresh a source is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SourceFreshness {
    /// The source's identifier.
    pub id: String,
    /// Rows held.
    pub records: u64,
    /// When it was last read (RFC 3339, UTC).
    pub fresh_at: String,
}

fn count(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

impl Store {
    /// Notes the beginning of a run.
    pub async fn begin_run(&self, origin: &str, at: &str) -> Result<Run, StoreError> {
        let id =
            sqlx::query_scalar("INSERT INTO run (origin, started) VALUES ($1, $2) RETURNING id")
                .bind(origin)
                .bind(at)
                .fetch_one(&self.writer)
                .await?;
        Ok(Run(id))
    }

    /// Keeps bad rows of a run.
    pub async fn note_bad_rows(&self, run: Run, rows: &[BadRow]) -> Result<(), StoreError> {
        for row in rows {
            sqlx::query("INSERT INTO bad_row (run, line, field, reason) VALUES ($1, $2, $3, $4)")
                .bind(run.0)
                .bind(count(row.line))
                .bind(&row.field)
                .bind(&row.reason)
                .execute(&self.writer)
                .await?;
        }
        Ok(())
    }

    /// Notes the end of a run, with the failure that ended it early if one did.
    pub async fn end_run(
        &self,
        run: Run,
        counts: &RunCounts,
        at: &str,
        failure: Option<&str>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE run SET finished = $1, rows_read = $2, added = $3, changed = $4, unchanged = $5, bad = $6, \
             failure = $7 WHERE id = $8",
        )
        .bind(at)
        .bind(count(counts.rows))
        .bind(count(counts.added))
        .bind(count(counts.changed))
        .bind(count(counts.unchanged))
        .bind(count(counts.bad))
        .bind(failure)
        .bind(run.0)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Notes that sources were read at an instant, and counts their rows anew.
    pub async fn refresh_sources(&self, sources: &[String], at: &str) -> Result<(), StoreError> {
        for source in sources {
            sqlx::query(
                "INSERT INTO source (id, fresh_at, records) \
                 VALUES ($1, $2, (SELECT count(*) FROM raw_row WHERE source = $1)) \
                 ON CONFLICT (id) DO UPDATE SET fresh_at = excluded.fresh_at, records = excluded.records",
            )
            .bind(source)
            .bind(at)
            .execute(&self.writer)
            .await?;
        }
        Ok(())
    }

    /// Returns how fresh every source is that was ever read.
    pub async fn freshness(&self) -> Result<Vec<SourceFreshness>, StoreError> {
        let rows: Vec<(String, i64, String)> =
            sqlx::query_as("SELECT id, records, fresh_at FROM source ORDER BY records DESC, id")
                .fetch_all(&self.readers)
                .await?;
        Ok(rows
            .into_iter()
            .map(|(id, records, fresh_at)| SourceFreshness {
                id,
                records: records.unsigned_abs(),
                fresh_at,
            })
            .collect())
    }
}
