//! Which rows of a source were met, and which are not met any more.

use std::collections::HashSet;

use sqlx::{QueryBuilder, Sqlite};

use crate::model::EventKind;
use crate::storage::dialect::MOST_PARAMETERS;
use crate::storage::{Store, StoreError, Writing};

/// How many rows of a source a run did not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unseen {
    /// Rows that earlier runs met and this one did not.
    pub unseen: u64,
    /// Rows that were met at all and are not known to be gone.
    pub known: u64,
}

impl Store {
    /// Notes that a run met rows; those that were gone have returned.
    pub async fn note_sightings(
        &self,
        crawler: &str,
        crawl: i64,
        rows: &[(&str, &str)],
        at: &str,
    ) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        for rows in rows.chunks(MOST_PARAMETERS / 4) {
            writing.returned(crawler, rows, at).await?;
            let mut query =
                QueryBuilder::<Sqlite>::new("INSERT INTO sighting (crawler, source, key, crawl) ");
            query.push_values(rows, |mut row, (source, key)| {
                row.push_bind(crawler)
                    .push_bind(*source)
                    .push_bind(*key)
                    .push_bind(crawl);
            });
            query.push(
                " ON CONFLICT (crawler, source, key) DO UPDATE SET crawl = excluded.crawl, vanished = NULL",
            );
            query.build().execute(&mut *writing.transaction).await?;
        }
        writing.commit().await
    }

    /// Counts the rows that a run did not meet.
    pub async fn unseen(&self, crawler: &str, crawl: i64) -> Result<Unseen, StoreError> {
        let (unseen, known): (i64, i64) = sqlx::query_as(
            "SELECT coalesce(sum(CASE WHEN crawl <> $2 THEN 1 ELSE 0 END), 0), count(*) \
             FROM sighting WHERE crawler = $1 AND vanished IS NULL",
        )
        .bind(crawler)
        .bind(crawl)
        .fetch_one(&self.writer)
        .await?;
        Ok(Unseen {
            unseen: unseen.unsigned_abs(),
            known: known.unsigned_abs(),
        })
    }

    /// Marks the rows that a run did not meet as gone, with an event each; nothing is deleted.
    pub async fn mark_vanished(
        &self,
        crawler: &str,
        crawl: i64,
        at: &str,
    ) -> Result<u64, StoreError> {
        let mut writing = self.begin().await?;
        sqlx::query(
            "INSERT INTO event (record, slug, family, kind, at, source) \
             SELECT record.id, record.slug, record.family, $3, $4, sighting.source FROM sighting \
             JOIN raw_row ON raw_row.source = sighting.source AND raw_row.key = sighting.key \
             JOIN record ON record.id = raw_row.record \
             WHERE sighting.crawler = $1 AND sighting.crawl <> $2 AND sighting.vanished IS NULL",
        )
        .bind(crawler)
        .bind(crawl)
        .bind(EventKind::Vanished.code())
        .bind(at)
        .execute(&mut *writing.transaction)
        .await?;
        let marked = sqlx::query(
            "UPDATE sighting SET vanished = $3 WHERE crawler = $1 AND crawl <> $2 AND vanished IS NULL",
        )
        .bind(crawler)
        .bind(crawl)
        .bind(at)
        .execute(&mut *writing.transaction)
        .await?;
        writing.commit().await?;
        Ok(marked.rows_affected())
    }

    /// Returns since when a source's row is not met any more.
    pub async fn vanished(&self, source: &str, key: &str) -> Result<Option<String>, StoreError> {
        let found: Option<Option<String>> =
            sqlx::query_scalar("SELECT max(vanished) FROM sighting WHERE source = $1 AND key = $2")
                .bind(source)
                .bind(key)
                .fetch_optional(&self.readers)
                .await?;
        Ok(found.flatten())
    }
}

impl Writing {
    async fn returned(
        &mut self,
        crawler: &str,
        rows: &[(&str, &str)],
        at: &str,
    ) -> Result<(), StoreError> {
        let gone: Vec<(String, String)> = sqlx::query_as(
            "SELECT source, key FROM sighting WHERE crawler = $1 AND vanished IS NOT NULL",
        )
        .bind(crawler)
        .fetch_all(&mut *self.transaction)
        .await?;
        if gone.is_empty() {
            return Ok(());
        }
        let met: HashSet<(&str, &str)> = rows.iter().copied().collect();
        let here =
            |(source, key): &&(String, String)| met.contains(&(source.as_str(), key.as_str()));
        for (source, key) in gone.iter().filter(here) {
            sqlx::query(
                "INSERT INTO event (record, slug, family, kind, at, source) \
                 SELECT record.id, record.slug, record.family, $3, $4, raw_row.source FROM raw_row \
                 JOIN record ON record.id = raw_row.record WHERE raw_row.source = $1 AND raw_row.key = $2",
            )
            .bind(source)
            .bind(key)
            .bind(EventKind::Returned.code())
            .bind(at)
            .execute(&mut *self.transaction)
            .await?;
        }
        Ok(())
    }
}
