//! Resolving numbers: which record is meant, or which could be.

use std::collections::HashMap;

use futures::{StreamExt, TryStreamExt, stream};
use serde::{Deserialize, Serialize};

use super::spots::{Spot, spots};
use super::then;
use crate::model::{NumberKeys, Record, Status};
use crate::number::Number;
use crate::storage::{MatchKind, Store, StoreError, StoredRecord};
use jiff::civil::Date;

/// A record that a number may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Identifier of the record.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its status on the day asked for.
    pub standing: Status,
    /// Its title, Chinese where there is one.
    pub title: String,
}

/// What a number was resolved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// One record.
    One(Candidate),
    /// Several: editions of an undated number, or one number of several documents.
    Several(Vec<Candidate>),
    /// It was read, but is not in the store; near misses.
    Absent(Vec<Candidate>),
}

impl Resolution {
    /// Returns the code of CONTRACTS: 200, 300 or 404.
    pub fn code(&self) -> u16 {
        match self {
            Self::One(_) => 200,
            Self::Several(_) => 300,
            Self::Absent(_) => 404,
        }
    }

    /// Returns the candidates.
    pub fn into_candidates(self) -> Vec<Candidate> {
        match self {
            Self::One(one) => vec![one],
            Self::Several(several) | Self::Absent(several) => several,
        }
    }
}

/// A number found in a text, and what it was resolved to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResolvedItem {
    /// The number as written.
    pub text: String,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// Its readings in canonical form, the most likely first.
    pub normalized: Vec<String>,
    /// 200 one record, 300 several, 404 read but not in the store, 400 cannot be read.
    pub status: u16,
    /// The records.
    pub candidates: Vec<Candidate>,
    /// What applies on the day asked for: the edition that was named, or of an undated number the one in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies: Option<Applies>,
}

/// The edition that applies on a day, with its amendments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applies {
    /// The edition.
    pub edition: Candidate,
    /// Its amendments and corrigenda that were published by then, the oldest first.
    pub amendments: Vec<Candidate>,
}

/// More numbers than this in one text are refused.
pub const MOST_NUMBERS: usize = 250;

/// An error of resolving.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    /// The text holds too many numbers.
    #[error("expected at most {MOST_NUMBERS} numbers, found {0}")]
    TooMany(usize),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a number was resolved to, and what applies.
type Answer = (Resolution, Option<Applies>);

/// Resolves numbers.
#[derive(Debug, Clone)]
pub struct Resolver {
    store: Store,
}

/// Look-ups at once, as many as the store reads side by side.
const AT_ONCE: usize = 4;
/// Near misses that are named.
const MOST_NEAR: usize = 8;
/// Candidates that are named.
const MOST_CANDIDATES: usize = 50;

impl Resolver {
    /// Makes a resolver over a store.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Resolves one number in any spelling, on a day.
    pub async fn number(&self, text: &str, day: Date) -> Result<Resolution, StoreError> {
        let readings: Vec<Number> = Number::readings(text)
            .into_iter()
            .map(|reading| reading.number)
            .collect();
        let keys = keys_of(text, &readings);
        Ok(self.by_keys(&keys, day).await?.0)
    }

    /// Resolves a text that is one number by itself, on a day.
    pub async fn alone(&self, text: &str, day: Date) -> Result<ResolvedItem, StoreError> {
        let written = text.trim();
        let readings: Vec<Number> = Number::readings(written)
            .into_iter()
            .map(|reading| reading.number)
            .collect();
        let (resolution, applies) = self.by_keys(&keys_of(written, &readings), day).await?;
        let unread = readings.is_empty() && matches!(resolution, Resolution::Absent(_));
        Ok(ResolvedItem {
            text: written.to_owned(),
            start: 0,
            end: written.chars().count(),
            normalized: readings.iter().map(ToString::to_string).collect(),
            status: if unread { 400 } else { resolution.code() },
            candidates: resolution.into_candidates(),
            applies,
        })
    }

    /// Finds the numbers in a text and resolves each, on a day.
    pub async fn text(&self, text: &str, day: Date) -> Result<Vec<ResolvedItem>, ResolveError> {
        let spots = spots(text);
        if spots.len() > MOST_NUMBERS {
            return Err(ResolveError::TooMany(spots.len()));
        }
        Ok(self.each(spots, day).await?)
    }

    /// Resolves what was found; the same number is looked up once, and several at a time.
    async fn each(&self, spots: Vec<Spot>, day: Date) -> Result<Vec<ResolvedItem>, StoreError> {
        let name = |spot: &Spot| -> Vec<String> {
            spot.keys.iter().map(|keys| keys.exact.clone()).collect()
        };
        let wanted: HashMap<Vec<String>, Vec<NumberKeys>> = spots
            .iter()
            .filter(|spot| !spot.keys.is_empty())
            .map(|spot| (name(spot), spot.keys.clone()))
            .collect();
        let answers = stream::iter(wanted)
            .map(|(name, keys)| async move {
                Ok::<_, StoreError>((name, self.by_keys(&keys, day).await?))
            })
            .buffer_unordered(AT_ONCE);
        let answers: HashMap<Vec<String>, Answer> = answers.try_collect().await?;
        let item = |spot: Spot| {
            let answer = answers.get(&name(&spot)).cloned();
            let (status, candidates, applies) = match answer {
                Some((resolution, applies)) => {
                    (resolution.code(), resolution.into_candidates(), applies)
                }
                None => (400, Vec::new(), None),
            };
            ResolvedItem {
                text: spot.text,
                start: spot.start,
                end: spot.end,
                normalized: spot.normalized,
                status,
                candidates,
                applies,
            }
        };
        Ok(spots.into_iter().map(item).collect())
    }

