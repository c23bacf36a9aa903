//! Subscriptions: whose, under which name, about what.

use super::super::{Store, StoreError};

/// Whether a subscription is held against what happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SubscriptionState {
    /// It waits for the address to be confirmed.
    Pending,
    /// It is matched.
    Active,
    /// It rests.
    Paused,
}

impl SubscriptionState {
    /// Returns the word the store keeps.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Paused => "paused",
        }
    }

    fn read(code: &str) -> Self {
        match code {
            "active" => Self::Active,
            "pending" => Self::Pending,
            _ => Self::Paused,
        }
    }
}

/// A subscription as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSubscription {
    /// Internal number.
    pub id: i64,
    /// Whose it is.
    pub subscriber: i64,
    /// What its owner calls it.
    pub name: String,
    /// State.
    pub state: SubscriptionState,
    /// Interest and schedule.
    pub body: String,
    /// When it was made, seconds since 1970.
    pub created_at: i64,
    /// The last event before it began.
    pub since_event: i64,
}

type Row = (i64, i64, String, String, String, i64, i64);

const COLUMNS: &str = "id, subscriber, name, state, body, created_at, since_event";

fn subscription(
    (id, subscriber, name, state, body, created_at, since_event): Row,
) -> StoredSubscription {
    StoredSubscription {
        id,
        subscriber,
        name,
        state: SubscriptionState::read(&state),
        body,
        created_at,
        since_event,
    }
}

impl Store {
    /// Keeps a subscription that begins after the last event there is; returns its number.
    pub async fn add_subscription(
        &self,
        subscriber: i64,
        name: &str,
        state: SubscriptionState,
        body: &str,
        now: i64,
    ) -> Result<i64, StoreError> {
        let id = sqlx::query_scalar(
            "INSERT INTO subscription (subscriber, name, state, body, created_at, since_event) \
             VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(id), 0) FROM event)) RETURNING id",
        )
        .bind(subscriber)
        .bind(name)
        .bind(state.code())
        .bind(body)
        .bind(now)
        .fetch_one(&self.writer)
        .await?;
        Ok(id)
    }

    /// Returns a subscription.
    pub async fn subscription(&self, id: i64) -> Result<Option<StoredSubscription>, StoreError> {
        let query = format!("SELECT {COLUMNS} FROM subscription WHERE id = $1");
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(query))
            .bind(id)
            .fetch_optional(&self.readers)
            .await?;
        Ok(row.map(subscription))
    }

    /// Returns the subscriptions of a subscriber.
    pub async fn subscriptions_of(
        &self,
        subscriber: i64,
    ) -> Result<Vec<StoredSubscription>, StoreError> {
        let query = format!("SELECT {COLUMNS} FROM subscription WHERE subscriber = $1 ORDER BY id");
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(query))
            .bind(subscriber)
            .fetch_all(&self.readers)
            .await?;
        Ok(rows.into_iter().map(subscription).collect())
    }

    /// Returns the active subscriptions of active subscribers after one, in the order of their numbers.
    pub async fn active_subscriptions(
        &self,
        after: i64,
        most: u32,
    ) -> Result<Vec<StoredSubscription>, StoreError> {
        let query = format!(
            "SELECT {COLUMNS} FROM subscription WHERE state = 'active' AND id > $1 \
             AND subscriber IN (SELECT id FROM subscriber WHERE state = 'active') ORDER BY id LIMIT $2"
        );
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(query))
            .bind(after)
            .bind(most)
            .fetch_all(&self.readers)
            .await?;
        Ok(rows.into_iter().map(subscription).collect())
    }

    /// Changes a subscription of a subscriber; tells whether there was one.
    ///
    /// What was found and not told yet is told by the new schedule, whose due instant the caller gives per event later.
    pub async fn change_subscription(
        &self,
        subscriber: i64,
        id: i64,
        name: &str,
        state: SubscriptionState,
        body: &str,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE subscription SET name = $3, state = $4, body = $5 WHERE id = $1 AND subscriber = $2",
        )
        .bind(id)
        .bind(subscriber)
        .bind(name)
        .bind(state.code())
        .bind(body)
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Sets when the untold matches of a subscription are due; nothing is never.
    pub async fn reschedule(
        &self,
        subscription: i64,
        due_at: Option<i64>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE alert_match SET due_at = $2 WHERE subscription = $1 AND digest IS NULL",
        )
        .bind(subscription)
        .bind(due_at)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Removes a subscription of a subscriber; tells whether there was one.
    pub async fn remove_subscription(&self, subscriber: i64, id: i64) -> Result<bool, StoreError> {
        let done = sqlx::query("DELETE FROM subscription WHERE id = $1 AND subscriber = $2")
            .bind(id)
            .bind(subscriber)
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}
