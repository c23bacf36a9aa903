//! Keys for programs as rows.

use super::{Store, StoreError};

/// A key before it is kept.
#[derive(Debug, Clone, Copy)]
pub struct NewStoredKey<'k> {
    /// The part of its text that may be told, one of a kind.
    pub public: &'k str,
    /// Hash of the whole text (SHA-256).
    pub hash: &'k [u8],
    /// Who or what uses it.
    pub name: &'k str,
    /// What it is for, as words with commas.
    pub scopes: &'k str,
    /// Requests it may make within a day.
    pub daily_quota: Option<i64>,
    /// Now (RFC 3339, UTC).
    pub created_at: &'k str,
}

/// A key as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredKey {
    /// Its internal number.
    pub id: i64,
    /// The part of its text that may be told.
    pub public: String,
    /// Hash of the whole text (SHA-256).
    pub hash: Vec<u8>,
    /// Who or what uses it.
    pub name: String,
    /// What it is for, as words with commas.
    pub scopes: String,
    /// Requests it may make within a day.
    pub daily_quota: Option<i64>,
    /// When it was made (RFC 3339, UTC).
    pub created_at: String,
    /// The day it was used last.
    pub last_used: Option<String>,
    /// Requests of that day.
    pub used_then: i64,
    /// When it was revoked (RFC 3339, UTC).
    pub revoked_at: Option<String>,
}

const COLUMNS: &str = "SELECT id, public, hash, name, scopes, daily_quota, created_at, last_used, used_then, revoked_at \
     FROM api_key";

impl Store {
    /// Keeps a key and returns its internal number.
    pub async fn add_key(&self, key: &NewStoredKey<'_>) -> Result<i64, StoreError> {
        let id = sqlx::query_scalar(
            "INSERT INTO api_key (public, hash, name, scopes, daily_quota, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        )
        .bind(key.public)
        .bind(key.hash)
        .bind(key.name)
        .bind(key.scopes)
        .bind(key.daily_quota)
        .bind(key.created_at)
        .fetch_one(&self.writer)
        .await?;
        Ok(id)
    }

    /// Returns a key by the part of its text that may be told.
    pub async fn key(&self, public: &str) -> Result<Option<StoredKey>, StoreError> {
        let statement = format!("{COLUMNS} WHERE public = $1");
        let row = sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(public)
            .fetch_optional(&self.readers)
            .await?;
        Ok(row)
    }

    /// Returns every key, the newest first.
    pub async fn keys(&self) -> Result<Vec<StoredKey>, StoreError> {
        let statement = format!("{COLUMNS} ORDER BY id DESC");
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .fetch_all(&self.readers)
            .await?)
    }

    /// Revokes a key and tells whether there was one that worked.
    pub async fn revoke_key(&self, public: &str, at: &str) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE api_key SET revoked_at = $2 WHERE public = $1 AND revoked_at IS NULL",
        )
        .bind(public)
        .bind(at)
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Keeps how many requests a key has made on a day.
    pub async fn note_key_use(&self, id: i64, day: &str, count: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE api_key SET last_used = $2, used_then = $3 WHERE id = $1")
            .bind(id)
            .bind(day)
            .bind(count)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}
