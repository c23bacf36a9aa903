//! Making digests of what is due.

use jiff::Timestamp;
use serde::Serialize;

use super::Alerts;
use crate::alerts::AlertsError;
use crate::alerts::digest::{AlertMet, Digest, Item};
use crate::model::Language;
use crate::storage::{DueMatch, LetterKind, NewLetter, StoredDigest, Subscriber};

/// Matches that go into one digest; more go into the next.
const MOST_IN_ONE: u32 = 2_000;
/// Subscribers asked for at once.
const SUBSCRIBERS_AT_ONCE: u32 = 500;

/// Seconds for which an address that was never confirmed is kept: the question is good for three days.
const UNCONFIRMED_KEPT: i64 = 7 * 86_400;

/// What a run has made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Gathered {
    /// Digests made and queued.
    pub digests: u64,
    /// Items in them, summed.
    pub items: u64,
}

impl Alerts {
    /// Makes one digest for each subscriber with something due, and queues its letter.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses; what was made stays made.
    pub async fn gather(&self) -> Result<Gathered, AlertsError> {
        let mut done = Gathered::default();
        let now = self.now().as_second();
        let mut last = 0;
        loop {
            let due = self
                .store()
                .subscribers_due(last, now, SUBSCRIBERS_AT_ONCE)
                .await?;
            let Some(&newest) = due.last() else {
                return Ok(done);
            };
            last = newest;
            for id in due {
                let Some(subscriber) = self.store().subscriber(id).await? else {
                    continue;
                };
                if let Some(digest) = self.gather_for(&subscriber).await? {
                    done.digests += 1;
                    done.items += digest.entries().count() as u64;
                }
            }
        }
    }

    /// Forgets what has run out: addresses that were never confirmed, links that were used.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses.
    pub async fn tidy(&self) -> Result<(), AlertsError> {
        let now = self.now().as_second();
        self.store()
            .forget_unconfirmed(now - UNCONFIRMED_KEPT)
            .await?;
        self.store().forget_expired_links(now).await?;
        Ok(())
    }

    /// Shows the digest a subscriber would get now, without keeping or sending anything.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses.
    pub async fn preview(&self, subscriber: &Subscriber) -> Result<Option<Digest>, AlertsError> {
        let due = self
            .store()
            .due_for(subscriber.id, self.now().as_second(), MOST_IN_ONE)
            .await?;
        Ok(self.digest_of(subscriber, &due)?.map(|(digest, _)| digest))
    }

    async fn gather_for(&self, subscriber: &Subscriber) -> Result<Option<Digest>, AlertsError> {
        let now = self.now().as_second();
        let due = self
            .store()
            .due_for(subscriber.id, now, MOST_IN_ONE)
            .await?;
        let Some((digest, slot)) = self.digest_of(subscriber, &due)? else {
            return Ok(None);
        };
        // What was found too late for its slot, or did not fit into its digest, makes one of its own.
        for window_at in [slot, now] {
            let window_key = format!("digest:{window_at}");
            let letter = NewLetter {
                subscriber: subscriber.id,
                kind: LetterKind::Digest,
                message_id: self.message_id(subscriber.id, &window_key),
                window_key,
                now,
            };
            let stored = StoredDigest {
                id: 0,
                subscriber: subscriber.id,
                window_at,
                made_at: now,
                body: serde_json::json!(digest).to_string(),
            };
            if self
                .store()
                .keep_digest(&stored, &due, &letter)
                .await?
                .is_some()
            {
                return Ok(Some(digest));
            }
        }
        Ok(None)
    }

    /// Makes a digest of what is due, with the latest slot it was due at.
    fn digest_of(
        &self,
        subscriber: &Subscriber,
        due: &[DueMatch],
    ) -> Result<Option<(Digest, i64)>, AlertsError> {
        let Some(slot) = due.iter().map(|one| one.due_at).max() else {
            return Ok(None);
        };
        let read: Result<Vec<_>, AlertsError> = due.iter().map(read).collect();
        let window = Timestamp::from_second(slot).unwrap_or_else(|_| self.now());
        let digest = Digest::of(read?, language_of(subscriber), window, self.now());
        Ok(Some((digest, slot)))
    }
}

/// Returns the language of a subscriber's letters.
pub(super) fn language_of(subscriber: &Subscriber) -> Language {
    if subscriber.language == Language::En.code() {
        Language::En
    } else {
        Language::Zh
    }
}

fn read(due: &DueMatch) -> Result<(Item, AlertMet), AlertsError> {
    let unreadable = |error: serde_json::Error| AlertsError::Unreadable {
        what: "event",
        id: due.event,
        reason: error.to_string(),
    };
    let item = serde_json::from_str(&due.body).map_err(unreadable)?;
    let alert = AlertMet {
        subscription: due.subscription,
        name: due.name.clone(),
        reasons: serde_json::from_str(&due.reasons).map_err(unreadable)?,
    };
    Ok((item, alert))
}
