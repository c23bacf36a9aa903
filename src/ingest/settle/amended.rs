//! Who is amended: the amendment names its base, the base learns of it as an event.

use indexers::RelationKind;

use super::AT_ONCE;
use crate::ingest::record_change::source_of;
use crate::ingest::take::{Ingest, IngestError};
use crate::model::{Change, EventKind, NumberKeys};
use crate::storage::NewEvent;

impl Ingest {
    /// Tells documents that others amend them, once for each amendment that was news.
    pub(super) async fn settle_amended(&self, since: i64) -> Result<(), IngestError> {
        let mut last = 0;
        loop {
            let news = self.store.news_that_amends(since, last, AT_ONCE).await?;
            let Some(&end) = news.last() else {
                return Ok(());
            };
            last = end;
            let at = self.clock.now().to_string();
            let mut writing = self.store.begin().await?;
            for amendment in self.store.records(&news).await? {
                let record = amendment.record;
                let source = source_of(&record);
                let bases = record
                    .relations
                    .iter()
                    .filter(|edge| edge.kind == RelationKind::Amends);
                for base in bases {
                    let change = Change::new(EventKind::Amended)
                        .of("relations")
                        .to(&record.number);
                    let event = NewEvent {
                        key: NumberKeys::of(&base.target).exact,
                        change,
                        source: source.clone(),
                    };
                    writing.tell_once(&event, &at).await?;
                }
            }
            writing.commit().await?;
        }
    }
}
