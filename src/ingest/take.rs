//! Taking rows in: the only part of the ingest that touches the store.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use indexers::{RawKind, RowError};
use jiff::civil::Date;
use rayon::prelude::*;

use super::changes::{changes, day_changes};
use super::merge::{Contribution, merge};
use super::prepare::{Prepared, Row, prepare};
use super::record_change::{change_of, contribution, renumber};
use super::voice::Voice;
use crate::clock::Clock;
use crate::model::{LimitValue, Record, RecordId};
use crate::storage::{
    BadRow, Batch, Incumbent, NewHarvest, NewLimit, NewRow, RecordChange, RunCounts, Store,
    StoreError, Writing,
};

/// An error that ends the taking of a harvest; bad rows are not errors but part of the answer.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The reading of rows broke off.
    #[error("the reading of rows broke off: {0}")]
    Broken(String),
}

/// Rows that came together from one place.
#[derive(Debug, Clone, Default)]
pub struct Harvest {
    /// File or address.
    pub origin: String,
    /// The rows in order.
    pub rows: Vec<Row>,
}

impl Harvest {
    fn body(&self) -> Vec<u8> {
        let size = self.rows.iter().map(|row| row.text.len() + 1).sum();
        let mut body = Vec::with_capacity(size);
        for row in &self.rows {
            body.extend_from_slice(row.text.as_bytes());
            body.push(b'\n');
        }
        body
    }
}

/// A harvest that was read; still nothing is written.
#[derive(Debug)]
pub struct ReadHarvest {
    origin: String,
    hash: [u8; 32],
    body: Vec<u8>,
    lines: Vec<u64>,
    /// Nothing when the very same bytes are in the store already.
    rows: Option<Vec<Result<Prepared, RowError>>>,
    voice: Voice,
}

impl ReadHarvest {
    /// Lets the harvest change records without telling anybody.
    #[must_use]
    pub fn silently(mut self) -> Self {
        self.voice = Voice::Silent;
        self
    }
}

/// What became of a harvest.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    /// Counts.
    pub counts: RunCounts,
    /// The rows that could not be read.
    pub bad: Vec<BadRow>,
    /// The sources that spoke.
    pub sources: HashSet<String>,
}

/// Takes rows into the store.
#[derive(Debug, Clone)]
pub struct Ingest {
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
}

impl Ingest {
    /// Makes an ingest into a store.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock }
    }

    /// Reads a harvest on all cores, unless the very same bytes were taken before.
    pub async fn read(&self, harvest: Harvest) -> Result<ReadHarvest, IngestError> {
        let body = harvest.body();
        let hash = *blake3::hash(&body).as_bytes();
        let known = self.store.knows_harvest(&hash).await?;
        let read = move || {
            let rows = (!known).then(|| {
                harvest
                    .rows
                    .par_iter()
                    .map(|row| prepare(&row.text))
                    .collect()
            });
            let lines = harvest.rows.iter().map(|row| row.line).collect();
            ReadHarvest {
                origin: harvest.origin,
                hash,
                body,
                lines,
                rows,
                voice: Voice::default(),
            }
        };
        tokio::task::spawn_blocking(read)
            .await
            .map_err(|reason| IngestError::Broken(reason.to_string()))
    }

    /// Writes what a harvest says, in one transaction.
    pub async fn write(&self, harvest: ReadHarvest) -> Result<Taken, IngestError> {
        let mut taken = Taken::default();
        taken.counts.rows = harvest.lines.len() as u64;
        let Some(read) = harvest.rows else {
            taken.counts.unchanged = taken.counts.rows;
            return Ok(taken);
        };
        let mut rows: BTreeMap<(String, String), (usize, Prepared)> = BTreeMap::new();
        for (place, row) in read.into_iter().enumerate() {
            match row {
                Ok(row) => {
                    taken.sources.insert(row.raw.source.clone());
                    // A key that comes twice in one harvest: the later row is what the source says now.
                    if rows
                        .insert((row.raw.source.clone(), row.raw.key.clone()), (place, row))
                        .is_some()
                    {
                        taken.counts.unchanged += 1;
                    }
                }
                Err(RowError { field, reason }) => {
                    taken.bad.push(BadRow {
                        line: harvest.lines[place],
                        field,
                        reason,
                    });
                }
            }
        }
        taken.counts.bad = taken.bad.len() as u64;
        let mut writing = self.store.begin().await?;
        let mut plan = Plan::make(&mut writing, rows).await?;
        if harvest.voice == Voice::Silent {
            plan.silent.extend(taken.sources.iter().cloned());
        }
        taken.counts.unchanged += plan.unchanged;
        if plan.fresh.is_empty() {
            return Ok(taken);
        }
        let at = self.clock.now().to_string();
        let today = self.clock.today();
        let (changed, gone) = plan.merge_all(&mut writing, &at, today).await?;
        taken.counts.added = plan.added;
        taken.counts.changed = plan.fresh.len() as u64 - plan.added;
        let (rows, limits) = plan.into_rows();
        let harvest = NewHarvest {
            origin: harvest.origin,
            fetched_at: at.clone(),
            hash: harvest.hash,
            row_count: rows.len(),
            body: harvest.body,
        };
        writing
            .write(Batch {
                harvest: Some(harvest),
                rows,
                records: changed,
                gone,
                limits,
                at,
            })
            .await?;
        writing.commit().await?;
        Ok(taken)
    }
}

