//! The frontier of a run: what waits, what was read, what was given up.

use indexers::crawl::{PageFailure, Pending};
use indexers::page::{Drift, Listing, Request};

use super::signed;
use crate::storage::{Store, StoreError, Writing, pack};

/// A page that was read, with everything that follows from it.
#[derive(Debug)]
pub struct PageDone<'page> {
    /// The source that is crawled.
    pub source: &'page str,
    /// The request it answers.
    pub pending: &'page Pending,
    /// The page, unless the kept one is still the page.
    pub page: Option<NewPage<'page>>,
    /// What to ask for next.
    pub links: &'page [Request],
    /// Its place in a list.
    pub listing: Option<&'page Listing>,
    /// Signs that it changed its shape.
    pub drift: &'page [Drift],
    /// Now (RFC 3339, UTC).
    pub at: &'page str,
}

/// A page to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewPage<'page> {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: &'page [(String, String)],
    /// The entity tag.
    pub etag: Option<&'page str>,
    /// The date of the last change.
    pub last_modified: Option<&'page str>,
    /// The bytes, a Zstandard frame.
    pub packed: &'page [u8],
    /// Their length unpacked.
    pub length: u64,
    /// Their hash unpacked.
    pub hash: &'page [u8; 32],
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|reason| StoreError::Unreadable {
        id: 0,
        reason: reason.to_string(),
    })
}

impl Store {
    /// Puts the first requests into the frontier of a run; does nothing when it has some.
    pub async fn seed_frontier(&self, crawl: i64, requests: &[Request]) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let some: Option<i64> =
            sqlx::query_scalar("SELECT 1 FROM frontier WHERE crawl = $1 LIMIT 1")
                .bind(crawl)
                .fetch_optional(&mut *writing.transaction)
                .await?;
        if some.is_none() {
            writing.add_requests(crawl, requests).await?;
        }
        writing.commit().await
    }

    /// Returns the next request of a run, and how many wait.
    pub async fn next_request(&self, crawl: i64) -> Result<(Option<Pending>, u64), StoreError> {
        let next: Option<(i64, i64, String)> = sqlx::query_as(
            "SELECT place, attempts, request FROM frontier WHERE crawl = $1 AND state = 'waiting' \
             ORDER BY place LIMIT 1",
        )
        .bind(crawl)
        .fetch_optional(&self.writer)
        .await?;
        let waiting: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM frontier WHERE crawl = $1 AND state = 'waiting'",
        )
        .bind(crawl)
        .fetch_one(&self.writer)
        .await?;
        let pending = next.map(|(place, attempts, request)| {
            let request = serde_json::from_str(&request).map_err(|reason| {
                let reason = reason.to_string();
                StoreError::Unreadable { id: place, reason }
            })?;
            Ok::<_, StoreError>(Pending {
                place,
                request,
                attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
            })
        });
        Ok((pending.transpose()?, waiting.unsigned_abs()))
    }

    /// Returns the lists of the pages that a run has read, in order.
    pub async fn listings(&self, crawl: i64) -> Result<Vec<Listing>, StoreError> {
        let packed: Vec<Vec<u8>> = sqlx::query_scalar(
            "SELECT listing FROM frontier WHERE crawl = $1 AND listing IS NOT NULL ORDER BY place",
        )
        .bind(crawl)
        .fetch_all(&self.writer)
        .await?;
        let unpacked = packed.iter().map(|listing| {
            let read = pack::unpack(listing);
            read.map_err(|reason| StoreError::Unreadable { id: crawl, reason })
        });
        unpacked.collect()
    }

    /// Commits a page with everything that follows from it.
    pub async fn page_done(&self, crawl: i64, done: &PageDone<'_>) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let listing = done.listing.map(pack::pack).transpose();
        let listing = listing.map_err(|reason| StoreError::Unreadable { id: crawl, reason })?;
        sqlx::query(
            "UPDATE frontier SET state = 'done', listing = $3 WHERE crawl = $1 AND place = $2",
        )
        .bind(crawl)
        .bind(done.pending.place)
        .bind(listing)
        .execute(&mut *writing.transaction)
        .await?;
        if let Some(page) = &done.page {
            writing
                .keep_page(done.source, &done.pending.request, page, done.at)
                .await?;
        }
        writing.add_requests(crawl, done.links).await?;
        writing.add_drift(crawl, done.drift).await?;
        sqlx::query("UPDATE crawl SET touched = $2 WHERE id = $1")
            .bind(crawl)
            .bind(done.at)
            .execute(&mut *writing.transaction)
            .await?;
        writing.commit().await
    }

    /// Puts a request back at the end of the frontier.
    pub async fn put_back(&self, crawl: i64, place: i64) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE frontier SET attempts = attempts + 1, \
             place = (SELECT max(place) + 1 FROM frontier WHERE crawl = $1) \
             WHERE crawl = $1 AND place = $2",
        )
        .bind(crawl)
        .bind(place)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Gives a request up.
    pub async fn give_up(&self, crawl: i64, place: i64, reason: &str) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE frontier SET state = 'failed', reason = $3 WHERE crawl = $1 AND place = $2",
        )
        .bind(crawl)
        .bind(place)
        .bind(reason)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Returns the requests that a run gave up.
    pub async fn page_failures(&self, crawl: i64) -> Result<Vec<PageFailure>, StoreError> {
        let rows: Vec<(String, Option<String>)> = sqlx::query_as(
            "SELECT request, reason FROM frontier WHERE crawl = $1 AND state = 'failed' ORDER BY place",
        )
        .bind(crawl)
        .fetch_all(&self.writer)
        .await?;
        let failures = rows.into_iter().map(|(request, reason)| PageFailure {
            url: serde_json::from_str::<Request>(&request).map_or(request, |request| request.url),
            reason: reason.unwrap_or_default(),
        });
        Ok(failures.collect())
    }
}

