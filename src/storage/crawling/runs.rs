//! Runs over sources.

use super::signed;
use crate::storage::{Run, Store, StoreError};

/// A run over a source.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Crawl {
    /// Internal number.
    pub id: i64,
    /// The run whose counts it has.
    pub run: i64,
    /// What it was asked, as JSON.
    pub plan: String,
    /// When it began (RFC 3339, UTC).
    pub started: String,
    /// Its last sign of life.
    pub touched: String,
    /// Whether it looks at everything.
    pub is_full: bool,
}

/// A run that begins.
#[derive(Debug, Clone, Copy)]
pub struct NewCrawl<'run> {
    /// The source.
    pub source: &'run str,
    /// The run whose counts it has.
    pub run: Run,
    /// What it is asked, as JSON.
    pub plan: &'run str,
    /// Whether it looks at everything.
    pub is_full: bool,
    /// Now (RFC 3339, UTC).
    pub at: &'run str,
}

/// The end of a run.
#[derive(Debug, Clone, Copy)]
pub struct CrawlEnd<'run> {
    /// Now (RFC 3339, UTC).
    pub at: &'run str,
    /// How it ended, as a word.
    pub ending: &'run str,
    /// Whether everything was seen.
    pub complete: bool,
    /// Whether what later runs bring is news.
    pub baseline: bool,
    /// Why it proves nothing, as JSON.
    pub shortfalls: &'run str,
}

const COLUMNS: &str = "SELECT id, run, plan, started, touched, is_full FROM crawl ";

impl Store {
    /// Begins a run over a source.
    pub async fn begin_crawl(&self, new: NewCrawl<'_>) -> Result<Crawl, StoreError> {
        let id: i64 = sqlx::query_scalar(
            "INSERT INTO crawl (source, run, plan, started, touched, is_full) \
             VALUES ($1, $2, $3, $4, $4, $5) RETURNING id",
        )
        .bind(new.source)
        .bind(new.run.number())
        .bind(new.plan)
        .bind(new.at)
        .bind(new.is_full)
        .fetch_one(&self.writer)
        .await?;
        Ok(Crawl {
            id,
            run: new.run.number(),
            plan: new.plan.to_owned(),
            started: new.at.to_owned(),
            touched: new.at.to_owned(),
            is_full: new.is_full,
        })
    }

    /// Returns the run over a source that has not ended.
    pub async fn open_crawl(&self, source: &str) -> Result<Option<Crawl>, StoreError> {
        let sql = format!("{COLUMNS} WHERE source = $1 AND finished IS NULL ORDER BY id DESC");
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(source)
            .fetch_optional(&self.writer)
            .await?)
    }

    /// Returns the last run over a source that saw everything it was asked to.
    pub async fn last_complete_crawl(
        &self,
        source: &str,
        full_only: bool,
    ) -> Result<Option<Crawl>, StoreError> {
        let sql = format!(
            "{COLUMNS} WHERE source = $1 AND complete AND (is_full OR NOT $2) ORDER BY id DESC LIMIT 1"
        );
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(source)
            .bind(full_only)
            .fetch_optional(&self.readers)
            .await?)
    }

    /// Returns what the runs over a source asked for, in order: the run, its plan, and whether it came to its end, so that
    /// what is new since is news.
    pub async fn crawl_plans(&self, source: &str) -> Result<Vec<(i64, String, bool)>, StoreError> {
        let plans =
            sqlx::query_as("SELECT id, plan, baseline FROM crawl WHERE source = $1 ORDER BY id");
        Ok(plans.bind(source).fetch_all(&self.readers).await?)
    }

    /// Counts what a run has read.
    pub async fn count_crawl(
        &self,
        crawl: i64,
        pages: u64,
        records: u64,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE crawl SET pages = pages + $2, records = records + $3 WHERE id = $1")
            .bind(crawl)
            .bind(signed(pages))
            .bind(signed(records))
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Ends a run; of its frontier only what could not be read stays.
    pub async fn end_crawl(&self, crawl: i64, end: CrawlEnd<'_>) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        sqlx::query(
            "UPDATE crawl SET finished = $2, touched = $2, ending = $3, complete = $4, baseline = $5, \
             shortfalls = $6 WHERE id = $1",
        )
        .bind(crawl)
        .bind(end.at)
        .bind(end.ending)
        .bind(end.complete)
        .bind(end.baseline)
        .bind(end.shortfalls)
        .execute(&mut *writing.transaction)
        .await?;
        sqlx::query("DELETE FROM frontier WHERE crawl = $1 AND state <> 'failed'")
            .bind(crawl)
            .execute(&mut *writing.transaction)
            .await?;
        writing.commit().await
    }
}