/// The rows of a harvest that say something new, and the records they touch.
#[derive(Debug)]
struct Plan {
    fresh: BTreeMap<(String, String), (usize, Prepared)>,
    /// Records that rows used to belong to and now leave.
    left: HashSet<i64>,
    silent: HashSet<String>,
    unchanged: u64,
    added: u64,
}

impl Plan {
    async fn make(
        writing: &mut Writing,
        mut rows: BTreeMap<(String, String), (usize, Prepared)>,
    ) -> Result<Self, StoreError> {
        let before = rows.len();
        let mut sources: Vec<String> = rows.keys().map(|(source, _)| source.clone()).collect();
        sources.dedup();
        let (mut left, mut silent) = (HashSet::new(), HashSet::new());
        for source in sources {
            let keys: Vec<&str> = rows
                .keys()
                .filter(|(of, _)| *of == source)
                .map(|(_, key)| key.as_str())
                .collect();
            let known = writing.known_rows(&source, &keys).await?;
            rows.retain(|(of, key), (_, row)| {
                *of != source || known.get(key).is_none_or(|known| known.hash != row.hash)
            });
            let changed = rows.keys().filter(|(of, _)| *of == source);
            left.extend(changed.filter_map(|(_, key)| known.get(key)?.record));
            if !writing.knows_source(&source).await? {
                silent.insert(source);
            }
        }
        let unchanged = (before - rows.len()) as u64;
        Ok(Self {
            fresh: rows,
            left,
            silent,
            unchanged,
            added: 0,
        })
    }