impl Writing {
    async fn add_requests(&mut self, crawl: i64, requests: &[Request]) -> Result<(), StoreError> {
        let mut place: i64 =
            sqlx::query_scalar("SELECT coalesce(max(place), 0) FROM frontier WHERE crawl = $1")
                .bind(crawl)
                .fetch_one(&mut *self.transaction)
                .await?;
        for request in requests {
            place += 1;
            sqlx::query(
                "INSERT INTO frontier (crawl, fingerprint, place, state, request) \
                 VALUES ($1, $2, $3, 'waiting', $4) ON CONFLICT (crawl, fingerprint) DO NOTHING",
            )
            .bind(crawl)
            .bind(&request.fingerprint()[..])
            .bind(place)
            .bind(json(request)?)
            .execute(&mut *self.transaction)
            .await?;
        }
        Ok(())
    }

    async fn add_drift(&mut self, crawl: i64, drift: &[Drift]) -> Result<(), StoreError> {
        for one in drift {
            let (kind, name) = match one {
                Drift::Unbound(name) => ("unbound", name),
                Drift::Missing(name) => ("missing", name),
            };
            sqlx::query(
                "INSERT INTO drift (crawl, kind, name, times) VALUES ($1, $2, $3, 1) \
                 ON CONFLICT (crawl, kind, name) DO UPDATE SET times = drift.times + 1",
            )
            .bind(crawl)
            .bind(kind)
            .bind(name)
            .execute(&mut *self.transaction)
            .await?;
        }
        Ok(())
    }

    async fn keep_page(
        &mut self,
        source: &str,
        request: &Request,
        page: &NewPage<'_>,
        at: &str,
    ) -> Result<(), StoreError> {
        let fingerprint = request.fingerprint();
        let before: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT body FROM page WHERE source = $1 AND fingerprint = $2")
                .bind(source)
                .bind(&fingerprint[..])
                .fetch_optional(&mut *self.transaction)
                .await?;
        sqlx::query(
            "INSERT INTO page_body (hash, length, packed) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING",
        )
        .bind(&page.hash[..])
        .bind(signed(page.length))
        .bind(page.packed)
        .execute(&mut *self.transaction)
        .await?;
        sqlx::query(
            "INSERT INTO page (source, fingerprint, request, fetched_at, status, headers, etag, last_modified, body) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (source, fingerprint) DO UPDATE SET \
             request = excluded.request, fetched_at = excluded.fetched_at, status = excluded.status, \
             headers = excluded.headers, etag = excluded.etag, last_modified = excluded.last_modified, \
             body = excluded.body",
        )
        .bind(source)
        .bind(&fingerprint[..])
        .bind(json(request)?)
        .bind(at)
        .bind(i64::from(page.status))
        .bind(json(&page.headers)?)
        .bind(page.etag)
        .bind(page.last_modified)
        .bind(&page.hash[..])
        .execute(&mut *self.transaction)
        .await?;
        if let Some(before) = before.filter(|before| before[..] != page.hash[..]) {
            sqlx::query(
                "DELETE FROM page_body WHERE hash = $1 AND NOT EXISTS (SELECT 1 FROM page WHERE body = $1)",
            )
            .bind(before)
            .execute(&mut *self.transaction)
            .await?;
        }
        Ok(())
    }
}
