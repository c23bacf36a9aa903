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

    /// Counts the rows that a run did not meet, among those that it or one of `others` met last.
    ///
    /// The others are runs that asked for the same: what was met under other settings is not looked for by this one.
    pub async fn unseen(
        &self,
        crawler: &str,
        crawl: i64,
        others: &[i64],
    ) -> Result<Unseen, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new("SELECT coalesce(sum(CASE WHEN crawl <> ");
        query.push_bind(crawl);
        query.push(" THEN 1 ELSE 0 END), 0), count(*) FROM sighting WHERE crawler = ");
        query.push_bind(crawler);
        query.push(" AND vanished IS NULL");
        met_by(&mut query, crawl, others);
        let (unseen, known): (i64, i64) = query.build_query_as().fetch_one(&self.writer).await?;
        Ok(Unseen {
            unseen: unseen.unsigned_abs(),
            known: known.unsigned_abs(),
        })
    }

    /// Marks the rows that [`Self::unseen`] counts as gone, with an event each; nothing is deleted.
    pub async fn mark_vanished(
        &self,
        crawler: &str,
        crawl: i64,
        others: &[i64],
        at: &str,
    ) -> Result<u64, StoreError> {
        let mut writing = self.begin().await?;
        let mut query = QueryBuilder::<Sqlite>::new(
            "INSERT INTO event (record, slug, family, kind, at, source) \
             SELECT record.id, record.slug, record.family, ",
        );
        query.push_bind(EventKind::Vanished.code());
        query.push(", ");
        query.push_bind(at);
        query.push(
            ", sighting.source FROM sighting \
             JOIN raw_row ON raw_row.source = sighting.source AND raw_row.key = sighting.key \
             JOIN record ON record.id = raw_row.record \
             WHERE sighting.vanished IS NULL AND sighting.crawler = ",
        );
        query.push_bind(crawler);
        unmet(&mut query, crawl, others);
        query.build().execute(&mut *writing.transaction).await?;
        let mut query = QueryBuilder::<Sqlite>::new("UPDATE sighting SET vanished = ");
        query.push_bind(at);
        query.push(" WHERE vanished IS NULL AND crawler = ");
        query.push_bind(crawler);
        unmet(&mut query, crawl, others);
        let marked = query.build().execute(&mut *writing.transaction).await?;
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

/// Asks for rows that a run or one of others met last.
fn met_by(query: &mut QueryBuilder<Sqlite>, crawl: i64, others: &[i64]) {
    query.push(" AND sighting.crawl IN (");
    let mut list = query.separated(", ");
    list.push_bind(crawl);
    // The newest are the last; older runs than fit have met nothing for years.
    for other in others.iter().rev().take(MOST_PARAMETERS / 2) {
        list.push_bind(*other);
    }
    query.push(")");
}

/// Asks for rows that one of others met last and the run itself did not.
fn unmet(query: &mut QueryBuilder<Sqlite>, crawl: i64, others: &[i64]) {
    met_by(query, crawl, others);
    query.push(" AND sighting.crawl <> ");
    query.push_bind(crawl);
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
