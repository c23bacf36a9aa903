//! Letters on their way.
//!
//! A letter is written down before it is sent, so a kill loses none. A worker takes letters for a while (a lease) and
//! settles each; the lease of a worker that was killed runs out and another takes the letter, with the same
//! Message-ID. SMTP itself cannot tell whether a letter whose answer was lost has arrived (RFC 5321 §6.1 says to send
//! it again); receivers that look at the Message-ID show it once.

use sqlx::{Sqlite, Transaction};

use super::super::{Store, StoreError};

/// What a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterKind {
    /// A digest.
    Digest,
    /// The question whether an address wants to subscribe.
    Confirm,
    /// The link to the page where subscriptions are managed.
    Manage,
}

impl LetterKind {
    /// Returns the word the store keeps.
    pub fn code(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Confirm => "confirm",
            Self::Manage => "manage",
        }
    }

    fn read(code: &str) -> Self {
        match code {
            "confirm" => Self::Confirm,
            "manage" => Self::Manage,
            _ => Self::Digest,
        }
    }
}

/// Where a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterState {
    /// It waits for its first attempt.
    Queued,
    /// A worker has it.
    Sending,
    /// The server took it.
    Sent,
    /// The server asked to come again.
    Deferred,
    /// The address does not exist.
    Bounced,
    /// It was given up.
    Dead,
}

impl LetterState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Queued,
        Self::Sending,
        Self::Sent,
        Self::Deferred,
        Self::Bounced,
        Self::Dead,
    ];

    /// Returns the word the store keeps.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Deferred => "deferred",
            Self::Bounced => "bounced",
            Self::Dead => "dead",
        }
    }

    fn read(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|state| state.code() == code)
            .unwrap_or(Self::Dead)
    }
}

/// A letter to be queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// To whom.
    pub subscriber: i64,
    /// What it is.
    pub kind: LetterKind,
    /// What must not be sent twice to one subscriber.
    pub window_key: String,
    /// Its Message-ID, without angle brackets.
    pub message_id: String,
    /// When, seconds since 1970.
    pub now: i64,
}

impl NewLetter {
    pub(super) async fn insert(
        &self,
        transaction: &mut Transaction<'static, Sqlite>,
        digest: Option<i64>,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "INSERT INTO outbox (subscriber, kind, window_key, digest, message_id, state, queued_at, next_at, changed_at) \
             VALUES ($1, $2, $3, $4, $5, 'queued', $6, $6, $6) ON CONFLICT DO NOTHING",
        )
        .bind(self.subscriber)
        .bind(self.kind.code())
        .bind(&self.window_key)
        .bind(digest)
        .bind(&self.message_id)
        .bind(self.now)
        .execute(&mut **transaction)
        .await?;
        Ok(done.rows_affected() > 0)
    }
}

/// A letter a worker has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Internal number.
    pub id: i64,
    /// To whom.
    pub subscriber: i64,
    /// What it is.
    pub kind: LetterKind,
    /// The digest it carries.
    pub digest: Option<i64>,
    /// Its Message-ID.
    pub message_id: String,
    /// Attempts with this one.
    pub attempts: u32,
    /// When it was queued.
    pub queued_at: i64,
}

/// A line of the operator's view; it holds no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterLine {
    /// Internal number.
    pub id: i64,
    /// The subscriber's address, to be masked before anybody sees it.
    pub address: String,
    /// What it is.
    pub kind: LetterKind,
    /// Where it is.
    pub state: LetterState,
    /// Attempts.
    pub attempts: u32,
    /// When it is tried next, or was last changed.
    pub next_at: i64,
    /// The server's last reply.
    pub reply: Option<String>,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settling {
    /// The new state.
    pub state: LetterState,
    /// When to try again; also the instant of the change.
    pub next_at: i64,
    /// The server's reply, without addresses.
    pub reply: String,
}

type Row = (i64, i64, String, Option<i64>, String, i64, i64);

impl Store {
    /// Queues a letter; tells whether it was not there yet.
    pub async fn queue_letter(&self, letter: &NewLetter) -> Result<bool, StoreError> {
        let mut transaction = self.writer.begin().await?;
        let new = letter.insert(&mut transaction, None).await?;
        transaction.commit().await?;
        Ok(new)
    }

