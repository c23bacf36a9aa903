//! How the crawling of each source goes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::storage::{Store, StoreError};

/// The last run over a source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrawlHealth {
    /// When it began (RFC 3339, UTC).
    pub started: String,
    /// When it ended; nothing for one that is under way or was broken off and goes on with the next.
    pub finished: Option<String>,
    /// How it ended, as a word; `open` while it has not.
    pub ending: String,
    /// Whether it looked at everything.
    pub full: bool,
    /// Whether it saw everything it was asked to.
    pub complete: bool,
    /// Pages read.
    pub pages: u64,
    /// Records read.
    pub records: u64,
    /// Why it proves nothing about what it did not see.
    pub shortfalls: serde_json::Value,
    /// Pages that could not be read.
    pub failed_pages: u64,
    /// Signs that pages have changed their shape.
    pub drift: Vec<SeenDrift>,
    /// When a run over it was last complete.
    pub last_complete: Option<String>,
    /// When the next one is due, where it is crawled by schedule.
    pub next: Option<String>,
}

/// A sign that pages have changed their shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenDrift {
    /// `unbound` for a header without a field, `missing` for a field that was always there.
    pub kind: String,
    /// The header or field.
    pub name: String,
    /// On how many pages.
    pub times: u64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    source: String,
    started: String,
    finished: Option<String>,
    ending: Option<String>,
    is_full: bool,
    complete: bool,
    pages: i64,
    records: i64,
    shortfalls: String,
    failed: i64,
    last_complete: Option<String>,
    next: Option<String>,
}

impl Store {
    /// Returns the last run over each source that was ever crawled.
    pub async fn crawl_health(&self) -> Result<BTreeMap<String, CrawlHealth>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, source, started, finished, ending, is_full, complete, pages, records, shortfalls, \
             (SELECT count(*) FROM frontier WHERE frontier.crawl = crawl.id AND state = 'failed') AS failed, \
             (SELECT max(finished) FROM crawl AS other WHERE other.source = crawl.source AND other.complete) \
             AS last_complete, \
             (SELECT due_at FROM job WHERE job.name = 'crawl:' || crawl.source) AS next \
             FROM crawl WHERE id IN (SELECT max(id) FROM crawl GROUP BY source)",
        )
        .fetch_all(&self.readers)
        .await?;
        let mut health = BTreeMap::new();
        for row in rows {
            let drift: Vec<(String, String, i64)> = sqlx::query_as(
                "SELECT kind, name, times FROM drift WHERE crawl = $1 ORDER BY times DESC, name LIMIT 20",
            )
            .bind(row.id)
            .fetch_all(&self.readers)
            .await?;
            let drift = drift.into_iter().map(|(kind, name, times)| SeenDrift {
                kind,
                name,
                times: times.unsigned_abs(),
            });
            let of_source = CrawlHealth {
                started: row.started,
                finished: row.finished,
                ending: row.ending.unwrap_or_else(|| "open".to_owned()),
                full: row.is_full,
                complete: row.complete,
                pages: row.pages.unsigned_abs(),
                records: row.records.unsigned_abs(),
                shortfalls: serde_json::from_str(&row.shortfalls).unwrap_or_default(),
                failed_pages: row.failed.unsigned_abs(),
                drift: drift.collect(),
                last_complete: row.last_complete,
                next: row.next,
            };
            health.insert(row.source, of_source);
        }
        Ok(health)
    }
}
