//! Records kept at hand.
//!
//! A page of hits is twenty records, and reading them from the store costs more than finding them. The index says which
//! revision of a record it knows, and record and revision together never change, so what is kept here is never stale.

use std::sync::Arc;

use quick_cache::sync::Cache;

use super::engine::FoundHit;
use crate::storage::{Store, StoreError, StoredRecord};

/// Records that are kept, some 6 kB each.
const CAPACITY: usize = 4_000;

/// The records that were shown lately.
#[derive(Debug)]
pub(super) struct Shelf {
    store: Store,
    records: Cache<(i64, i64), Arc<StoredRecord>>,
}

impl Shelf {
    /// Makes an empty shelf before a store.
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            records: Cache::new(CAPACITY),
        }
    }

    /// Returns the records of some hits, in their order; nothing where a record is gone.
    pub(super) async fn records(
        &self,
        hits: &[FoundHit],
    ) -> Result<Vec<Option<Arc<StoredRecord>>>, StoreError> {
        let mut found: Vec<Option<Arc<StoredRecord>>> = hits
            .iter()
            .map(|hit| self.records.get(&(hit.id, hit.revision)))
            .collect();
        let missing: Vec<i64> = hits
            .iter()
            .zip(&found)
            .filter(|(_, record)| record.is_none())
            .map(|(hit, _)| hit.id)
            .collect();
        let mut fetched = self
            .store
            .records(&missing)
            .await?
            .into_iter()
            .map(Arc::new)
            .peekable();
        for (hit, place) in hits
            .iter()
            .zip(&mut found)
            .filter(|(_, record)| record.is_none())
        {
            let Some(record) = fetched.next_if(|record| record.id == hit.id) else {
                continue;
            };
            self.records
                .insert((record.id, record.revision), Arc::clone(&record));
            *place = Some(record);
        }
        Ok(found)
    }
}
