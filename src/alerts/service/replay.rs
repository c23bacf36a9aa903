//! Trying an interest on the last twelve months before it is kept.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::Alerts;
use super::watch::after;
use crate::alerts::AlertsError;
use crate::alerts::digest::{AlertMet, Digest, Item};
use crate::alerts::percolator::Percolator;
use crate::alerts::subscription::Interest;
use crate::model::Language;
use crate::storage::{EventOrder, EventQuery};

/// Days that are replayed.
const DAYS: i64 = 365;
/// Events read at once.
const AT_ONCE: u32 = 500;
/// The most events that are replayed; a store that was filled yesterday holds hundreds of thousands.
const MOST_EVENTS: u64 = 200_000;
/// Items of the sample.
const SAMPLE: usize = 20;
/// A share of all events from which an interest is nearly everything.
const BROAD: f64 = 0.2;
/// Events below which a share means nothing.
const ENOUGH: u64 = 50;

/// Whether an interest narrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Breadth {
    /// It does.
    Narrow,
    /// It would tell nearly everything: the reader is warned.
    NearlyEverything,
}

/// How much would have come in one week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReplayWeek {
    /// The Monday it begins with, in Beijing.
    pub monday: String,
    /// Items.
    pub items: u64,
}

/// What would have come.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Replay {
    /// Events that were looked at.
    pub events: u64,
    /// Those that would have been told.
    pub items: u64,
    /// Items a week, averaged over the weeks from the first event on.
    pub per_week: f64,
    /// The weeks with an item, the oldest first.
    pub weeks: Vec<ReplayWeek>,
    /// Share of all events.
    pub share: f64,
    /// Whether that is nearly everything.
    pub breadth: Breadth,
    /// Events of the families that were met which the chosen matters leave out.
    pub left_out_by_matter: u64,
    /// The latest of what would have come, as a digest.
    pub sample: Digest,
}

impl Alerts {
    /// Holds an interest against the events of the last twelve months.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses.
    pub async fn replay(
        &self,
        name: &str,
        interest: &Interest,
        language: Language,
    ) -> Result<Replay, AlertsError> {
        let now = self.now();
        let from = now
            .saturating_add(SignedDuration::from_hours(-24 * DAYS))
            .unwrap_or(Timestamp::MIN);
        let whole = Interest::new(
            interest.topics().to_vec(),
            interest.markets().to_vec(),
            crate::alerts::subscription::Matters::default(),
        )?;
        let percolator = Percolator::new([interest, &whole]);
        let before = EventQuery {
            until: Some(from.to_string()),
            order: EventOrder::Newest,
            ..EventQuery::default()
        };
        let mut last = self
            .store()
            .events(&before, 1)
            .await?
            .first()
            .map_or(0, |event| event.id);
        let (mut events, mut items, mut left_out) = (0, 0, 0);
        let mut weeks: std::collections::BTreeMap<jiff::civil::Date, u64> =
            std::collections::BTreeMap::new();
        let mut first: Option<Timestamp> = None;
        let mut sample: std::collections::VecDeque<(Item, AlertMet)> =
            std::collections::VecDeque::new();
        while events < MOST_EVENTS {
            let batch = self.store().events(&after(last), AT_ONCE).await?;
            let Some(newest) = batch.last() else { break };
            last = newest.id;
            events += batch.len() as u64;
            for occurrence in self.occurrences(&batch).await? {
                first.get_or_insert(occurrence.at);
                let found = percolator.percolate(&occurrence);
                let Some(one) = found.iter().find(|one| one.interest == 0) else {
                    left_out += u64::from(!found.is_empty());
                    continue;
                };
                items += 1;
                *weeks.entry(monday(occurrence.at)).or_default() += 1;
                let alert = AlertMet {
                    subscription: 0,
                    name: name.to_owned(),
                    reasons: one.reasons.clone(),
                };
                sample.push_back((Item::of(&occurrence), alert));
                if sample.len() > SAMPLE {
                    sample.pop_front();
                }
            }
        }
        let share = ratio(items, events);
        let spanned = first.map_or(0, |first| {
            (now.as_second() - first.as_second()) / (7 * 86_400) + 1
        });
        Ok(Replay {
            events,
            items,
            per_week: ratio(items, u64::try_from(spanned).unwrap_or(1)),
            weeks: weeks
                .into_iter()
                .map(|(monday, items)| ReplayWeek {
                    monday: monday.to_string(),
                    items,
                })
                .collect(),
            share,
            breadth: if share >= BROAD && events >= ENOUGH {
                Breadth::NearlyEverything
            } else {
                Breadth::Narrow
            },
            left_out_by_matter: left_out,
            sample: Digest::of(sample, language, now, now),
        })
    }
}

fn monday(at: Timestamp) -> jiff::civil::Date {
    let day = crate::clock::Clock::today(&crate::clock::FixedClock(at));
    day.saturating_sub(jiff::Span::new().days(i64::from(day.weekday().to_monday_zero_offset())))
}

fn ratio(part: u64, whole: u64) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of events are far below 2^52"
    )]
    let (part, whole) = (part as f64, whole.max(1) as f64);
    part / whole
}
