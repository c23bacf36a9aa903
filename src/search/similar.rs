//! Records like another one.

use super::engine::Ask;
use super::explain::hit;
use super::plan::alike;
use super::{Hit, SearchError, Searcher};
use crate::storage::StoredRecord;
use jiff::civil::Date;

/// The most that is returned.
const MOST: usize = 50;

impl Searcher {
    /// Returns the records most like one, the likest first: by words of the title, classes and products, none of its own
    /// family; nothing when there is no such record.
    pub async fn similar(
        &self,
        id: &str,
        limit: usize,
        day: Date,
    ) -> Result<Option<Vec<Hit>>, SearchError> {
        let Some(stored) = self.store.record(id).await? else {
            return Ok(None);
        };
        self.like(stored, limit.min(MOST), day).await.map(Some)
    }

    async fn like(
        &self,
        stored: StoredRecord,
        limit: usize,
        day: Date,
    ) -> Result<Vec<Hit>, SearchError> {
        let Some(plan) = alike(self.planner.analyzer(), &stored.record) else {
            return Ok(Vec::new());
        };
        let engine = self.engine().clone();
        let ask = Ask {
            offset: 0,
            limit,
            facets: false,
            as_of: None,
        };
        let found = tokio::task::spawn_blocking(move || engine.search(&plan, ask))
            .await
            .map_err(|reason| SearchError::Broken(reason.to_string()))??;
        let records = self.shelf.records(&found.hits).await?;
        let hits = found.hits.iter().zip(records).filter_map(|(one, stored)| {
            let stored = stored?;
            let mut shown = hit(&stored, day);
            shown.score = one.score;
            shown.editions = one.editions;
            Some(shown)
        });
        Ok(hits.collect())
    }
}
