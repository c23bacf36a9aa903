//! The statuses of a family's editions on a day.
//!
//! A single record cannot say when it was replaced if its catalogue does not; its family can.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jiff::civil::Date;

use crate::model::{Record, Status, StatusReading};
use crate::storage::{Store, StoreError, StoredRecord};

/// When each edition of one family begins.
#[derive(Debug, Clone, Default)]
pub struct Editions {
    starts: Vec<Date>,
}

impl Editions {
    /// Gathers the editions among the records of one family; amendments are none.
    pub fn of<'r>(records: impl Iterator<Item = &'r Record>) -> Self {
        let mut starts: Vec<Date> = records.filter_map(Record::edition_from).collect();
        starts.sort_unstable();
        Self { starts }
    }

    /// Reads the status of one of the records on a day.
    pub fn standing(&self, record: &Record, day: Date) -> StatusReading {
        let begins = record.lifecycle.starts();
        let successor = begins.and_then(|begins| {
            let later = self.starts.partition_point(|start| *start <= begins);
            self.starts.get(later).copied()
        });
        record.lifecycle.status_among(day, successor)
    }
}

/// Returns the status of a record on a day, looking at its family.
pub(super) async fn status(
    store: &Store,
    stored: &StoredRecord,
    day: Date,
) -> Result<Status, StoreError> {
    let family = store.family(stored.family).await?;
    let editions = Editions::of(family.iter().map(|one| &one.record));
    Ok(editions.standing(&stored.record, day).status)
}

/// Returns the statuses of records of any families on a day, by internal number.
pub(super) async fn statuses(
    store: &Store,
    records: &[StoredRecord],
    day: Date,
) -> Result<HashMap<i64, Status>, StoreError> {
    let mut families: HashMap<i64, Editions> = HashMap::new();
    let mut statuses = HashMap::with_capacity(records.len());
    for stored in records {
        let editions = match families.entry(stored.family) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => {
                let family = store.family(stored.family).await?;
                free.insert(Editions::of(family.iter().map(|one| &one.record)))
            }
        };
        statuses.insert(stored.id, editions.standing(&stored.record, day).status);
    }
    Ok(statuses)
}
