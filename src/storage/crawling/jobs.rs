//! Durable jobs: what is due when, and who is at it.

use crate::storage::{Store, StoreError};

/// A job.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Job {
    /// Its name (`crawl:eping`, `settle`).
    pub name: String,
    /// When it is due (RFC 3339, UTC).
    pub due_at: String,
    /// How often it failed in a row.
    pub attempts: i64,
    /// When it last ended.
    pub last_ended: Option<String>,
    /// Why it failed the last time.
    pub last_error: Option<String>,
}

const COLUMNS: &str = "name, due_at, attempts, last_ended, last_error";

impl Store {
    /// Puts a job on the list unless it is there.
    pub async fn plan_job(&self, name: &str, due_at: &str) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO job (name, due_at) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
            .bind(name)
            .bind(due_at)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Returns every job, the next one due first.
    pub async fn jobs(&self) -> Result<Vec<Job>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM job ORDER BY due_at, name");
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .fetch_all(&self.readers)
            .await?)
    }

    /// Takes a job off the list.
    pub async fn drop_job(&self, name: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM job WHERE name = $1")
            .bind(name)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Takes the lease of a job that is due, unless somebody holds one that has not run out.
    pub async fn lease_job(
        &self,
        name: &str,
        owner: &str,
        now: &str,
        until: &str,
    ) -> Result<bool, StoreError> {
        let taken = sqlx::query(
            "UPDATE job SET owner = $2, leased_until = $4, last_started = $3 WHERE name = $1 AND due_at <= $3 \
             AND (leased_until IS NULL OR leased_until <= $3)",
        )
        .bind(name)
        .bind(owner)
        .bind(now)
        .bind(until)
        .execute(&self.writer)
        .await?;
        Ok(taken.rows_affected() == 1)
    }

    /// Holds a lease longer.
    pub async fn extend_lease(
        &self,
        name: &str,
        owner: &str,
        until: &str,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE job SET leased_until = $3 WHERE name = $1 AND owner = $2")
            .bind(name)
            .bind(owner)
            .bind(until)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Ends a job and says when it is due again; with an error it counts as failed.
    pub async fn end_job(
        &self,
        name: &str,
        now: &str,
        due_at: &str,
        error: Option<&str>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE job SET owner = NULL, leased_until = NULL, due_at = $3, last_ended = $2, last_error = $4, \
             attempts = CASE WHEN $4 IS NULL THEN 0 ELSE attempts + 1 END WHERE name = $1",
        )
        .bind(name)
        .bind(now)
        .bind(due_at)
        .bind(error)
        .execute(&self.writer)
        .await?;
        Ok(())
    }
}
