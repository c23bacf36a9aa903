//! The loop of a crawl.

use std::collections::BTreeMap;

use tokio::sync::{mpsc, watch};

use super::walk::{Follow, Walks};
use super::{
    Commit, CrawlReport, Ending, Ledger, PageSheet, PageToKeep, Pending, Piece, Rest, Shortfall,
    Watch, read_page,
};
use crate::fetch::{Answer, FetchError, Fetched, Fetcher, Route};
use crate::page::{
    CrawlPlan, Drift, Listing, PageError, PageReading, PageSource, Renewal, Request,
};

/// How far a run goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// It ends after the page on which this many records are reached.
    pub records: Option<u64>,
    /// It ends after this many pages: a source whose links lead on for ever must not run for ever.
    pub pages: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            records: None,
            pages: 200_000,
        }
    }
}

/// How often a page that cannot be read is asked for again: an error page may be gone the next time.
const ATTEMPTS: u32 = 3;
/// Pieces of a page that wait to be taken in.
const PIECES_AHEAD: usize = 1;

/// A crawl of one source.
pub struct Crawler<'run, L, W> {
    /// The source.
    pub source: &'static dyn PageSource,
    /// How its requests travel.
    pub route: &'run Route,
    /// The client.
    pub fetcher: &'run Fetcher,
    /// What is kept.
    pub ledger: &'run L,
    /// How far the run goes.
    pub limits: Limits,
    /// Turns true when the run is to stop.
    pub stop: watch::Receiver<bool>,
    /// Who wants to know.
    pub watch: &'run W,
}

impl<L, W> std::fmt::Debug for Crawler<'_, L, W> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Crawler")
            .field("source", &self.source.id())
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// What the run has seen so far.
#[derive(Debug, Default)]
struct Seen {
    pages: u64,
    not_modified: u64,
    records: u64,
    bad: u64,
    walks: Walks,
    drift: BTreeMap<Drift, u64>,
    rest: Option<Rest>,
}

/// What a page came to, its records aside.
#[derive(Debug, Default)]
struct Gathered {
    links: Vec<Request>,
    listing: Option<Listing>,
    drift: Vec<Drift>,
}