    /// Resolves the readings of one number; the first that is in the store decides.
    async fn by_keys(
        &self,
        keys: &[NumberKeys],
        day: Date,
    ) -> Result<(Resolution, Option<Applies>), StoreError> {
        let mut near = Vec::new();
        for keys in keys {
            let matches = self
                .store
                .find_number(&keys.exact, &keys.family, &keys.kin)
                .await?;
            let Some(first) = matches.first() else {
                continue;
            };
            let ids: Vec<i64> = matches.iter().map(|found| found.id).collect();
            let mut records = self.store.records(&ids).await?;
            let statuses = then::statuses(&self.store, &records, day).await?;
            sort_for_reading(&mut records, &statuses);
            let dated = keys
                .number
                .as_ref()
                .is_some_and(|number| number.year().is_some());
            let answers =
                first.kind == MatchKind::Exact || (first.kind == MatchKind::Family && !dated);
            if answers {
                let applies = self.applies(&records, first.kind, &statuses, day).await?;
                return Ok((answer(&records, first.kind, &statuses), applies));
            }
            near.extend(
                records
                    .iter()
                    .take(MOST_NEAR)
                    .map(|record| candidate(record, &statuses)),
            );
        }
        near.truncate(MOST_NEAR);
        Ok((Resolution::Absent(near), None))
    }

    /// A dated reference means that edition whatever became of it (GB/T 1.1 9.5.4; ISO/IEC Directives part 2, 10.4), an
    /// undated one the latest edition in force with all its amendments.
    async fn applies(
        &self,
        records: &[StoredRecord],
        kind: MatchKind,
        statuses: &HashMap<i64, Status>,
        day: Date,
    ) -> Result<Option<Applies>, StoreError> {
        let edition = match (kind, records) {
            (MatchKind::Exact, [one]) => Some(one),
            (MatchKind::Exact, _) => None,
            _ => records.iter().find(|stored| {
                let in_force = statuses.get(&stored.id) == Some(&Status::Current);
                in_force && !stored.record.supplement
            }),
        };
        let Some(edition) = edition else {
            return Ok(None);
        };
        let family = self.store.family(edition.family).await?;
        let mut amendments: Vec<StoredRecord> = family
            .into_iter()
            .filter(|one| amends(&one.record, &edition.record, day))
            .collect();
        amendments
            .sort_by_cached_key(|one| (one.record.lifecycle.published, one.record.number.clone()));
        let statuses_of_amendments = then::statuses(&self.store, &amendments, day).await?;
        Ok(Some(Applies {
            edition: candidate(edition, statuses),
            amendments: amendments
                .iter()
                .map(|one| candidate(one, &statuses_of_amendments))
                .collect(),
        }))
    }
}

/// Tells whether a record amends an edition and was published by a day.
pub fn amends(supplement: &Record, edition: &Record, day: Date) -> bool {
    let published = supplement.lifecycle.published;
    let base = |record: &Record| {
        NumberKeys::of(&record.number)
            .number
            .map(|number| number.without_supplements().to_string())
    };
    supplement.supplement
        && supplement.id != edition.id
        && published.is_none_or(|date| date.earliest() <= day)
        && base(supplement).is_some_and(|number| Some(number) == base(edition))
}

fn answer(
    records: &[StoredRecord],
    kind: MatchKind,
    statuses: &HashMap<i64, Status>,
) -> Resolution {
    // Amendments belong to the family but are not what an undated number means.
    let bases = records
        .iter()
        .filter(|record| kind == MatchKind::Exact || !record.record.supplement);
    let mut candidates: Vec<Candidate> = bases.map(|record| candidate(record, statuses)).collect();
    if candidates.is_empty() {
        candidates = records
            .iter()
            .map(|record| candidate(record, statuses))
            .collect();
    }
    candidates.truncate(MOST_CANDIDATES);
    if candidates.len() == 1 {
        Resolution::One(candidates.swap_remove(0))
    } else {
        Resolution::Several(candidates)
    }
}

/// The edition in force first, then the newer before the older.
fn sort_for_reading(records: &mut [StoredRecord], statuses: &HashMap<i64, Status>) {
    records.sort_by_cached_key(|stored| {
        let status = statuses.get(&stored.id).copied().unwrap_or_default();
        let published = stored.record.lifecycle.published;
        (
            status,
            std::cmp::Reverse(published),
            stored.record.number.clone(),
        )
    });
}

fn candidate(stored: &StoredRecord, statuses: &HashMap<i64, Status>) -> Candidate {
    let record = &stored.record;
    let title = record
        .titles
        .best(crate::model::Language::Zh)
        .map(|(_, title)| title.to_owned());
    Candidate {
        id: record.id.to_string(),
        number: record.number.clone(),
        standing: statuses.get(&stored.id).copied().unwrap_or_default(),
        title: title.unwrap_or_default(),
    }
}

fn keys_of(text: &str, readings: &[Number]) -> Vec<NumberKeys> {
    if readings.is_empty() {
        return vec![NumberKeys::of(text)];
    }
    readings.iter().cloned().map(NumberKeys::from).collect()
}
