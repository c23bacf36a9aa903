//! Who is replaced: a Chinese standard names what it replaces, the replaced one does not know.

use std::collections::HashSet;

use super::{AT_ONCE, all_readable};
use crate::ingest::merge::merge;
use crate::ingest::record_change::{change_of, contribution, source_of};
use crate::ingest::take::{Ingest, IngestError};
use crate::model::{Change, EventKind};

impl Ingest {
    pub(super) async fn settle_replaced(&self) -> Result<u64, IngestError> {
        let mut settled = 0;
        loop {
            let found = self.store.unmarked_replaced(AT_ONCE).await?;
            if found.is_empty() {
                return Ok(settled);
            }
            let mut writing = self.store.begin().await?;
            let today = self.clock.today();
            let mut records = Vec::with_capacity(found.len());
            let mut seen = HashSet::new();
            for replaced in &found {
                if !seen.insert(replaced.record) {
                    continue;
                }
                let Some(incumbent) = writing.incumbent(replaced.record).await? else {
                    continue;
                };
                let contributions = incumbent.rows.iter().filter_map(contribution).collect();
                let Some((mut record, keys)) = merge(contributions) else {
                    continue;
                };
                record.lifecycle.replaced = true;
                // A successor that came with the first reading of its source is no news.
                let mut changes = Vec::new();
                if replaced.is_news {
                    let change = Change::new(EventKind::Replaced).to(&replaced.by);
                    changes.push((change, source_of(&record)));
                }
                records.push(change_of(record, keys, today, changes));
            }
            all_readable(seen.len(), records.len())?;
            settled += self.end(writing, records).await?;
        }
    }
}
