//! The check itself: from numbers to rows, all at once.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::chain::replacements;
use super::library::{Library, key};
use super::{Adopted, Document, Finding, Found, Row, Snapshot, ValidityError, ValidityReport};
use crate::model::{NumberKeys, RelationKind, Status};
use crate::number::Reading;
use crate::search::amends;
use crate::storage::{
    Match, MatchKind, SoughtNumber, Store, StoreError, StoredRecord, UnresolvedKind,
};

/// Different numbers one check takes.
pub const MOST_NUMBERS: usize = 5000;

/// Other records named in a row.
const MOST_CANDIDATES: usize = 8;

/// Checks numbers against a store.
#[derive(Debug, Clone)]
pub struct Checker {
    store: Store,
}

/// What one number was found to be, before anything is said of it.
struct Settled {
    reading: Option<Reading>,
    kind: Option<MatchKind>,
    /// The records it means, or comes near, the best first.
    records: Vec<Arc<StoredRecord>>,
}

impl Checker {
    /// Makes a checker over a store.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Checks the numbers of a text as of a day, and notes in the ledger what could not be resolved.
    pub async fn check(
        &self,
        text: &str,
        day: Date,
        today: Date,
    ) -> Result<ValidityReport, ValidityError> {
        // Reading a megabyte takes a core for a while, and others wait for this thread.
        let text = text.to_owned();
        let found = tokio::task::spawn_blocking(move || Found::all(&text)).await?;
        if found.len() > MOST_NUMBERS {
            return Err(ValidityError::TooMany(found.len()));
        }
        let snapshot = Snapshot {
            revision: self.store.revision().await?,
            records: self.store.record_count().await?,
        };
        let rows = self.rows(found, day).await?;
        self.note(&rows, today).await?;
        Ok(ValidityReport::new(today, day, snapshot, rows))
    }

    async fn note(&self, rows: &[Row], today: Date) -> Result<(), StoreError> {
        let unresolved: Vec<(&str, UnresolvedKind)> = rows
            .iter()
            .filter_map(|row| match row.finding {
                Finding::NotHeld => {
                    Some((row.normalized.first()?.as_str(), UnresolvedKind::Absent))
                }
                Finding::Unreadable => Some((row.text.as_str(), UnresolvedKind::Unreadable)),
                _ => None,
            })
            .collect();
        self.store
            .note_unresolved(&unresolved, &today.to_string())
            .await
    }

    async fn rows(&self, found: Vec<Found>, day: Date) -> Result<Vec<Row>, StoreError> {
        let mut library = Library::new(&self.store, day);
        let settled = self.settle(&found, &mut library).await?;
        let editions: Vec<Option<Arc<StoredRecord>>> = settled
            .iter()
            .map(|settled| edition(settled, &library))
            .collect();
        let known: Vec<Arc<StoredRecord>> = editions.iter().flatten().map(Arc::clone).collect();
        let targets: Vec<String> = known
            .iter()
            .flat_map(|one| one.record.relations.iter())
            .filter(|edge| edge.kind == RelationKind::Adopts)
            .map(|edge| key(&edge.target))
            .collect();
        let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
        let adopted = library.load_numbers(&targets).await?;
        let mut chains = replacements(&self.store, &mut library, known)
            .await?
            .into_iter();
        let rows = found.into_iter().zip(settled).zip(editions);
        Ok(rows
            .map(|((found, settled), edition)| {
                let chain = match &edition {
                    Some(_) => chains.next().unwrap_or_default(),
                    None => Vec::new(),
                };
                row(
                    found,
                    &settled,
                    edition.as_ref(),
                    &chain,
                    &adopted,
                    &library,
                    day,
                )
            })
            .collect())
    }

    /// Looks up every reading of every number; of each number the first reading that is held decides.
    async fn settle(
        &self,
        found: &[Found],
        library: &mut Library<'_>,
    ) -> Result<Vec<Settled>, StoreError> {
        let keys: Vec<Vec<NumberKeys>> = found
            .iter()
            .map(|one| {
                let numbers = one.readings.iter().map(|reading| reading.number.clone());
                numbers.map(NumberKeys::from).collect()
            })
            .collect();
        let sought: Vec<SoughtNumber> = keys
            .iter()
            .flatten()
            .map(|keys| SoughtNumber {
                exact: keys.exact.clone(),
                family: keys.family.clone(),
                kin: keys.kin.clone(),
            })
            .collect();
        let mut matches = self.store.find_numbers(&sought).await?.into_iter();
        let chosen: Vec<(Option<usize>, Vec<Match>)> = keys
            .iter()
            .map(|keys| {
                let all: Vec<Vec<Match>> = matches.by_ref().take(keys.len()).collect();
                choose(keys, all)
            })
            .collect();
        let ids = chosen.iter().flat_map(|(_, matches)| matches);
        library.load(ids.map(|one| one.id)).await?;
        let settled = found.iter().zip(chosen).map(|(found, (place, matches))| {
            let mut records: Vec<Arc<StoredRecord>> = matches
                .iter()
                .filter_map(|one| library.get(one.id))
                .collect();
            records.sort_by_cached_key(|one| {
                let published = one.record.lifecycle.published;
                (
                    library.status(one),
                    Reverse(published),
                    one.record.number.clone(),
                )
            });
            Settled {
                kind: place.and_then(|_| matches.first()).map(|first| first.kind),
                reading: found.readings.get(place.unwrap_or(0)).cloned(),
                records,
            }
        });
        Ok(settled.collect())
    }
}

