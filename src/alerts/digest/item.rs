//! A happening as it stood when it was found.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::alerts::occurrence::Occurrence;
use crate::alerts::subscription::Matter;
use crate::model::{Inherited, Kind, NotifiedDate, PartialDate, RecordId, Texts};

/// What a digest shows of a happening; kept, so that it can be shown again when the record has moved on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Number of the event.
    pub event: i64,
    /// What happened.
    pub matter: Matter,
    /// When it became known.
    pub at: Timestamp,
    /// The value before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The record.
    pub record: RecordId,
    /// What the record is.
    pub kind: Kind,
    /// Its number or symbol.
    pub number: String,
    /// Its family.
    pub family: String,
    /// Titles.
    pub titles: Texts,
    /// Markets it holds for.
    pub markets: Vec<String>,
    /// Time zone in which its days end (IANA), where the member's is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Proposed day of adoption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<PartialDate>,
    /// Final date for comments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comments_until: Option<PartialDate>,
    /// Publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// Entry into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<PartialDate>,
    /// HS codes, its own and those of its family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hs: Vec<String>,
    /// ICS codes, its own and those of its family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ics: Vec<String>,
    /// Products it concerns, by its own tags and those of its family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
}

impl Item {
    /// Takes the snapshot of a happening.
    pub fn of(occurrence: &Occurrence) -> Self {
        let record = &*occurrence.record;
        let inherited = record.inherited.as_ref();
        let notification = record.notification.as_ref();
        let with = |own: &[String], of: fn(&Inherited) -> &[String]| -> Vec<String> {
            let more = inherited.map_or(&[][..], of);
            own.iter().chain(more).cloned().collect()
        };
        let notified = |date: Option<&NotifiedDate>| date.and_then(|date| date.date);
        let entry = notified(notification.and_then(|one| one.entry.as_ref()));
        Self {
            event: occurrence.event,
            matter: occurrence.matter(),
            at: occurrence.at,
            before: occurrence.change.before.clone(),
            after: occurrence.change.after.clone(),
            record: record.id.clone(),
            kind: record.kind,
            number: record.number.clone(),
            family: record.family.clone(),
            titles: record.titles.clone(),
            markets: with(&record.markets, |parent| &parent.markets),
            zone: notification.and_then(|one| one.zone.clone()),
            adopted: notified(notification.and_then(|one| one.adoption.as_ref())),
            comments_until: record.lifecycle.comments_until,
            published: record.lifecycle.published,
            in_force: record.lifecycle.implemented.or(entry),
            hs: with(&record.hs, |parent| &parent.hs),
            ics: with(&record.ics, |parent| &parent.ics),
            products: with(&record.products, |parent| &parent.products),
        }
    }

    /// Returns the market whose zone its dates are in where none is known: the first.
    pub fn market(&self) -> &str {
        self.markets.first().map_or("", String::as_str)
    }
}
