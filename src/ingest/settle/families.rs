//! Bringing the documents of each family of notifications together.

use std::collections::BTreeSet;

use super::AT_ONCE;
use crate::ingest::families::{Family, gather, names_of};
use crate::ingest::record_change::{change_of, source_of};
use crate::ingest::take::{Ingest, IngestError};
use crate::model::{NumberKeys, Record};
use crate::storage::RecordChange;

impl Ingest {
    /// Gives every document of a changed family its family, what it has from its parent, and the parent what later
    /// documents changed.
    pub(super) async fn settle_families(&self, since: i64) -> Result<u64, IngestError> {
        let (mut count, mut last) = (0, 0);
        loop {
            let stirred = self
                .store
                .notifications_changed(since, last, AT_ONCE)
                .await?;
            let Some(&end) = stirred.last() else {
                return Ok(count);
            };
            last = end;
            let mut changes = Vec::new();
            for family in self.families_of(&stirred).await? {
                for settled in family.settle() {
                    changes.push(self.family_change(settled.record, settled.changes).await?);
                }
            }
            if changes.is_empty() {
                continue;
            }
            let writing = self.store.begin().await?;
            count += self.end(writing, changes).await?;
        }
    }

    /// Loads the whole families of some notifications.
    async fn families_of(&self, ids: &[i64]) -> Result<Vec<Family>, IngestError> {
        let mut known = BTreeSet::new();
        let mut records: Vec<Record> = Vec::new();
        let mut found = ids.to_vec();
        // Twice: a joint notification found by one of its symbols brings others, under which more documents stand.
        for _ in 0..3 {
            found.retain(|id| known.insert(*id));
            if found.is_empty() {
                break;
            }
            let stored = self.store.records(&found).await?;
            let names: BTreeSet<String> = stored
                .iter()
                .flat_map(|stored| names_of(&stored.record))
                .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            records.extend(stored.into_iter().map(|stored| stored.record));
            found = self.store.under_keys(&names).await?;
            found.extend(self.store.in_families(&names).await?);
        }
        Ok(gather(records))
    }

    async fn family_change(
        &self,
        record: Record,
        changes: Vec<(crate::model::Change, String)>,
    ) -> Result<RecordChange, IngestError> {
        let source = source_of(&record);
        let mut told = Vec::with_capacity(changes.len());
        for (change, by) in changes {
            // What a document of the first reading changed in its parent is no news either, and a parent that is merged anew
            // is changed by the same document once more.
            let told_before = self.store.was_told(record.id.as_str(), &change).await?;
            if !told_before && self.store.was_news(&by).await? {
                told.push((change, source.clone()));
            }
        }
        let keys = NumberKeys {
            exact: record.number.clone(),
            family: record.family.clone(),
            kin: NumberKeys::of(&record.number).family,
            number: None,
        };
        Ok(change_of(record, keys, self.clock.today(), told))
    }
}
