//! Importing files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Context;
use futures::{StreamExt, stream};
use indexers::{FileError, Rows};

use super::{Progress, Step};
use crate::app::App;
use crate::index::Followed;
use crate::ingest::{Harvest, Row};
use crate::storage::{BadRow, RunCounts};

/// What became of one file.
#[derive(Debug, serde::Serialize)]
pub struct FileReport {
    /// The file.
    pub path: PathBuf,
    /// Counts.
    #[serde(flatten)]
    pub counts: RunCounts,
    /// The first rows that could not be read.
    pub bad_rows: Vec<BadRow>,
    /// Why the reading ended early, if it did.
    pub failure: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
}

/// What became of an import.
#[derive(Debug, serde::Serialize)]
pub struct ImportReport {
    /// File by file.
    pub files: Vec<FileReport>,
    /// Records whose status changed because of others.
    pub settled: u64,
    /// Records brought into the index.
    pub indexed: u64,
}

impl ImportReport {
    /// Tells whether some file could not be read to its end.
    pub fn has_failures(&self) -> bool {
        self.files.iter().any(|file| file.failure.is_some())
    }

    /// Returns the counts of all files together.
    pub fn counts(&self) -> RunCounts {
        let mut counts = RunCounts::default();
        self.files.iter().for_each(|file| counts += file.counts);
        counts
    }
}

/// Rows that are hashed, stored and committed together.
///
/// Large enough that a transaction costs little, small enough that one blob is quickly opened to read a single row.
const ROWS_AT_ONCE: usize = 1_000;
/// Bad rows of one file that are kept with their reasons.
const MOST_BAD_ROWS: usize = 1_000;

/// Imports a file that was sent: it lies in the data directory as long as it is read.
///
/// Readers take files by name, because the ending tells the format and because they begin again at a place.
pub async fn import_bytes(
    app: &App,
    name: &str,
    bytes: &[u8],
    progress: &dyn Progress,
) -> anyhow::Result<ImportReport> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = app
        .data_dir
        .join(format!("sent.{}.{number}", std::process::id()));
    fs_err::create_dir_all(&folder)?;
    let path = folder.join(name);
    let done = match fs_err::write(&path, bytes) {
        Ok(()) => import(app, &[path], progress).await,
        Err(error) => Err(error.into()),
    };
    fs_err::remove_dir_all(&folder)?;
    done
}

/// Imports files, then brings store and index to rest.
///
/// A file that cannot be read to its end does not stop the others.
pub async fn import(
    app: &App,
    paths: &[PathBuf],
    progress: &dyn Progress,
) -> anyhow::Result<ImportReport> {
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        files.push(import_file(app, path, progress).await?);
    }
    let settled = settle(app, progress).await?;
    let indexed = index(app, progress).await?;
    Ok(ImportReport {
        files,
        settled,
        indexed,
    })
}

async fn import_file(
    app: &App,
    path: &Path,
    progress: &dyn Progress,
) -> anyhow::Result<FileReport> {
    let origin = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    progress.begin(&Step::Reading(origin.clone()), None);
    let run = app
        .store
        .begin_run(&origin, &app.clock.now().to_string())
        .await?;
    let mut report = FileReport {
        path: path.to_owned(),
        counts: RunCounts::default(),
        bad_rows: Vec::new(),
        failure: None,
        hint: None,
    };
    let mut sources = HashSet::new();
    match Rows::open(path) {
        Ok(rows) => {
            let harvests = stream::iter(harvests(rows, &origin));
            // One harvest is read on all cores while the one before it is written.
            let read = harvests
                .map(|(harvest, failure)| async { (app.ingest.read(harvest).await, failure) });
            let mut read = std::pin::pin!(read.buffered(2));
            while let Some((harvest, failure)) = read.next().await {
                let taken = app.ingest.write(harvest?).await?;
                report.counts += taken.counts;
                let room = MOST_BAD_ROWS.saturating_sub(report.bad_rows.len());
                report.bad_rows.extend(taken.bad.into_iter().take(room));
                sources.extend(taken.sources);
                note_failure(&mut report, failure);
                progress.at(report.counts.rows, None);
            }
        }
        Err(error) => note_failure(&mut report, Some(error)),
    }
    let now = app.clock.now().to_string();
    app.store.note_bad_rows(run, &report.bad_rows).await?;
    app.store
        .end_run(run, &report.counts, &now, report.failure.as_deref())
        .await?;
    let sources: Vec<String> = sources.into_iter().collect();
    app.store.refresh_sources(&sources, &now).await?;
    progress.end();
    Ok(report)
}

fn note_failure(report: &mut FileReport, failure: Option<FileError>) {
    if let Some(error) = failure {
        report.failure = Some(error.to_string());
        report.hint = Some(error.hint().to_owned());
    }
}

/// Cuts the rows of a file into harvests; the last one carries the error that ended the reading, if any.
fn harvests(mut rows: Rows, origin: &str) -> impl Iterator<Item = (Harvest, Option<FileError>)> {
    let origin = origin.to_owned();
    std::iter::from_fn(move || {
        let mut harvest = Harvest {
            origin: origin.clone(),
            rows: Vec::with_capacity(ROWS_AT_ONCE),
        };
        let mut failure = None;
        for row in rows.by_ref() {
            match row {
                Ok(row) => harvest.rows.push(Row {
                    line: row.line,
                    text: row.text,
                }),
                Err(error) => failure = Some(error),
            }
            if harvest.rows.len() == ROWS_AT_ONCE {
                break;
            }
        }
        (!harvest.rows.is_empty() || failure.is_some()).then_some((harvest, failure))
    })
}

/// Finds out who is replaced and whose day has come.
pub(super) async fn settle(app: &App, progress: &dyn Progress) -> anyhow::Result<u64> {
    progress.begin(&Step::Settling, None);
    let settled = app
        .ingest
        .settle()
        .await
        .context("cannot settle what the rows say about each other")?;
    progress.end();
    Ok(settled)
}

/// Brings the index up to the store.
pub(super) async fn index(app: &App, progress: &dyn Progress) -> anyhow::Result<u64> {
    progress.begin(&Step::Indexing, None);
    let followed = app
        .follower()
        .await?
        .follow(app.generations(), &|seen| {
            progress.at(seen.done, Some(seen.total));
        })
        .await?;
    app.store.follow_almanac().await?;
    progress.end();
    Ok(match followed {
        Followed::UpToDate => 0,
        Followed::CaughtUp(records) | Followed::Rebuilt(records) => records,
    })
}
