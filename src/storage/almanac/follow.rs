//! Bringing the almanac up to the records.

use std::collections::BTreeSet;

use sqlx::{QueryBuilder, Sqlite};

use super::Occasion;
use crate::model::{Kind, PartialDate, Record, Status};
use crate::storage::dialect::{BEGIN_WRITE, MOST_PARAMETERS};
use crate::storage::store::SET_META;
use crate::storage::writing::push_list;
use crate::storage::{Store, StoreError, StoredRecord};

/// Name of the place in `meta`.
const PLACE: &str = "almanac";
/// Records read at once.
const AT_ONCE: u32 = 2_000;
/// Digits of an ICS code that name its field.
const FIELD: usize = 2;

impl Store {
    /// Reads again what changed since the almanac last looked, and returns how many records that were.
    ///
    /// Each step is one transaction, so a kill costs one step; following twice at once costs time and spoils nothing.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the database refuses or a record cannot be read.
    pub async fn follow_almanac(&self) -> Result<u64, StoreError> {
        let revision = self.revision().await?;
        let mut place = self.almanac_place().await?;
        if place.0 >= revision {
            return Ok(0);
        }
        let gone = self.gone_after(place.0).await?;
        self.enter(&gone, &[], place).await?;
        let mut done = 0;
        loop {
            let records = self.changed_after(place, AT_ONCE).await?;
            let Some(last) = records.last() else { break };
            place = (last.revision, last.id);
            let ids: Vec<i64> = records.iter().map(|record| record.id).collect();
            self.enter(&ids, &records, place).await?;
            done += records.len() as u64;
        }
        // Whoever wrote meanwhile has a higher revision and is read the next time.
        self.enter(&[], &[], (revision.max(place.0), i64::MAX))
            .await?;
        Ok(done)
    }

    /// Returns the revision up to which the almanac has followed; 0 before it has.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the database refuses.
    pub async fn almanac_revision(&self) -> Result<i64, StoreError> {
        Ok(self.almanac_place().await?.0)
    }

    async fn almanac_place(&self) -> Result<(i64, i64), StoreError> {
        let place = self.meta(PLACE).await?;
        let read = place.as_deref().and_then(|text| {
            let (revision, id) = text.split_once(':')?;
            Some((revision.parse().ok()?, id.parse().ok()?))
        });
        Ok(read.unwrap_or((0, 0)))
    }

    /// Forgets some records, enters others, and notes the place, all at once.
    async fn enter(
        &self,
        forgotten: &[i64],
        records: &[StoredRecord],
        (revision, id): (i64, i64),
    ) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN_WRITE).await?;
        for table in ["record_day", "record_trait"] {
            for ids in forgotten.chunks(MOST_PARAMETERS) {
                let mut query =
                    QueryBuilder::<Sqlite>::new(format!("DELETE FROM {table} WHERE record IN ("));
                push_list(&mut query, ids.iter().copied());
                query.build().execute(&mut *transaction).await?;
            }
        }
        let days: Vec<_> = records
            .iter()
            .flat_map(|stored| {
                let days = days(&stored.record).into_iter();
                days.map(move |(occasion, day)| (stored.id, occasion, day))
            })
            .collect();
        for days in days.chunks(MOST_PARAMETERS / 4) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "INSERT INTO record_day (record, occasion, day, written) ",
            );
            query.push_values(days, |mut row, (record, occasion, day)| {
                row.push_bind(*record)
                    .push_bind(occasion.code())
                    .push_bind(day.earliest().to_string())
                    .push_bind(day.to_string());
            });
            query.build().execute(&mut *transaction).await?;
        }
        let traits: Vec<_> = records
            .iter()
            .flat_map(|stored| {
                let traits = traits(&stored.record).into_iter();
                traits.map(move |(name, value)| (stored.id, name, value))
            })
            .collect();
        for traits in traits.chunks(MOST_PARAMETERS / 3) {
            let mut query =
                QueryBuilder::<Sqlite>::new("INSERT INTO record_trait (record, trait, value) ");
            query.push_values(traits, |mut row, (record, name, value)| {
                row.push_bind(*record).push_bind(*name).push_bind(value);
            });
            query.build().execute(&mut *transaction).await?;
        }
        sqlx::query(SET_META)
            .bind(PLACE)
            .bind(format!("{revision}:{id}"))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }
}

/// Returns the days of a record; the deadline of a notification only while no later document has moved it.
fn days(record: &Record) -> Vec<(Occasion, PartialDate)> {
    let life = &record.lifecycle;
    let notified = record.notification.as_ref();
    let holds = notified.is_none_or(|one| one.overtaken_by.is_none());
    let boxed = |date: Option<&crate::model::NotifiedDate>| date.and_then(|date| date.date);
    let days = [
        (Occasion::Published, life.published),
        (
            Occasion::CommentsClose,
            life.comments_until.filter(|_| holds),
        ),
        (
            Occasion::Adoption,
            boxed(notified.and_then(|one| one.adoption.as_ref())),
        ),
        (
            Occasion::InForce,
            life.implemented
                .or_else(|| boxed(notified.and_then(|one| one.entry.as_ref()))),
        ),
        (Occasion::Ends, life.withdrawn),
    ];
    days.into_iter()
        .filter_map(|(occasion, day)| Some((occasion, day?)))
        .collect()
}

/// Returns the traits of a record by which it is counted and filtered.
fn traits(record: &Record) -> BTreeSet<(&'static str, String)> {
    let mut traits = BTreeSet::new();
    traits.extend(record.all_markets().map(|code| ("market", code.clone())));
    traits.extend(record.all_products().map(|id| ("product", id.clone())));
    let field = |code: &String| Some(("field", code.get(..FIELD)?.to_owned()));
    traits.extend(record.all_ics().filter_map(field));
    if let Some(notified) = &record.notification {
        traits.extend(
            notified
                .objectives
                .iter()
                .map(|one| ("objective", one.clone())),
        );
        traits.insert(("form", notified.kind.code().to_owned()));
    }
    let word = record.lifecycle.status_word.as_deref();
    let ended = word
        .and_then(Status::read)
        .is_some_and(|word| matches!(word, Status::Superseded | Status::Withdrawn));
    if record.kind == Kind::Standard && (ended || record.lifecycle.replaced) {
        traits.insert(("ended", "word".to_owned()));
    }
    traits
}
