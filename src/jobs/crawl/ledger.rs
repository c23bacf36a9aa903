//! The ledger of a crawl over the store.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use indexers::carried_row;
use indexers::crawl::{Commit, KeptPage, Ledger, PageFailure, Pending, Piece};
use indexers::fetch::Validators;
use indexers::page::{Listing, Request};

use crate::app::App;
use crate::ingest::{Harvest, IngestError, Row};
use crate::storage::{BadRow, NewPage, PageDone, RunCounts, StoreError};

/// What can go wrong with keeping a crawl.
#[derive(Debug, thiserror::Error)]
pub(super) enum LedgerError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The ingest broke off.
    #[error(transparent)]
    Ingest(#[from] IngestError),
}

/// Whether what a run brings is news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// It is.
    News,
    /// The first run over a source tells nobody of its 60,000 records.
    Baseline,
}

/// Rows that are hashed, stored and committed together.
const ROWS_AT_ONCE: usize = 1_000;
/// Bad entries of a run that are kept with their reasons.
const MOST_BAD_ROWS: usize = 1_000;

/// The ledger of one run.
#[derive(Debug)]
pub(super) struct StoreLedger<'app> {
    app: &'app App,
    source: &'static str,
    crawl: i64,
    tone: Tone,
    taken: Mutex<TakenIn>,
}

/// What a run has taken in.
#[derive(Debug, Clone, Default)]
pub(super) struct TakenIn {
    pub(super) counts: RunCounts,
    pub(super) bad: Vec<BadRow>,
    pub(super) sources: BTreeSet<String>,
}

impl<'app> StoreLedger<'app> {
    pub(super) fn new(app: &'app App, source: &'static str, crawl: i64, tone: Tone) -> Self {
        Self {
            app,
            source,
            crawl,
            tone,
            taken: Mutex::default(),
        }
    }

    fn taken(&self) -> MutexGuard<'_, TakenIn> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn taken_in(&self) -> TakenIn {
        self.taken().clone()
    }

    fn now(&self) -> String {
        self.app.clock.now().to_string()
    }
}

/// Takes records in as rows and returns what became of them.
pub(super) async fn take_in(
    app: &App,
    origin: &str,
    records: &[indexers::RawRecord],
    tone: Tone,
) -> Result<TakenIn, IngestError> {
    let mut taken = TakenIn::default();
    for (chunk, first) in records
        .chunks(ROWS_AT_ONCE)
        .zip((0_u64..).step_by(ROWS_AT_ONCE))
    {
        let mut rows = Vec::with_capacity(chunk.len());
        for (record, line) in chunk.iter().zip(first + 1..) {
            match carried_row(record) {
                Ok(text) => rows.push(Row { line, text }),
                Err(error) => taken.bad.push(BadRow {
                    line,
                    field: error.field,
                    reason: error.reason,
                }),
            }
            taken.sources.insert(record.source.clone());
        }
        let origin = origin.to_owned();
        let read = app.ingest.read(Harvest { origin, rows }).await?;
        let read = match tone {
            Tone::News => read,
            Tone::Baseline => read.silently(),
        };
        let written = app.ingest.write(read).await?;
        taken.counts += written.counts;
        taken.bad.extend(written.bad);
    }
    Ok(taken)
}

impl Ledger for StoreLedger<'_> {
    type Error = LedgerError;

    async fn seed(&self, requests: Vec<Request>) -> Result<(), LedgerError> {
        Ok(self.app.store.seed_frontier(self.crawl, &requests).await?)
    }

    async fn next(&self) -> Result<(Option<Pending>, u64), LedgerError> {
        Ok(self.app.store.next_request(self.crawl).await?)
    }

    async fn listings(&self) -> Result<Vec<Listing>, LedgerError> {
        Ok(self.app.store.listings(self.crawl).await?)
    }

    async fn validators(&self, request: &Request) -> Result<Option<Validators>, LedgerError> {
        Ok(self.app.store.page_validators(self.source, request).await?)
    }

    async fn kept(&self, request: &Request) -> Result<Option<KeptPage>, LedgerError> {
        Ok(self.app.store.kept_page(self.source, request).await?)
    }

    async fn take(&self, piece: Piece) -> Result<(), LedgerError> {
        let taken = take_in(self.app, &piece.url, &piece.records, self.tone).await?;
        let sightings: Vec<(&str, &str)> = piece
            .records
            .iter()
            .map(|record| (record.source.as_str(), record.key.as_str()))
            .collect();
        self.app
            .store
            .note_sightings(self.source, self.crawl, &sightings, &self.now())
            .await?;
        let records = piece.records.len() as u64;
        self.app.store.count_crawl(self.crawl, 0, records).await?;
        let mut all = self.taken();
        all.counts += taken.counts;
        all.counts.bad += piece.bad.len() as u64;
        all.sources.extend(taken.sources);
        let unread = piece.bad.into_iter().zip(1..).map(|(error, line)| BadRow {
            line,
            field: error.field,
            reason: error.reason,
        });
        let room = MOST_BAD_ROWS.saturating_sub(all.bad.len());
        all.bad
            .extend(taken.bad.into_iter().chain(unread).take(room));
        Ok(())
    }

    async fn commit(&self, page: Commit<'_>) -> Result<(), LedgerError> {
        let kept = page.page.as_ref().map(|page| NewPage {
            status: page.status,
            headers: page.headers,
            etag: page.validators.etag.as_deref(),
            last_modified: page.validators.last_modified.as_deref(),
            packed: page.body.packed(),
            length: page.body.length(),
            hash: page.body.hash(),
        });
        let done = PageDone {
            source: self.source,
            pending: page.pending,
            page: kept,
            links: &page.links,
            listing: page.listing.as_ref(),
            drift: &page.drift,
            at: &self.now(),
        };
        self.app.store.page_done(self.crawl, &done).await?;
        Ok(self.app.store.count_crawl(self.crawl, 1, 0).await?)
    }

    async fn put_back(&self, pending: &Pending) -> Result<(), LedgerError> {
        Ok(self.app.store.put_back(self.crawl, pending.place).await?)
    }

    async fn give_up(&self, pending: &Pending, reason: &str) -> Result<(), LedgerError> {
        let place = pending.place;
        Ok(self.app.store.give_up(self.crawl, place, reason).await?)
    }

    async fn failures(&self) -> Result<Vec<PageFailure>, LedgerError> {
        Ok(self.app.store.page_failures(self.crawl).await?)
    }
}
