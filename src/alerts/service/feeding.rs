//! What feeds and calendars hold.

use super::Alerts;
use crate::alerts::AlertsError;
use crate::alerts::desk::Desk;
use crate::alerts::digest::{AlertMet, Item};
use crate::alerts::feeds::FeedEntry;
use crate::alerts::percolator::Percolator;
use crate::alerts::subscription::Interest;
use crate::alerts::tokens::Purpose;
use crate::model::Record;
use crate::storage::{EventOrder, EventQuery, StoredSubscription};

/// Entries of a feed.
const MOST_ENTRIES: usize = 100;
/// Events looked at for a feed that is no subscription's.
const MOST_EVENTS: usize = 4_000;
/// Events read at once.
const AT_ONCE: u32 = 500;

impl Alerts {
    /// Returns what happened lately about an interest, the newest first.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses.
    pub async fn recent(&self, interest: &Interest) -> Result<Vec<FeedEntry>, AlertsError> {
        let percolator = Percolator::new([interest]);
        let mut entries = Vec::new();
        let mut query = EventQuery {
            order: EventOrder::Newest,
            ..EventQuery::default()
        };
        let mut looked_at = 0;
        while looked_at < MOST_EVENTS && entries.len() < MOST_ENTRIES {
            let events = self.store().events(&query, AT_ONCE).await?;
            let Some(oldest) = events.last() else { break };
            query.before = Some(oldest.id);
            looked_at += events.len();
            let met = self.occurrences(&events).await?;
            let met = met
                .iter()
                .filter(|one| !percolator.percolate(one).is_empty());
            entries.extend(met.map(|one| FeedEntry {
                item: Item::of(one),
                alert: None,
            }));
        }
        entries.truncate(MOST_ENTRIES);
        Ok(entries)
    }

    /// Returns the subscription a private link names, and what was found for it, the newest first.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing or the store refuses.
    pub async fn found(
        &self,
        token: &str,
    ) -> Result<(StoredSubscription, Vec<FeedEntry>), AlertsError> {
        let (claim, _) = self.bearer(token, Purpose::Feed).await?;
        let subscription = self
            .store()
            .subscription(claim.id)
            .await?
            .ok_or(AlertsError::Gone)?;
        let most = u32::try_from(MOST_ENTRIES).unwrap_or(u32::MAX);
        let mut entries = Vec::new();
        for stored in self.store().found_for(subscription.id, most).await? {
            let unreadable = |error: serde_json::Error| AlertsError::Unreadable {
                what: "event",
                id: stored.event,
                reason: error.to_string(),
            };
            entries.push(FeedEntry {
                item: serde_json::from_str(&stored.body).map_err(unreadable)?,
                alert: Some(AlertMet {
                    subscription: subscription.id,
                    name: subscription.name.clone(),
                    reasons: serde_json::from_str(&stored.reasons).map_err(unreadable)?,
                }),
            });
        }
        Ok((subscription, entries))
    }

    /// Returns what tells one state of a feed from the next: the last event of the store.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses.
    pub async fn feed_state(&self) -> Result<i64, AlertsError> {
        Ok(self.store().last_event().await?)
    }

    /// Lays out the comment desk over some records.
    pub fn desk<'r>(&self, records: impl IntoIterator<Item = &'r Record>) -> Desk {
        Desk::of(records, self.settings().comment_lead_days, self.now())
    }
}
