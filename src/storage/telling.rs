//! Events that one record's news means for another, written at most once.

use super::{Store, StoreError, Writing};
use crate::model::Change;

/// An event of the document with a number, where that document is in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Key of the document's number, or of a further number of it.
    pub key: String,
    /// What happened to it.
    pub change: Change,
    /// The source that says so.
    pub source: String,
}

impl Store {
    /// Returns the next records after an internal number that changed after a revision, amend another document, and whose
    /// coming was news.
    pub async fn news_that_amends(
        &self,
        revision: i64,
        after: i64,
        most: u32,
    ) -> Result<Vec<i64>, StoreError> {
        let ids = sqlx::query_scalar(
            "SELECT DISTINCT record.id FROM record JOIN relation ON relation.record = record.id \
             WHERE record.revision > $1 AND record.id > $2 AND relation.kind = 'amends' \
             AND EXISTS (SELECT 1 FROM event WHERE event.slug = record.slug AND event.kind = 'new') \
             ORDER BY record.id LIMIT $3",
        )
        .bind(revision)
        .bind(after)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(ids)
    }

    /// Tells whether a record has an event of the same kind and with the same value after it.
    pub async fn was_told(&self, slug: &str, change: &Change) -> Result<bool, StoreError> {
        let found: Option<i64> = sqlx::query_scalar(
            "SELECT 1 FROM event WHERE slug = $1 AND kind = $2 AND after = $3 LIMIT 1",
        )
        .bind(slug)
        .bind(change.kind.code())
        .bind(&change.after)
        .fetch_optional(&self.readers)
        .await?;
        Ok(found.is_some())
    }

    /// Tells whether the coming of a record was news, that is, whether it came after the first reading of its source.
    pub async fn was_news(&self, slug: &str) -> Result<bool, StoreError> {
        let found: Option<i64> =
            sqlx::query_scalar("SELECT 1 FROM event WHERE slug = $1 AND kind = 'new' LIMIT 1")
                .bind(slug)
                .fetch_optional(&self.readers)
                .await?;
        Ok(found.is_some())
    }
}

impl Writing {
    /// Writes an event unless the same was written before; does nothing where the document is not in the store.
    pub async fn tell_once(&mut self, event: &NewEvent, at: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO event (record, slug, family, kind, at, source, field, before, after, effective) \
             SELECT id, slug, family, $2, $3, $4, $5, $6, $7, $8 FROM record \
             WHERE (number_key = $1 OR id IN (SELECT alias.record FROM alias WHERE alias.key = $1)) \
             AND NOT EXISTS (SELECT 1 FROM event WHERE event.slug = record.slug AND event.kind = $2 AND event.after = $7)",
        )
        .bind(&event.key)
        .bind(event.change.kind.code())
        .bind(at)
        .bind(&event.source)
        .bind(&event.change.field)
        .bind(&event.change.before)
        .bind(&event.change.after)
        .bind(event.change.effective.map(|day| day.to_string()))
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }
}
