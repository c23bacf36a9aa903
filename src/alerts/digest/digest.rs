//! Everything that is due for one subscriber, in the order it is read.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Item;
use crate::alerts::deadline::Deadline;
use crate::alerts::percolator::Reason;
use crate::alerts::subscription::Matter;
use crate::model::Language;

/// The version of the stored shape.
const VERSION: u32 = 1;

/// An alert that an item met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertMet {
    /// The subscription.
    pub subscription: i64,
    /// Its name.
    pub name: String,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// One item with every alert it met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestEntry {
    /// The item.
    pub item: Item,
    /// The alerts.
    pub alerts: Vec<AlertMet>,
}

/// The items of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyGroup {
    /// The family.
    pub family: String,
    /// Its items, the latest last, as they happened.
    pub entries: Vec<DigestEntry>,
}

/// A digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    version: u32,
    /// The language it was made in.
    pub language: Language,
    /// The slot it was made for.
    pub window: Timestamp,
    /// When it was made.
    pub made: Timestamp,
    /// Its families, the most urgent first.
    pub groups: Vec<FamilyGroup>,
}

impl Digest {
    /// Groups and orders what is due.
    ///
    /// An item comes once, whatever number of alerts it met. Families with an open deadline come first, the nearest
    /// before the others; then those that change most for the reader.
    pub fn of(
        due: impl IntoIterator<Item = (Item, AlertMet)>,
        language: Language,
        window: Timestamp,
        made: Timestamp,
    ) -> Self {
        let mut entries: BTreeMap<i64, DigestEntry> = BTreeMap::new();
        for (item, alert) in due {
            let entry = entries.entry(item.event).or_insert_with(|| DigestEntry {
                item,
                alerts: Vec::new(),
            });
            if entry
                .alerts
                .iter()
                .all(|one| one.subscription != alert.subscription)
            {
                entry.alerts.push(alert);
            }
        }
        let mut families: BTreeMap<String, Vec<DigestEntry>> = BTreeMap::new();
        for entry in entries.into_values() {
            families
                .entry(entry.item.family.clone())
                .or_default()
                .push(entry);
        }
        let mut groups: Vec<FamilyGroup> = families
            .into_iter()
            .map(|(family, entries)| FamilyGroup { family, entries })
            .collect();
        groups.sort_by_cached_key(|group| group.rank(made));
        Self {
            version: VERSION,
            language,
            window,
            made,
            groups,
        }
    }

    /// Returns every entry in the order of the digest.
    pub fn entries(&self) -> impl Iterator<Item = &DigestEntry> {
        self.groups.iter().flat_map(|group| &group.entries)
    }

    /// Returns the names of the alerts that were met, each once, in the order of the digest.
    pub fn alert_names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for alert in self.entries().flat_map(|entry| &entry.alerts) {
            if !names.contains(&alert.name.as_str()) {
                names.push(alert.name.as_str());
            }
        }
        names
    }
}

impl FamilyGroup {
    /// Returns the nearest deadline that is still open.
    pub fn deadline(&self, now: Timestamp) -> Option<Deadline> {
        let open = self.entries.iter().filter_map(|entry| entry.deadline(now));
        open.filter(Deadline::is_open)
            .min_by_key(|deadline| deadline.over)
    }

    /// Those with a deadline first, the nearest of them first; then the greatest effect; then by name.
    fn rank(&self, now: Timestamp) -> (bool, Timestamp, Reverse<u32>, String) {
        let deadline = self.deadline(now);
        let effect = self
            .entries
            .iter()
            .map(DigestEntry::effect)
            .max()
            .unwrap_or(0);
        (
            deadline.is_none(),
            deadline.map_or(Timestamp::MAX, |deadline| deadline.over),
            Reverse(effect),
            self.family.clone(),
        )
    }
}

impl DigestEntry {
    /// Returns the deadline for comments, open or not.
    pub fn deadline(&self, now: Timestamp) -> Option<Deadline> {
        let day = self.item.comments_until?.latest();
        Some(Deadline::of(
            day,
            self.item.zone.as_deref(),
            self.item.market(),
            now,
        ))
    }

    /// How much it changes for the reader: what binds soon before what is planned, a product of theirs before a word.
    fn effect(&self) -> u32 {
        let matter = match self.item.matter {
            Matter::InForce => 6,
            Matter::Adopted => 5,
            Matter::Withdrawn | Matter::Replaced => 4,
            Matter::New => 3,
            Matter::Deadline => 2,
            Matter::Changed => 1,
        };
        let closeness = self
            .alerts
            .iter()
            .flat_map(|alert| &alert.reasons)
            .map(|reason| match reason {
                Reason::Document { .. } => 4,
                Reason::Product { .. } => 3,
                Reason::Hs {
                    watched, notified, ..
                } if notified.len() >= watched.len() => 3,
                Reason::Hs { .. } | Reason::Ics { .. } => 2,
                _ => 1,
            });
        matter * 10 + closeness.max().unwrap_or(0)
    }
}
