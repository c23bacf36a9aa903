//! Hosts that are left alone.

use crate::storage::{Store, StoreError};

impl Store {
    /// Leaves a host alone until an instant (RFC 3339, UTC).
    pub async fn rest_host(&self, host: &str, until: &str, reason: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO host_rest (host, until, reason) VALUES ($1, $2, $3) \
             ON CONFLICT (host) DO UPDATE SET until = excluded.until, reason = excluded.reason",
        )
        .bind(host)
        .bind(until)
        .bind(reason)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Returns the hosts that are left alone at an instant: name, until when, why.
    pub async fn resting_hosts(
        &self,
        now: &str,
    ) -> Result<Vec<(String, String, String)>, StoreError> {
        let hosts = sqlx::query_as("SELECT host, until, reason FROM host_rest WHERE until > $1")
            .bind(now)
            .fetch_all(&self.readers)
            .await?;
        Ok(hosts)
    }
}
