//! Links that may be used once.

use super::super::{Store, StoreError};

impl Store {
    /// Spends a link by its hash; tells whether it was still unspent.
    pub async fn spend_link(&self, hash: &[u8; 32], expires_at: i64) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "INSERT INTO spent_link (hash, expires_at) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
        )
        .bind(&hash[..])
        .bind(expires_at)
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Tells whether a link was spent.
    pub async fn is_link_spent(&self, hash: &[u8; 32]) -> Result<bool, StoreError> {
        let found: Option<i64> = sqlx::query_scalar("SELECT 1 FROM spent_link WHERE hash = $1")
            .bind(&hash[..])
            .fetch_optional(&self.readers)
            .await?;
        Ok(found.is_some())
    }

    /// Forgets spent links that have expired by themselves.
    pub async fn forget_expired_links(&self, now: i64) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM spent_link WHERE expires_at < $1")
            .bind(now)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}