    /// Merges every record that the fresh rows touch; returns those that change and those that are left without rows.
    async fn merge_all(
        &mut self,
        writing: &mut Writing,
        at: &str,
        today: Date,
    ) -> Result<(Vec<RecordChange>, Vec<i64>), StoreError> {
        let mut groups: HashMap<RecordId, Vec<Contribution>> = HashMap::new();
        for (_, row) in self.fresh.values() {
            if row.raw.kind != RawKind::Limit {
                let contribution = Contribution {
                    raw: row.raw.clone(),
                    hash: row.hash,
                    fetched_at: at.to_owned(),
                };
                groups
                    .entry(row.identity.id.clone())
                    .or_default()
                    .push(contribution);
            }
        }
        let slugs: Vec<&str> = groups.keys().map(RecordId::as_str).collect();
        let mut incumbents = writing.incumbents(&slugs).await?;
        self.added = (groups.len() - incumbents.len()) as u64;
        let present: HashSet<i64> = incumbents.iter().map(|incumbent| incumbent.id).collect();
        for &id in self.left.difference(&present) {
            incumbents.extend(writing.incumbent(id).await?);
        }
        let mut before: HashMap<RecordId, (Incumbent, Option<Record>)> = HashMap::new();
        for incumbent in incumbents {
            let all: Vec<Contribution> = incumbent.rows.iter().filter_map(contribution).collect();
            let staying = all.iter().filter(|one| {
                !self
                    .fresh
                    .contains_key(&(one.raw.source.clone(), one.raw.key.clone()))
            });
            groups
                .entry(incumbent.slug.clone())
                .or_default()
                .extend(staying.cloned());
            let record = merge(all).map(|(record, _)| record);
            before.insert(incumbent.slug.clone(), (incumbent, record));
        }
        let merged: Vec<(RecordId, Option<RecordChange>)> = groups
            .into_par_iter()
            .map(|(slug, contributions)| {
                let source = contributions
                    .first()
                    .map(|first| first.raw.source.clone())
                    .unwrap_or_default();
                let known = before.get(&slug);
                let change = merge(contributions).map(|(mut record, keys)| {
                    record.lifecycle.replaced |=
                        known.is_some_and(|(incumbent, _)| incumbent.replaced);
                    let silent = self.silent.contains(&source);
                    let was = known.and_then(|(_, record)| record.as_ref());
                    let mut events = if silent {
                        Vec::new()
                    } else {
                        changes(was, &record)
                    };
                    // A day that came before this row did would be passed over: the next turn is counted from today.
                    let due = known.and_then(|(incumbent, _)| incumbent.turns_on.as_deref());
                    let due: Option<Date> = due.and_then(|day| day.parse().ok());
                    if let (Some(due), Some(was)) = (due.filter(|due| *due <= today), was) {
                        events.extend(day_changes(was, due, today));
                    }
                    let events = events
                        .into_iter()
                        .map(|event| (event, source.clone()))
                        .collect();
                    change_of(record, keys, today, events)
                });
                (slug, change)
            })
            .collect();
        let moved = self.moved(&before);
        let mut changed = Vec::with_capacity(merged.len());
        let mut gone = Vec::new();
        for (slug, change) in merged {
            match (change, before.get(&slug)) {
                (Some(mut change), _) => {
                    if let Some(from) = moved.get(&slug) {
                        renumber(&mut change, from);
                    }
                    changed.push(change);
                }
                (None, Some((incumbent, _))) => gone.push(incumbent.id),
                (None, None) => {}
            }
        }
        changed.sort_by(|one, other| one.record.id.cmp(&other.record.id));
        Ok((changed, gone))
    }

    /// For each new record whose row left another without any: the number it had before.
    fn moved(
        &self,
        before: &HashMap<RecordId, (Incumbent, Option<Record>)>,
    ) -> HashMap<RecordId, String> {
        let mut moved = HashMap::new();
        for (slug, (incumbent, record)) in before {
            let Some(record) = record
                .as_ref()
                .filter(|_| self.left.contains(&incumbent.id))
            else {
                continue;
            };
            let homes = incumbent.rows.iter().map(|row| {
                let fresh = self.fresh.get(&(row.source.clone(), row.key.clone()));
                fresh.map(|(_, row)| row.identity.id.clone())
            });
            let homes: Option<HashSet<RecordId>> = homes.collect();
            let homes = homes.unwrap_or_default();
            for home in homes
                .into_iter()
                .filter(|home| home != slug && !before.contains_key(home))
            {
                moved.insert(home, record.number.clone());
            }
        }
        moved
    }

    fn into_rows(self) -> (Vec<NewRow>, Vec<NewLimit>) {
        let mut rows = Vec::with_capacity(self.fresh.len());
        let mut limits = Vec::new();
        for ((source, key), (place, row)) in self.fresh {
            let record = (row.raw.kind != RawKind::Limit).then_some(row.identity.id);
            if let Some(limit) = row.raw.limit {
                limits.push(NewLimit {
                    source: source.clone(),
                    key: key.clone(),
                    number_key: row.identity.keys.exact,
                    product: limit.product.clone(),
                    value: LimitValue {
                        limit,
                        evidence: row.raw.evidence,
                    },
                });
            }
            rows.push(NewRow {
                source,
                key,
                hash: row.hash,
                place,
                record,
            });
        }
        (rows, limits)
    }
}
