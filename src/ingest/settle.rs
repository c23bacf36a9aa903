//! What can only be known once all rows are in: who is replaced, and whose day has come.

use super::merge::merge;
use super::take::{Ingest, IngestError, change_of, contribution};
use crate::model::{Change, EventKind};
use crate::storage::Batch;

/// Under this name the store remembers the revision up to which everything is settled.
const SETTLED: &str = "settled_revision";

/// Records settled in one transaction.
const AT_ONCE: u32 = 500;

impl Ingest {
    /// Marks records that others replace, and touches those whose status has turned since their last change.
    ///
    /// A Chinese standard names what it replaces; the replaced one does not know. And a standard that was upcoming is in
    /// force one morning without anybody writing a row. Both are found by query, so repeating this is harmless, and a kill
    /// in between is repaired by the next run. Returns how many records changed.
    pub async fn settle(&self) -> Result<u64, IngestError> {
        let mut settled = 0;
        // Looking for replaced records walks all edges; nothing can have changed while the revision has not.
        let revision = self.store.revision().await?;
        if self.store.meta(SETTLED).await?.as_deref() != Some(revision.to_string().as_str()) {
            settled += self.settle_replaced().await?;
            let revision = self.store.revision().await?;
            self.store.set_meta(SETTLED, &revision.to_string()).await?;
        }
        loop {
            let ids = self
                .store
                .turning(&self.clock.today().to_string(), AT_ONCE)
                .await?;
            if ids.is_empty() {
                break;
            }
            settled += self.settle_some(&ids, EventKind::StatusChanged).await?;
        }
        Ok(settled)
    }

    async fn settle_replaced(&self) -> Result<u64, IngestError> {
        let mut settled = 0;
        loop {
            let ids = self.store.unmarked_replaced(AT_ONCE).await?;
            if ids.is_empty() {
                return Ok(settled);
            }
            settled += self.settle_some(&ids, EventKind::Replaced).await?;
        }
    }

    async fn settle_some(&self, ids: &[i64], kind: EventKind) -> Result<u64, IngestError> {
        let mut writing = self.store.begin().await?;
        let today = self.clock.today();
        let mut records = Vec::with_capacity(ids.len());
        for &id in ids {
            let Some(incumbent) = writing.incumbent(id).await? else {
                continue;
            };
            let contributions = incumbent.rows.iter().filter_map(contribution).collect();
            let Some((mut record, keys)) = merge(contributions) else {
                continue;
            };
            record.lifecycle.replaced |= incumbent.replaced || kind == EventKind::Replaced;
            let after = Some(record.lifecycle.status_on(today).status.code().to_owned());
            let source = record
                .provenance
                .claims
                .first()
                .map(|claim| claim.source.clone())
                .unwrap_or_default();
            let changes = vec![(
                Change {
                    kind,
                    before: None,
                    after,
                },
                source,
            )];
            records.push(change_of(record, keys, today, changes));
        }
        let settled = records.len() as u64;
        if settled < ids.len() as u64 {
            // A record without readable rows would be found again for ever.
            return Err(IngestError::Broken(format!(
                "{} records have no readable row",
                ids.len() as u64 - settled
            )));
        }
        writing
            .write(Batch {
                records,
                at: self.clock.now().to_string(),
                ..Batch::default()
            })
            .await?;
        writing.commit().await?;
        Ok(settled)
    }
}
