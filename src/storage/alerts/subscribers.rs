//! Subscribers: an address, a language, a state.

use super::super::{Store, StoreError};

/// Whether letters may go to a subscriber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SubscriberState {
    /// The address was given; its owner has not confirmed it.
    Pending,
    /// Letters are sent.
    Active,
    /// The subscriber wants no letters; subscriptions are kept for the page and the feed.
    Stopped,
    /// The address does not exist any more.
    Bounced,
}

/// The words of the states.
const STATES: [(SubscriberState, &str); 4] = [
    (SubscriberState::Pending, "pending"),
    (SubscriberState::Active, "active"),
    (SubscriberState::Stopped, "stopped"),
    (SubscriberState::Bounced, "bounced"),
];

impl SubscriberState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Active, Self::Stopped, Self::Bounced];

    /// Returns the word the store keeps.
    pub fn code(self) -> &'static str {
        STATES[self as usize].1
    }

    fn read(code: &str) -> Self {
        // A word that is not ours stops letters rather than sends them.
        STATES
            .iter()
            .find(|(_, known)| *known == code)
            .map_or(Self::Stopped, |&(state, _)| state)
    }
}

/// A subscriber.
#[derive(Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// Internal number.
    pub id: i64,
    /// Address; never logged.
    pub address: String,
    /// Code of the language letters are written in.
    pub language: String,
    /// State.
    pub state: SubscriberState,
    /// How often all links were made worthless.
    pub epoch: i64,
    /// When the address was first given, seconds since 1970.
    pub created_at: i64,
    /// When its owner confirmed.
    pub consent_at: Option<i64>,
    /// Version of the text that was consented to.
    pub consent_text: Option<String>,
}

impl std::fmt::Debug for Subscriber {
    /// Leaves the address out, so that no log can hold it.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Subscriber")
            .field("id", &self.id)
            .field("language", &self.language)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

type Row = (
    i64,
    String,
    String,
    String,
    i64,
    i64,
    Option<i64>,
    Option<String>,
);

const COLUMNS: &str = "id, address, language, state, epoch, created_at, consent_at, consent_text";

fn subscriber(
    (id, address, language, state, epoch, created_at, consent_at, consent_text): Row,
) -> Subscriber {
    Subscriber {
        id,
        address,
        language,
        state: SubscriberState::read(&state),
        epoch,
        created_at,
        consent_at,
        consent_text,
    }
}

impl Store {
    /// Returns the subscriber with an address, making one that is pending where there is none.
    pub async fn subscriber_with_address(
        &self,
        address: &str,
        language: &str,
        now: i64,
    ) -> Result<Subscriber, StoreError> {
        let query = format!(
            "INSERT INTO subscriber (address, language, state, created_at) VALUES ($1, $2, 'pending', $3) \
             ON CONFLICT (address) DO UPDATE SET address = excluded.address RETURNING {COLUMNS}"
        );
        let row: Row = sqlx::query_as(sqlx::AssertSqlSafe(query))
            .bind(address)
            .bind(language)
            .bind(now)
            .fetch_one(&self.writer)
            .await?;
        Ok(subscriber(row))
    }

    /// Returns a subscriber.
    pub async fn subscriber(&self, id: i64) -> Result<Option<Subscriber>, StoreError> {
        let query = format!("SELECT {COLUMNS} FROM subscriber WHERE id = $1");
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(query))
            .bind(id)
            .fetch_optional(&self.readers)
            .await?;
        Ok(row.map(subscriber))
    }

    /// Returns the subscriber with an address.
    pub async fn find_subscriber(&self, address: &str) -> Result<Option<Subscriber>, StoreError> {
        let query = format!("SELECT {COLUMNS} FROM subscriber WHERE address = $1");
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(query))
            .bind(address)
            .fetch_optional(&self.readers)
            .await?;
        Ok(row.map(subscriber))
    }

    /// Notes consent: the subscriber becomes active and so do the subscriptions that waited for it.
    pub async fn consent(&self, id: i64, text: &str, now: i64) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin().await?;
        sqlx::query(
            "UPDATE subscriber SET state = 'active', consent_at = $2, consent_text = $3 WHERE id = $1",
        )
        .bind(id)
        .bind(now)
        .bind(text)
        .execute(&mut *transaction)
        .await?;
        sqlx::query(
            "UPDATE subscription SET state = 'active' WHERE subscriber = $1 AND state = 'pending'",
        )
        .bind(id)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Puts a subscriber into a state; letters that wait for one who is no longer active are not sent.
    pub async fn set_subscriber_state(
        &self,
        id: i64,
        state: SubscriberState,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE subscriber SET state = $2 WHERE id = $1")
            .bind(id)
            .bind(state.code())
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Sets the language of letters.
    pub async fn set_subscriber_language(&self, id: i64, language: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE subscriber SET language = $2 WHERE id = $1")
            .bind(id)
            .bind(language)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Makes every link that was mailed so far worthless.
    pub async fn renew_links(&self, id: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE subscriber SET epoch = epoch + 1 WHERE id = $1")
            .bind(id)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Erases a subscriber with subscriptions, digests and letters, and the snapshots nobody needs any more.
    pub async fn erase_subscriber(&self, id: i64) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin().await?;
        sqlx::query("DELETE FROM subscriber WHERE id = $1")
            .bind(id)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("DELETE FROM saved_search WHERE owner = $1")
            .bind(crate::storage::owner_of(id))
            .execute(&mut *transaction)
            .await?;
        sqlx::query("DELETE FROM alert_item WHERE event NOT IN (SELECT event FROM alert_match)")
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Erases those who gave an address before an instant and never confirmed it.
    pub async fn forget_unconfirmed(&self, before: i64) -> Result<u64, StoreError> {
        let done =
            sqlx::query("DELETE FROM subscriber WHERE state = 'pending' AND created_at < $1")
                .bind(before)
                .execute(&self.writer)
                .await?;
        Ok(done.rows_affected())
    }

    /// Counts subscribers by state.
    pub async fn count_subscribers(&self) -> Result<Vec<(SubscriberState, u64)>, StoreError> {
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT state, count(*) FROM subscriber GROUP BY state ORDER BY state")
                .fetch_all(&self.readers)
                .await?;
        Ok(rows
            .into_iter()
            .map(|(state, count)| (SubscriberState::read(&state), count.unsigned_abs()))
            .collect())
    }
}
