//! The log of what operators changed.

use serde::Serialize;

use super::{Store, StoreError};

/// An entry before it is kept.
#[derive(Debug, Clone, Copy)]
pub struct NewAudit<'a> {
    /// Now (RFC 3339, UTC).
    pub at: &'a str,
    /// Who: the name of an administrator, or `command line`.
    pub actor: &'a str,
    /// What was done, as a word.
    pub action: &'a str,
    /// To what.
    pub subject: &'a str,
    /// More about it; never a secret.
    pub detail: &'a str,
}

/// An entry as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow)]
pub struct AuditEntry {
    /// Its number; a later entry has a higher one.
    pub id: i64,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Who.
    pub actor: String,
    /// What was done, as a word.
    pub action: String,
    /// To what.
    pub subject: String,
    /// More about it.
    pub detail: String,
}

/// Entries that are kept; years of work.
const MOST: i64 = 100_000;

impl Store {
    /// Adds an entry.
    pub async fn add_audit(&self, entry: &NewAudit<'_>) -> Result<i64, StoreError> {
        let id: i64 = sqlx::query_scalar(
            "INSERT INTO audit (at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5) RETURNING id",
        )
        .bind(entry.at)
        .bind(entry.actor)
        .bind(entry.action)
        .bind(entry.subject)
        .bind(entry.detail)
        .fetch_one(&self.writer)
        .await?;
        sqlx::query("DELETE FROM audit WHERE id <= $1")
            .bind(id - MOST)
            .execute(&self.writer)
            .await?;
        Ok(id)
    }

    /// Returns the entries before a number, the latest first.
    pub async fn audit_before(&self, id: i64, most: u32) -> Result<Vec<AuditEntry>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT id, at, actor, action, subject, detail FROM audit WHERE id < $1 ORDER BY id DESC LIMIT $2",
        )
        .bind(id)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(rows)
    }
}
