//! One record with everything around it: editions, relations both ways, limit values, origin.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::then::Editions;
use crate::model::{
    Adoption, Kind, LimitValue, NumberKeys, Record, RelationKind, Status, StatusReading, Texts,
};
use crate::storage::{Incoming, Store, StoreError, StoredRecord};

/// A record and what surrounds it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordView {
    /// The record.
    #[serde(flatten)]
    pub record: Record,
    /// Its status on the day asked for, and how it was reached.
    pub standing: StatusReading,
    /// The day asked for.
    pub as_of: Date,
    /// Every record of its family, itself included, the newest first.
    pub editions: Vec<Neighbour>,
    /// What it is to others.
    pub outgoing: Vec<Edge>,
    /// What others are to it.
    pub incoming: Vec<Edge>,
    /// Limit values it sets.
    pub limits: Vec<LimitValue>,
    /// The sentence that belongs beside facts that are not from an official source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A record near another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Identifier.
    pub id: String,
    /// Number.
    pub number: String,
    /// What it is.
    pub kind: Kind,
    /// Titles.
    pub title: Texts,
    /// Status on the day asked for.
    pub status: Status,
    /// Day, month or year of publication.
    pub published: Option<String>,
    /// Whether it is an amendment or corrigendum.
    pub supplement: bool,
}

/// An edge to another document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// What the record at the tail is to the one at the head.
    pub kind: RelationKind,
    /// Degree of an adoption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub degree: Option<Adoption>,
    /// Number of the document at the other end.
    pub number: String,
    /// That document, where the store has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Neighbour>,
}

impl RecordView {
    /// Looks at a record and around it, on a day; nothing when there is no such record.
    pub async fn of(store: &Store, id: &str, day: Date) -> Result<Option<Self>, StoreError> {
        let Some(stored) = store.record(id).await? else {
            return Ok(None);
        };
        Self::around(store, stored, day).await.map(Some)
    }

    async fn around(store: &Store, stored: StoredRecord, day: Date) -> Result<Self, StoreError> {
        let StoredRecord { family, record, .. } = stored;
        let keys = match record.kind {
            Kind::Standard => NumberKeys::of(&record.number).exact,
            _ => record.number.clone(),
        };
        let (mut editions, mut incoming, limits) = tokio::try_join!(
            store.family(family),
            store.incoming(&keys),
            store.limits(&keys)
        )?;
        // A citation without a year means every edition in its time, so each of them is cited by it.
        if record.family != keys {
            let undated = store.incoming(&record.family).await?;
            let known: HashSet<_> = incoming
                .iter()
                .map(|edge| (edge.record, edge.kind))
                .collect();
            let new = |edge: &Incoming| !known.contains(&(edge.record, edge.kind));
            incoming.extend(undated.into_iter().filter(new));
        }
        editions.sort_by_cached_key(|edition| {
            let published = edition.record.lifecycle.published;
            (std::cmp::Reverse(published), edition.record.number.clone())
        });
        let family = Editions::of(editions.iter().map(|edition| &edition.record));
        let outgoing = outgoing(store, &record, day).await?;
        let tails: Vec<i64> = incoming.iter().map(|edge| edge.record).collect();
        let tails: HashMap<i64, Neighbour> = store
            .records(&tails)
            .await?
            .iter()
            .map(|tail| (tail.id, neighbour(&tail.record, day)))
            .collect();
        let incoming = incoming.into_iter().filter_map(|edge| {
            let tail = tails.get(&edge.record)?.clone();
            Some(Edge {
                kind: edge.kind,
                degree: edge.degree,
                number: tail.number.clone(),
                record: Some(tail),
            })
        });
        let notice = record.needs_official_check().then(|| Notice {
            zh: "以官方发布为准：本条资料由人工整理，来源见“证据”".to_owned(),
            en: "Check the official source: these facts were gathered by hand; see the evidence"
                .to_owned(),
        });
        Ok(Self {
            standing: family.standing(&record, day),
            as_of: day,
            editions: editions
                .iter()
                .map(|edition| Neighbour {
                    status: family.standing(&edition.record, day).status,
                    ..neighbour(&edition.record, day)
                })
                .collect(),
            outgoing,
            incoming: incoming.collect(),
            limits,
            notice,
            record,
        })
    }
}

async fn outgoing(store: &Store, record: &Record, day: Date) -> Result<Vec<Edge>, StoreError> {
    let keys: Vec<String> = record
        .relations
        .iter()
        .map(|edge| NumberKeys::of(&edge.target).exact)
        .collect();
    let asked: Vec<&str> = keys.iter().map(String::as_str).collect();
    let found = store.by_number_keys(&asked).await?;
    let heads: HashMap<String, Neighbour> = found
        .into_iter()
        .map(|(key, head)| (key, neighbour(&head.record, day)))
        .collect();
    Ok(record
        .relations
        .iter()
        .zip(&keys)
        .map(|(edge, key)| Edge {
            kind: edge.kind,
            degree: edge.degree,
            number: edge.target.clone(),
            record: heads.get(key).cloned(),
        })
        .collect())
}

fn neighbour(record: &Record, day: Date) -> Neighbour {
    Neighbour {
        id: record.id.to_string(),
        number: record.number.clone(),
        kind: record.kind,
        title: record.titles.clone(),
        status: record.lifecycle.status_on(day).status,
        published: record.lifecycle.published.map(|date| date.to_string()),
        supplement: record.supplement,
    }
}