impl<L: Ledger, W: Watch> Crawler<'_, L, W> {
    /// Runs until the frontier is empty, a limit is reached, a host stops or somebody says stop.
    ///
    /// # Errors
    ///
    /// Only those of the ledger: whatever the network does is part of the report.
    pub async fn run(mut self, plan: &CrawlPlan) -> Result<CrawlReport, L::Error> {
        let mut seen = Seen::default();
        self.ledger.seed(self.source.seeds(plan)).await?;
        for listing in self.ledger.listings().await? {
            seen.walks.take(&listing);
        }
        let (ending, shortfall) = self.walk(&mut seen).await?;
        let failures = self.ledger.failures().await?;
        let mut shortfalls = seen.walks.shortfalls();
        // Of a walk that was broken off, what is missing is no finding.
        if ending != Ending::Finished {
            shortfalls.retain(|one| !matches!(one, Shortfall::Missing { .. }));
        }
        shortfalls.extend(shortfall);
        if !failures.is_empty() {
            let pages = failures.len() as u64;
            shortfalls.push(Shortfall::Failed { pages });
        }
        let walks = seen.walks.iter();
        Ok(CrawlReport {
            ending,
            pages: seen.pages,
            not_modified: seen.not_modified,
            records: seen.records,
            bad: seen.bad,
            failures,
            drift: seen.drift,
            shortfalls,
            rest: seen.rest,
            walks: walks
                .map(|(name, walk)| (name.to_owned(), walk.found(), walk.declared()))
                .collect(),
        })
    }

    async fn walk(&mut self, seen: &mut Seen) -> Result<(Ending, Option<Shortfall>), L::Error> {
        let mut asked = false;
        loop {
            if *self.stop.borrow() {
                return Ok((Ending::Interrupted, Some(Shortfall::Interrupted)));
            }
            if let Some(records) = self.limits.records
                && seen.records >= records
            {
                return Ok((Ending::Limited, Some(Shortfall::Limited { records })));
            }
            if seen.pages >= self.limits.pages {
                let most = self.limits.pages;
                return Ok((Ending::Finished, Some(Shortfall::Endless { most })));
            }
            let (next, waiting) = self.ledger.next().await?;
            self.watch.at(seen.pages, seen.records, waiting);
            let Some(pending) = next else {
                let nothing = !asked && self.ledger.listings().await?.is_empty();
                return Ok((Ending::Finished, nothing.then_some(Shortfall::NoSeeds)));
            };
            asked = true;
            let mut stop = self.stop.clone();
            let fetched = tokio::select! {
                biased;
                () = told(&mut stop) => continue,
                fetched = self.fetch(&pending.request) => fetched?,
            };
            match fetched {
                Ok(page) => self.take_page(&pending, page, seen).await?,
                Err(error) if error.stops() => {
                    let reason = error.to_string();
                    seen.rest = rest_of(error);
                    return Ok((Ending::Halted, Some(Shortfall::Halted { reason })));
                }
                Err(error @ FetchError::TooSlow { .. }) if pending.attempts + 1 < ATTEMPTS => {
                    tracing::debug!(source = self.source.id(), "asked for again later: {error}");
                    self.ledger.put_back(&pending).await?;
                }
                Err(error) => self.ledger.give_up(&pending, &error.to_string()).await?,
            }
        }
    }

    /// Asks for a page; nothing for one that has not changed since it was kept, or that is not asked for again.
    async fn fetch(
        &self,
        request: &Request,
    ) -> Result<Result<Option<Fetched>, FetchError>, L::Error> {
        if request.renewal == Renewal::Spared && self.ledger.kept(request).await?.is_some() {
            return Ok(Ok(None));
        }
        let validators = self.ledger.validators(request).await?;
        let cut = self.source.cut(request);
        let answer = self
            .fetcher
            .fetch(self.route, request, cut, validators.as_ref())
            .await;
        Ok(match answer {
            Ok(Answer::Fresh(page)) => Ok(Some(page)),
            Ok(Answer::NotModified) => Ok(None),
            Err(error) => Err(error),
        })
    }

    async fn take_page(
        &self,
        pending: &Pending,
        page: Option<Fetched>,
        seen: &mut Seen,
    ) -> Result<(), L::Error> {
        let request = pending.request.clone();
        let sheet = if let Some(page) = &page {
            PageSheet {
                request,
                headers: page.headers.clone(),
                body: page.body.clone(),
            }
        } else if let Some(kept) = self.ledger.kept(&request).await? {
            PageSheet {
                request,
                headers: kept.headers,
                body: kept.body,
            }
        } else {
            let reason = "expected a page, found 304 for a page that is not kept";
            return self.ledger.give_up(pending, reason).await;
        };
        let gathered = match self.read(sheet, seen).await? {
            Ok(gathered) => gathered,
            Err(error) if pending.attempts + 1 < ATTEMPTS => {
                tracing::debug!(source = self.source.id(), "asked for again later: {error}");
                return self.ledger.put_back(pending).await;
            }
            Err(error) => return self.ledger.give_up(pending, &error.to_string()).await,
        };
        let mut links = gathered.links;
        if let Some(listing) = &gathered.listing
            && seen.walks.take(listing) == Follow::No
        {
            links.clear();
        }
        seen.pages += 1;
        seen.not_modified += u64::from(page.is_none());
        for drift in &gathered.drift {
            *seen.drift.entry(drift.clone()).or_default() += 1;
        }
        let page = page.as_ref().map(|page| PageToKeep {
            status: page.status,
            headers: &page.headers,
            body: &page.body,
            validators: page.validators(),
        });
        self.ledger
            .commit(Commit {
                pending,
                page,
                links,
                listing: gathered.listing,
                drift: gathered.drift,
            })
            .await
    }

    /// Reads a page beside the loop and takes its records in, piece by piece.
    ///
    /// A reader that panics on a hostile page costs that page and nothing more.
    async fn read(
        &self,
        sheet: PageSheet,
        seen: &mut Seen,
    ) -> Result<Result<Gathered, PageError>, L::Error> {
        let url = sheet.request.url.clone();
        let (sender, mut pieces) = mpsc::channel::<PageReading>(PIECES_AHEAD);
        let source = self.source;
        let reading = tokio::task::spawn_blocking(move || {
            read_page(source, &sheet, |piece| sender.blocking_send(piece).is_ok())
        });
        let mut gathered = Gathered::default();
        while let Some(piece) = pieces.recv().await {
            seen.records += piece.records.len() as u64;
            seen.bad += piece.bad.len() as u64;
            gathered.links.extend(piece.links);
            gathered.drift.extend(piece.drift);
            gathered.drift.sort_unstable();
            gathered.drift.dedup();
            merge(&mut gathered.listing, piece.listing);
            self.ledger
                .take(Piece {
                    url: url.clone(),
                    records: piece.records,
                    bad: piece.bad,
                })
                .await?;
        }
        let read = reading.await.unwrap_or_else(|_| {
            Err(PageError::new(
                "a page that can be read",
                "one that breaks its reader",
            ))
        });
        Ok(read.map(|()| gathered))
    }
}

/// Waits until somebody says stop; for ever when nobody is left who could.
async fn told(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn rest_of(error: FetchError) -> Option<Rest> {
    match error {
        FetchError::Stopped {
            host,
            seconds,
            reason,
        } => Some(Rest {
            host,
            seconds,
            reason,
        }),
        _ => None,
    }
}

/// Joins the lists of the pieces of one page.
fn merge(of_page: &mut Option<Listing>, of_piece: Option<Listing>) {
    match (of_page, of_piece) {
        (Some(page), Some(piece)) => {
            page.total = page.total.max(piece.total);
            page.last |= piece.last;
            page.keys.extend(piece.keys);
        }
        (page @ None, piece) => *page = piece,
        (Some(_), None) => {}
    }
}
