//! Whose day has come: a standard that was upcoming is in force one morning without anybody writing a row.

use jiff::civil::Date;

use super::{AT_ONCE, all_readable};
use crate::ingest::changes::day_changes;
use crate::ingest::merge::merge;
use crate::ingest::record_change::{change_of, contribution, source_of};
use crate::ingest::take::{Ingest, IngestError};
use crate::model::{Change, EventKind};

impl Ingest {
    pub(super) async fn settle_days(&self) -> Result<u64, IngestError> {
        let mut settled = 0;
        let today = self.clock.today();
        loop {
            let ids = self.store.turning(&today.to_string(), AT_ONCE).await?;
            if ids.is_empty() {
                return Ok(settled);
            }
            let mut writing = self.store.begin().await?;
            let mut records = Vec::with_capacity(ids.len());
            for stored in self.store.records(&ids).await? {
                let Some(incumbent) = writing.incumbent(stored.id).await? else {
                    continue;
                };
                let contributions = incumbent.rows.iter().filter_map(contribution).collect();
                // The rows give the keys; the record is taken as it stands, with what its family made of it.
                let Some((_, keys)) = merge(contributions) else {
                    continue;
                };
                let record = stored.record;
                let due: Option<Date> = incumbent
                    .turns_on
                    .as_deref()
                    .and_then(|day| day.parse().ok());
                let mut changes = due.map_or_else(Vec::new, |due| day_changes(&record, due, today));
                if changes.is_empty() {
                    let status = record.lifecycle.status_on(today).status;
                    changes.push(
                        Change::new(EventKind::StatusChanged)
                            .of("status")
                            .to(status.code()),
                    );
                }
                let source = source_of(&record);
                let changes = changes.into_iter().map(|change| (change, source.clone()));
                let changes = changes.collect();
                records.push(change_of(record, keys, today, changes));
            }
            all_readable(ids.len(), records.len())?;
            settled += self.end(writing, records).await?;
        }
    }
}
