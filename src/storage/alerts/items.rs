//! What was found: snapshots of happenings, and whom they concern.

use super::super::store::SET_META;
use super::super::{Store, StoreError};

/// Under this name the store remembers the last event that was held against the subscriptions.
const PERCOLATED: &str = "percolated_event";

/// Whom a happening concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundMatch {
    /// The subscription.
    pub subscription: i64,
    /// When it is to be told, seconds since 1970; nothing is never.
    pub due_at: Option<i64>,
    /// Why.
    pub reasons: String,
}

/// A happening that concerns somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundItem {
    /// The event.
    pub event: i64,
    /// Its snapshot.
    pub body: String,
    /// Whom it concerns.
    pub matches: Vec<FoundMatch>,
}

/// A snapshot with the reasons of one subscription.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredItem {
    /// The event.
    pub event: i64,
    /// Its snapshot.
    pub body: String,
    /// Why it concerns the subscription.
    pub reasons: String,
}

impl Store {
    /// Returns the last event that was held against the subscriptions; nothing before the first time.
    pub async fn percolated(&self) -> Result<Option<i64>, StoreError> {
        Ok(self
            .meta(PERCOLATED)
            .await?
            .and_then(|value| value.parse().ok()))
    }

    /// Keeps what was found up to an event, all or nothing.
    ///
    /// A match that is there already stays as it is: a repetition after a kill tells nothing twice.
    pub async fn keep_found(&self, items: &[FoundItem], up_to: i64) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin().await?;
        for item in items {
            sqlx::query("INSERT INTO alert_item (event, body) VALUES ($1, $2) ON CONFLICT (event) DO NOTHING")
                .bind(item.event)
                .bind(&item.body)
                .execute(&mut *transaction)
                .await?;
            for found in &item.matches {
                // The subscription may have gone since it was read.
                sqlx::query(
                    "INSERT INTO alert_match (subscription, event, due_at, reasons) \
                     SELECT id, $2, $3, $4 FROM subscription WHERE id = $1 \
                     ON CONFLICT (subscription, event) DO NOTHING",
                )
                .bind(found.subscription)
                .bind(item.event)
                .bind(found.due_at)
                .bind(&found.reasons)
                .execute(&mut *transaction)
                .await?;
            }
        }
        sqlx::query(SET_META)
            .bind(PERCOLATED)
            .bind(up_to.to_string())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Returns the latest snapshots found for a subscription, the newest first.
    pub async fn found_for(
        &self,
        subscription: i64,
        most: u32,
    ) -> Result<Vec<StoredItem>, StoreError> {
        let items = sqlx::query_as(
            "SELECT alert_item.event, body, reasons FROM alert_match JOIN alert_item USING (event) \
             WHERE subscription = $1 ORDER BY alert_item.event DESC LIMIT $2",
        )
        .bind(subscription)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(items)
    }
}