    /// Counts the letters of a kind that were queued for a subscriber since an instant.
    pub async fn count_letters(
        &self,
        subscriber: i64,
        kind: LetterKind,
        since: i64,
    ) -> Result<u64, StoreError> {
        let count: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM outbox WHERE subscriber = $1 AND kind = $2 AND queued_at >= $3",
        )
        .bind(subscriber)
        .bind(kind.code())
        .bind(since)
        .fetch_one(&self.readers)
        .await?;
        Ok(count.unsigned_abs())
    }

    /// Takes letters that are to be sent, for a worker until an instant.
    pub async fn take_letters(
        &self,
        worker: &str,
        now: i64,
        until: i64,
        most: u32,
    ) -> Result<Vec<Letter>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "UPDATE outbox SET state = 'sending', lease = $1, lease_until = $3, attempts = attempts + 1, changed_at = $2 \
             WHERE id IN (SELECT id FROM outbox WHERE (state IN ('queued', 'deferred') AND next_at <= $2) \
             OR (state = 'sending' AND lease_until < $2) ORDER BY next_at, id LIMIT $4) \
             RETURNING id, subscriber, kind, digest, message_id, attempts, queued_at",
        )
        .bind(worker)
        .bind(now)
        .bind(until)
        .bind(most)
        .fetch_all(&self.writer)
        .await?;
        Ok(rows
            .into_iter()
            .map(
                |(id, subscriber, kind, digest, message_id, attempts, queued_at)| Letter {
                    id,
                    subscriber,
                    kind: LetterKind::read(&kind),
                    digest,
                    message_id,
                    attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
                    queued_at,
                },
            )
            .collect())
    }

    /// Settles a letter a worker has; a worker whose lease another has taken over changes nothing.
    pub async fn settle_letter(
        &self,
        worker: &str,
        id: i64,
        settling: &Settling,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE outbox SET state = $3, next_at = $4, changed_at = $4, reply = $5, lease = NULL, lease_until = NULL \
             WHERE id = $2 AND state = 'sending' AND lease = $1",
        )
        .bind(worker)
        .bind(id)
        .bind(settling.state.code())
        .bind(settling.next_at)
        .bind(&settling.reply)
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Returns the subscriber a letter went to, by its Message-ID.
    pub async fn addressee_of(&self, message_id: &str) -> Result<Option<i64>, StoreError> {
        let found = sqlx::query_scalar("SELECT subscriber FROM outbox WHERE message_id = $1")
            .bind(message_id)
            .fetch_optional(&self.readers)
            .await?;
        Ok(found)
    }

    /// Notes that a letter that was sent came back.
    pub async fn note_bounce(
        &self,
        message_id: &str,
        reply: &str,
        now: i64,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE outbox SET state = 'bounced', reply = $2, changed_at = $3 WHERE message_id = $1")
            .bind(message_id)
            .bind(reply)
            .bind(now)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Counts letters by state.
    pub async fn count_outbox(&self) -> Result<Vec<(LetterState, u64)>, StoreError> {
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT state, count(*) FROM outbox GROUP BY state ORDER BY state")
                .fetch_all(&self.readers)
                .await?;
        Ok(rows
            .into_iter()
            .map(|(state, count)| (LetterState::read(&state), count.unsigned_abs()))
            .collect())
    }

    /// Returns the latest letters, those that wait or failed first.
    pub async fn outbox(&self, most: u32) -> Result<Vec<LetterLine>, StoreError> {
        type Line = (i64, String, String, String, i64, i64, Option<String>);
        let rows: Vec<Line> = sqlx::query_as(
            "SELECT outbox.id, subscriber.address, outbox.kind, outbox.state, attempts, next_at, reply \
             FROM outbox JOIN subscriber ON subscriber.id = outbox.subscriber \
             ORDER BY CASE outbox.state WHEN 'sent' THEN 1 ELSE 0 END, outbox.changed_at DESC, outbox.id DESC LIMIT $1",
        )
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(rows
            .into_iter()
            .map(
                |(id, address, kind, state, attempts, next_at, reply)| LetterLine {
                    id,
                    address,
                    kind: LetterKind::read(&kind),
                    state: LetterState::read(&state),
                    attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
                    next_at,
                    reply,
                },
            )
            .collect())
    }
}