/// Chooses the reading that is held, by its place; without one, what the readings come near.
fn choose(keys: &[NumberKeys], all: Vec<Vec<Match>>) -> (Option<usize>, Vec<Match>) {
    let mut near: Vec<Match> = Vec::new();
    for (place, (keys, matches)) in keys.iter().zip(all).enumerate() {
        let dated = keys
            .number
            .as_ref()
            .is_some_and(|number| number.year().is_some());
        let answers = matches.first().is_some_and(|first| {
            first.kind == MatchKind::Exact || (first.kind == MatchKind::Family && !dated)
        });
        if answers {
            return (Some(place), matches);
        }
        near.extend(matches);
    }
    (None, near)
}

/// What applies: a dated reference means that edition whatever became of it (GB/T 1.1-2020, 9.5.4; ISO/IEC Directives
/// part 2, clause 10), an undated one the latest edition in force; without one in force, the newest.
fn edition(settled: &Settled, library: &Library<'_>) -> Option<Arc<StoredRecord>> {
    match (settled.kind?, settled.records.as_slice()) {
        (MatchKind::Exact, [one]) => Some(Arc::clone(one)),
        (MatchKind::Exact, _) => None,
        (_, records) => {
            let bases = || records.iter().filter(|one| !one.record.supplement);
            bases()
                .find(|one| library.status(one) == Status::Current)
                .or_else(|| bases().max_by_key(|one| one.record.lifecycle.published))
                .map(Arc::clone)
        }
    }
}

fn row(
    found: Found,
    settled: &Settled,
    edition: Option<&Arc<StoredRecord>>,
    chain: &[Arc<StoredRecord>],
    adopted: &HashMap<String, Arc<StoredRecord>>,
    library: &Library<'_>,
    day: Date,
) -> Row {
    let document = |one: &Arc<StoredRecord>| library.document(one);
    let bases = settled
        .records
        .iter()
        .filter(|one| settled.kind != Some(MatchKind::Family) || !one.record.supplement);
    let meant = bases.clone().count();
    let status = match settled.kind {
        None if found.readings.is_empty() => 400,
        None => 404,
        Some(_) if meant == 1 => 200,
        Some(_) => 300,
    };
    let finding = match (edition, status) {
        (Some(edition), _) if !chain.is_empty() && library.status(edition) == Status::Unknown => {
            Finding::Replaced
        }
        (Some(edition), _) => Finding::from(library.status(edition)),
        (None, 400) => Finding::Unreadable,
        (None, 404) => Finding::NotHeld,
        (None, _) => Finding::Ambiguous,
    };
    let others = bases.filter(|one| edition.is_none_or(|edition| edition.id != one.id));
    let candidates: Vec<Document> = others.take(MOST_CANDIDATES).map(document).collect();
    let amendments = edition.into_iter().flat_map(|edition| {
        let family = library.family(edition.family).iter();
        family.filter(|one| amends(&one.record, &edition.record, day))
    });
    let adopts = edition.into_iter().flat_map(|edition| {
        let edges = edition.record.relations.iter();
        edges.filter(|edge| edge.kind == RelationKind::Adopts)
    });
    let number = settled.reading.as_ref().map(|reading| &reading.number);
    Row {
        dated: number.is_some_and(|number| number.year().is_some()),
        normalized: found
            .readings
            .iter()
            .map(|reading| reading.number.to_string())
            .collect(),
        status,
        finding,
        candidates,
        replaced_by: chain.iter().map(document).collect(),
        amendments: amendments.map(document).collect(),
        adopts: adopts
            .map(|edge| Adopted {
                number: edge.target.clone(),
                degree: edge.degree,
                document: adopted.get(&key(&edge.target)).map(document),
            })
            .collect(),
        rule: settled.reading.as_ref().map(|reading| reading.rule),
        confidence: settled.reading.as_ref().map(|reading| reading.confidence),
        edition: edition.map(document),
        text: found.text,
        start: found.start,
        end: found.end,
        times: found.times,
        fault: found.fault,
    }
}
