//! Administrators and their sessions as rows.

use super::{Store, StoreError};

/// An administrator as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredAdministrator {
    /// The name.
    pub name: String,
    /// Hash of the password, with its salt and parameters (PHC string format).
    pub password: String,
    /// When it was made (RFC 3339, UTC).
    pub created_at: String,
    /// Failures in a row.
    pub failures: i64,
    /// Until when nobody may sign in under this name, in seconds since 1970.
    pub locked_till: i64,
}

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredSession {
    /// Whose it is.
    pub administrator: String,
    /// When it began, in seconds since 1970.
    pub began_at: i64,
    /// When it was last used.
    pub seen_at: i64,
}

impl Store {
    /// Keeps an administrator; one of the same name gets the new password, and its sessions end.
    pub async fn put_administrator(
        &self,
        name: &str,
        password: &str,
        at: &str,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO administrator (name, password, created_at) VALUES ($1, $2, $3) \
             ON CONFLICT (name) DO UPDATE SET password = excluded.password, failures = 0, locked_till = 0",
        )
        .bind(name)
        .bind(password)
        .bind(at)
        .execute(&self.writer)
        .await?;
        sqlx::query("DELETE FROM session WHERE administrator = $1")
            .bind(name)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Returns an administrator by name.
    pub async fn administrator(
        &self,
        name: &str,
    ) -> Result<Option<StoredAdministrator>, StoreError> {
        let row = sqlx::query_as(
            "SELECT name, password, created_at, failures, locked_till FROM administrator WHERE name = $1",
        )
        .bind(name)
        .fetch_optional(&self.readers)
        .await?;
        Ok(row)
    }

    /// Returns every administrator by name.
    pub async fn administrators(&self) -> Result<Vec<StoredAdministrator>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT name, password, created_at, failures, locked_till FROM administrator ORDER BY name",
        )
        .fetch_all(&self.readers)
        .await?;
        Ok(rows)
    }

    /// Takes an administrator away with all sessions, and tells whether there was one.
    pub async fn remove_administrator(&self, name: &str) -> Result<bool, StoreError> {
        let done = sqlx::query("DELETE FROM administrator WHERE name = $1")
            .bind(name)
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Counts a failure to sign in and returns how many there are in a row now.
    pub async fn note_failure(&self, name: &str) -> Result<i64, StoreError> {
        let failures: Option<i64> = sqlx::query_scalar(
            "UPDATE administrator SET failures = failures + 1 WHERE name = $1 RETURNING failures",
        )
        .bind(name)
        .fetch_optional(&self.writer)
        .await?;
        Ok(failures.unwrap_or(0))
    }

    /// Keeps until when nobody may sign in under a name, in seconds since 1970.
    pub async fn lock_administrator(&self, name: &str, till: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE administrator SET locked_till = $2 WHERE name = $1")
            .bind(name)
            .bind(till)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Begins a session under the hash of its identifier, and forgets the failures before it.
    pub async fn begin_session(
        &self,
        hash: &[u8],
        administrator: &str,
        now: i64,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE administrator SET failures = 0, locked_till = 0 WHERE name = $1")
            .bind(administrator)
            .execute(&self.writer)
            .await?;
        sqlx::query(
            "INSERT INTO session (hash, administrator, began_at, seen_at) VALUES ($1, $2, $3, $3)",
        )
        .bind(hash)
        .bind(administrator)
        .bind(now)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Returns a session by the hash of its identifier.
    pub async fn session(&self, hash: &[u8]) -> Result<Option<StoredSession>, StoreError> {
        let row =
            sqlx::query_as("SELECT administrator, began_at, seen_at FROM session WHERE hash = $1")
                .bind(hash)
                .fetch_optional(&self.readers)
                .await?;
        Ok(row)
    }

    /// Notes that a session was used.
    pub async fn touch_session(&self, hash: &[u8], now: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET seen_at = $2 WHERE hash = $1")
            .bind(hash)
            .bind(now)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Ends a session.
    pub async fn end_session(&self, hash: &[u8]) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE hash = $1")
            .bind(hash)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Takes away sessions that began, or were last used, before an instant.
    pub async fn end_old_sessions(&self, began: i64, seen: i64) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE began_at < $1 OR seen_at < $2")
            .bind(began)
            .bind(seen)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}
