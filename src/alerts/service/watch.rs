//! Holding what happened against what people watch.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use super::Alerts;
use crate::alerts::AlertsError;
use crate::alerts::digest::Item;
use crate::alerts::occurrence::Occurrence;
use crate::alerts::percolator::Percolator;
use crate::alerts::subscription::{Interest, Schedule, Subscription};
use crate::model::Record;
use crate::storage::{EventQuery, FoundItem, FoundMatch, StoredEvent};

/// Events read, matched and written in one transaction.
const EVENTS_AT_ONCE: u32 = 200;
/// Subscriptions read at once.
const SUBSCRIPTIONS_AT_ONCE: u32 = 1_000;

/// What a run has found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Watched {
    /// Events that were looked at.
    pub events: u64,
    /// Events that concern somebody.
    pub items: u64,
    /// Subscriptions they concern, summed.
    pub matches: u64,
}

/// A subscription that is matched.
struct Standing {
    id: i64,
    since_event: i64,
    interest: Interest,
    schedule: Schedule,
}

impl Alerts {
    /// Holds every event since the last time against the subscriptions, and keeps whom it concerns and why.
    ///
    /// The first time nothing is told of what happened before: the store may hold years of it. Killed at any moment,
    /// whole batches are kept and the next run goes on.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses.
    pub async fn watch(&self) -> Result<Watched, AlertsError> {
        let mut done = Watched::default();
        let Some(mut last) = self.store().percolated().await? else {
            let last = self.store().last_event().await?;
            self.store().keep_found(&[], last).await?;
            return Ok(done);
        };
        let events = self.store().events(&after(last), EVENTS_AT_ONCE).await?;
        if events.is_empty() {
            return Ok(done);
        }
        let standing = self.standing().await?;
        let percolator = Percolator::new(standing.iter().map(|one| &one.interest));
        let mut events = events;
        while let Some(newest) = events.last().map(|event| event.id) {
            let occurrences = self.occurrences(&events).await?;
            let mut items = Vec::new();
            for occurrence in &occurrences {
                items.extend(found(&percolator, &standing, occurrence));
            }
            self.store().keep_found(&items, newest).await?;
            done.events += events.len() as u64;
            done.items += items.len() as u64;
            done.matches += items
                .iter()
                .map(|item| item.matches.len() as u64)
                .sum::<u64>();
            last = newest;
            events = self.store().events(&after(last), EVENTS_AT_ONCE).await?;
        }
        Ok(done)
    }

    async fn standing(&self) -> Result<Vec<Standing>, AlertsError> {
        let mut standing = Vec::new();
        let mut last = 0;
        loop {
            let stored = self
                .store()
                .active_subscriptions(last, SUBSCRIPTIONS_AT_ONCE)
                .await?;
            let Some(newest) = stored.last() else {
                return Ok(standing);
            };
            last = newest.id;
            for one in stored {
                match Subscription::read(one.id, &one.name, &one.body) {
                    Ok(subscription) => standing.push(Standing {
                        id: one.id,
                        since_event: one.since_event,
                        interest: subscription.interest().clone(),
                        schedule: subscription.schedule().clone(),
                    }),
                    // One subscription that cannot be read must not silence the others.
                    Err(error) => tracing::error!("passed over: {error}"),
                }
            }
        }
    }

    /// Joins events with their records; events whose record is gone are left out.
    pub(super) async fn occurrences(
        &self,
        events: &[StoredEvent],
    ) -> Result<Vec<Occurrence>, AlertsError> {
        let mut slugs: Vec<&str> = events.iter().map(|event| event.slug.as_str()).collect();
        slugs.sort_unstable();
        slugs.dedup();
        let records = self.store().records_named(&slugs).await?;
        let records: HashMap<String, Arc<Record>> = records
            .into_iter()
            .map(|stored| (stored.record.id.to_string(), Arc::new(stored.record)))
            .collect();
        let occurrence = |event: &StoredEvent| {
            Some(Occurrence {
                event: event.id,
                change: event.change.clone(),
                at: event.at.parse().unwrap_or_else(|_| self.now()),
                record: Arc::clone(records.get(event.slug.as_str())?),
            })
        };
        Ok(events.iter().filter_map(occurrence).collect())
    }
}

/// Asks for the events after one, the oldest first.
pub(super) fn after(event: i64) -> EventQuery {
    EventQuery {
        after: Some(event),
        ..EventQuery::default()
    }
}

fn found(
    percolator: &Percolator,
    standing: &[Standing],
    occurrence: &Occurrence,
) -> Option<FoundItem> {
    let matches: Vec<FoundMatch> = percolator
        .percolate(occurrence)
        .into_iter()
        .filter_map(|one| {
            let standing = standing.get(one.interest)?;
            (standing.since_event < occurrence.event).then(|| FoundMatch {
                subscription: standing.id,
                due_at: standing
                    .schedule
                    .due(occurrence.at)
                    .map(jiff::Timestamp::as_second),
                reasons: serde_json::json!(one.reasons).to_string(),
            })
        })
        .collect();
    (!matches.is_empty()).then(|| FoundItem {
        event: occurrence.event,
        body: serde_json::json!(Item::of(occurrence)).to_string(),
        matches,
    })
}
