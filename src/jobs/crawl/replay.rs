//! Reading kept pages again, without the network: what a better reader is for.

use std::collections::HashSet;

use indexers::RawRecord;
use indexers::crawl::{PageFailure, PageSheet, read_page};
use indexers::page::{PageReading, PageSource};
use serde::Serialize;
use tokio::sync::mpsc;

use super::bring_to_rest;
use super::ledger::{Tone, take_in};
use crate::app::App;
use crate::jobs::{Progress, Step};
use crate::storage::RunCounts;

/// What became of it.
#[derive(Debug, Clone, Serialize)]
pub struct ReplayOutcome {
    /// The source.
    pub source: String,
    /// Pages read.
    pub pages: u64,
    /// Counts.
    #[serde(flatten)]
    pub counts: RunCounts,
    /// Pages that the reader refuses now.
    pub failures: Vec<PageFailure>,
}

/// Reads every kept page of a source again, the latest first.
///
/// A row counts as its latest page has it; older pages add only what newer ones do not have. Nobody is told: the world has
/// not changed, only the reader.
pub async fn replay(
    app: &App,
    source: &'static dyn PageSource,
    progress: &dyn Progress,
) -> anyhow::Result<ReplayOutcome> {
    let pages = app.store.pages_of(source.id()).await?;
    let total = pages.len() as u64;
    progress.begin(&Step::Reading(source.id().to_owned()), Some(total));
    let mut outcome = ReplayOutcome {
        source: source.id().to_owned(),
        pages: 0,
        counts: RunCounts::default(),
        failures: Vec::new(),
    };
    let mut seen = HashSet::new();
    let mut sources = HashSet::new();
    for id in pages {
        let Some(kept) = app.store.page(id).await? else {
            continue;
        };
        let url = kept.request.url.clone();
        let sheet = PageSheet {
            request: kept.request,
            headers: kept.headers,
            body: kept.body,
        };
        let (sender, mut pieces) = mpsc::channel::<PageReading>(1);
        let reading = tokio::task::spawn_blocking(move || {
            read_page(source, &sheet, |piece| sender.blocking_send(piece).is_ok())
        });
        // What this page says twice is its own affair: the later row of it counts, as in a crawl.
        let mut here = HashSet::new();
        while let Some(piece) = pieces.recv().await {
            let fresh: Vec<RawRecord> = piece
                .records
                .into_iter()
                .filter(|record| !seen.contains(&key(record)))
                .collect();
            here.extend(fresh.iter().map(key));
            let taken = take_in(app, &url, &fresh, Tone::Baseline).await?;
            outcome.counts += taken.counts;
            outcome.counts.bad += piece.bad.len() as u64;
            sources.extend(taken.sources);
        }
        seen.extend(here);
        if let Err(error) = reading.await? {
            outcome.failures.push(PageFailure {
                url,
                reason: error.to_string(),
            });
        }
        outcome.pages += 1;
        progress.at(outcome.pages, Some(total));
    }
    progress.end();
    if outcome.counts.rows > 0 {
        bring_to_rest(app, progress).await?;
    }
    Ok(outcome)
}

/// Sixteen bytes a row: a million rows of a source must fit.
fn key(record: &RawRecord) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(record.source.as_bytes());
    hasher.update(&[0]);
    hasher.update(record.key.as_bytes());
    let mut key = [0; 16];
    hasher.finalize_xof().fill(&mut key);
    key
}
