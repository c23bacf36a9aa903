//! The records a check has looked up, with the editions of their families.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::Document;
use crate::model::{NumberKeys, Record, Status};
use crate::search::Editions;
use crate::storage::{Store, StoreError, StoredRecord};

/// Records in one look-up.
const AT_ONCE: usize = 1000;

struct Family {
    members: Vec<Arc<StoredRecord>>,
    editions: Editions,
}

/// Records by internal number and by the key of their number.
pub(super) struct Library<'s> {
    store: &'s Store,
    day: Date,
    families: HashMap<i64, Family>,
    by_id: HashMap<i64, Arc<StoredRecord>>,
}

impl<'s> Library<'s> {
    /// Begins with nothing.
    pub(super) fn new(store: &'s Store, day: Date) -> Self {
        Self {
            store,
            day,
            families: HashMap::new(),
            by_id: HashMap::new(),
        }
    }

    /// Looks up records that are not here yet, with their families.
    pub(super) async fn load(&mut self, ids: impl Iterator<Item = i64>) -> Result<(), StoreError> {
        let mut missing: Vec<i64> = ids.filter(|id| !self.by_id.contains_key(id)).collect();
        missing.sort_unstable();
        missing.dedup();
        let mut families = Vec::with_capacity(missing.len());
        for ids in missing.chunks(AT_ONCE) {
            families.extend(self.store.families_of(ids).await?);
        }
        families.retain(|family| !self.families.contains_key(family));
        families.sort_unstable();
        families.dedup();
        for (id, members) in self.store.families(&families).await? {
            let editions = Editions::of(members.iter().map(|one| &one.record));
            let members: Vec<Arc<StoredRecord>> = members.into_iter().map(Arc::new).collect();
            let keyed = members.iter().map(|one| (one.id, Arc::clone(one)));
            self.by_id.extend(keyed);
            self.families.insert(id, Family { members, editions });
        }
        Ok(())
    }

    /// Looks up the records of some number keys and returns those that are held.
    pub(super) async fn load_numbers(
        &mut self,
        keys: &[&str],
    ) -> Result<HashMap<String, Arc<StoredRecord>>, StoreError> {
        let mut found = HashMap::with_capacity(keys.len());
        for keys in keys.chunks(AT_ONCE) {
            let ids = self.store.ids_by_number_key(keys).await?;
            self.load(ids.iter().map(|(_, id)| *id)).await?;
            let held = ids
                .into_iter()
                .filter_map(|(key, id)| Some((key, self.get(id)?)));
            found.extend(held);
        }
        Ok(found)
    }

    /// Returns a record that was looked up.
    pub(super) fn get(&self, id: i64) -> Option<Arc<StoredRecord>> {
        self.by_id.get(&id).map(Arc::clone)
    }

    /// Returns the records of a family that was looked up.
    pub(super) fn family(&self, family: i64) -> &[Arc<StoredRecord>] {
        self.families
            .get(&family)
            .map_or(&[], |family| family.members.as_slice())
    }

    /// Returns the status of a record on the day.
    pub(super) fn status(&self, stored: &StoredRecord) -> Status {
        let family = self.families.get(&stored.family);
        family.map_or_else(
            || stored.record.lifecycle.status_on(self.day).status,
            |family| family.editions.standing(&stored.record, self.day).status,
        )
    }

    /// Tells whether a record was known by the day: published, or of an unknown day.
    pub(super) fn is_known(&self, record: &Record) -> bool {
        let published = record.lifecycle.published.or(record.lifecycle.implemented);
        published.is_none_or(|date| date.earliest() <= self.day)
    }

    /// Tells a record as a check speaks of it.
    pub(super) fn document(&self, stored: &StoredRecord) -> Document {
        let record = &stored.record;
        let date = |date: Option<crate::model::PartialDate>| date.map(|date| date.to_string());
        Document {
            id: record.id.to_string(),
            number: record.number.clone(),
            title: record.titles.clone(),
            standing: self.status(stored),
            published: date(record.lifecycle.published),
            implemented: date(record.lifecycle.implemented),
            withdrawn: date(record.lifecycle.withdrawn),
        }
    }
}

/// The key of a record's number.
pub(super) fn key(number: &str) -> String {
    NumberKeys::of(number).exact
}
