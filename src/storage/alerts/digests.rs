//! Digests: what is due, and the making of one.

use super::super::{Store, StoreError};
use super::outbox::NewLetter;

/// A match that is due.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DueMatch {
    /// The subscription.
    pub subscription: i64,
    /// Its name.
    pub name: String,
    /// The event.
    pub event: i64,
    /// When it was due.
    pub due_at: i64,
    /// Its snapshot.
    pub body: String,
    /// Why.
    pub reasons: String,
}

/// A digest as it was made.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredDigest {
    /// Internal number.
    pub id: i64,
    /// Whose it is.
    pub subscriber: i64,
    /// The slot it was made for, seconds since 1970.
    pub window_at: i64,
    /// When it was made.
    pub made_at: i64,
    /// What stands in it.
    pub body: String,
}

impl Store {
    /// Returns active subscribers after one for whom something is due, in the order of their numbers.
    pub async fn subscribers_due(
        &self,
        after: i64,
        now: i64,
        most: u32,
    ) -> Result<Vec<i64>, StoreError> {
        let ids = sqlx::query_scalar(
            "SELECT DISTINCT subscriber.id FROM alert_match \
             JOIN subscription ON subscription.id = alert_match.subscription \
             JOIN subscriber ON subscriber.id = subscription.subscriber \
             WHERE alert_match.digest IS NULL AND alert_match.due_at <= $2 \
             AND subscription.state = 'active' AND subscriber.state = 'active' AND subscriber.id > $1 \
             ORDER BY subscriber.id LIMIT $3",
        )
        .bind(after)
        .bind(now)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(ids)
    }

    /// Returns what is due for a subscriber, the oldest event first.
    pub async fn due_for(
        &self,
        subscriber: i64,
        now: i64,
        most: u32,
    ) -> Result<Vec<DueMatch>, StoreError> {
        let due = sqlx::query_as(
            "SELECT alert_match.subscription, subscription.name, alert_match.event, alert_match.due_at, \
             alert_item.body, alert_match.reasons FROM alert_match \
             JOIN subscription ON subscription.id = alert_match.subscription \
             JOIN alert_item ON alert_item.event = alert_match.event \
             WHERE subscription.subscriber = $1 AND subscription.state = 'active' \
             AND alert_match.digest IS NULL AND alert_match.due_at <= $2 \
             ORDER BY alert_match.event, alert_match.subscription LIMIT $3",
        )
        .bind(subscriber)
        .bind(now)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(due)
    }

    /// Keeps a digest, queues its letter and marks what it tells, all or nothing; returns its number.
    ///
    /// Nothing is returned where a digest of that window is there already, or some of it was told: another was first.
    pub async fn keep_digest(
        &self,
        digest: &StoredDigest,
        told: &[DueMatch],
        letter: &NewLetter,
    ) -> Result<Option<i64>, StoreError> {
        let mut transaction = self.writer.begin().await?;
        let id: Option<i64> = sqlx::query_scalar(
            "INSERT INTO digest (subscriber, window_at, made_at, body) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (subscriber, window_at) DO NOTHING RETURNING id",
        )
        .bind(digest.subscriber)
        .bind(digest.window_at)
        .bind(digest.made_at)
        .bind(&digest.body)
        .fetch_optional(&mut *transaction)
        .await?;
        let Some(id) = id else {
            return Ok(None);
        };
        let mut marked = 0;
        for one in told {
            let done = sqlx::query(
                "UPDATE alert_match SET digest = $3 WHERE subscription = $1 AND event = $2 AND digest IS NULL",
            )
            .bind(one.subscription)
            .bind(one.event)
            .bind(id)
            .execute(&mut *transaction)
            .await?;
            marked += done.rows_affected();
        }
        // Another worker has told some of it since it was read: dropping the transaction undoes this digest.
        if marked != told.len() as u64 {
            return Ok(None);
        }
        letter.insert(&mut transaction, Some(id)).await?;
        transaction.commit().await?;
        Ok(Some(id))
    }

    /// Returns a digest.
    pub async fn digest(&self, id: i64) -> Result<Option<StoredDigest>, StoreError> {
        let digest = sqlx::query_as(
            "SELECT id, subscriber, window_at, made_at, body FROM digest WHERE id = $1",
        )
        .bind(id)
        .fetch_optional(&self.readers)
        .await?;
        Ok(digest)
    }

    /// Returns the digests of a subscriber, the newest first.
    pub async fn digests_of(
        &self,
        subscriber: i64,
        most: u32,
    ) -> Result<Vec<StoredDigest>, StoreError> {
        let digests = sqlx::query_as(
            "SELECT id, subscriber, window_at, made_at, body FROM digest WHERE subscriber = $1 \
             ORDER BY window_at DESC LIMIT $2",
        )
        .bind(subscriber)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(digests)
    }
}
