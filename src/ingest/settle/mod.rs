//! What can only be known once all rows are in: who is replaced or amended, whose day has come, which documents are one
//! family.
//!
//! Every part finds its work by query and looks before it writes, so repeating it is harmless, and a kill in between is
//! repaired by the next run. Families come last, because a record that is merged anew loses what it had from its parent.

mod amended;
mod days;
mod families;
mod replaced;

use super::take::{Ingest, IngestError};
use crate::storage::{Batch, RecordChange, Writing};

/// Under this name the store remembers the revision up to which everything is settled.
const SETTLED: &str = "settled_revision";

/// Records settled in one transaction.
const AT_ONCE: u32 = 500;

impl Ingest {
    /// Settles what rows say about each other, and what the calendar says; returns how many records changed.
    pub async fn settle(&self) -> Result<u64, IngestError> {
        let mut settled = 0;
        let known = self.store.meta(SETTLED).await?;
        let since = known
            .and_then(|revision| revision.parse().ok())
            .unwrap_or(0);
        // Looking for replaced records walks all edges; nothing can have changed while the revision has not.
        if self.store.revision().await? != since {
            settled += self.settle_replaced().await?;
        }
        settled += self.settle_days().await?;
        if self.store.revision().await? != since {
            settled += self.settle_families(since).await?;
            self.settle_amended(since).await?;
            let revision = self.store.revision().await?;
            self.store.set_meta(SETTLED, &revision.to_string()).await?;
        }
        Ok(settled)
    }

    /// Writes settled records and ends the transaction; returns how many there were.
    async fn end(
        &self,
        mut writing: Writing,
        records: Vec<RecordChange>,
    ) -> Result<u64, IngestError> {
        let count = records.len() as u64;
        let batch = Batch {
            records,
            at: self.clock.now().to_string(),
            ..Batch::default()
        };
        writing.write(batch).await?;
        writing.commit().await?;
        Ok(count)
    }
}

/// Refuses to go on where records have no readable row: they would be found again for ever.
fn all_readable(found: usize, readable: usize) -> Result<(), IngestError> {
    if readable < found {
        let count = found - readable;
        return Err(IngestError::Broken(format!(
            "{count} records have no readable row"
        )));
    }
    Ok(())
}
