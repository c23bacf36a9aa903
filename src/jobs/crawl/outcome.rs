//! What became of a run, for people and programs.

use indexers::crawl::{CrawlReport, Ending, PageFailure, Shortfall};
use indexers::page::Drift;
use jiff::civil::Date;
use serde::Serialize;

use crate::storage::{BadRow, RunCounts, SeenDrift};

/// How a run stands at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Everything it was asked for was seen.
    Complete,
    /// Something was not seen; nothing is retired.
    Incomplete,
    /// The limit was reached.
    Limited,
    /// Somebody stopped it; the next run goes on.
    Interrupted,
    /// A host is left alone for a while; the next run goes on.
    Halted,
    /// Another process is at it.
    Busy,
    /// A secret that it cannot do without is missing.
    NotConfigured,
    /// It was only a look.
    DryRun,
}

impl Standing {
    /// Returns the word under which the store keeps it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Incomplete => "incomplete",
            Self::Limited => "limited",
            Self::Interrupted => "interrupted",
            Self::Halted => "halted",
            Self::Busy => "busy",
            Self::NotConfigured => "not_configured",
            Self::DryRun => "dry_run",
        }
    }

    /// Tells whether the run did what it was asked.
    pub fn is_well(self) -> bool {
        matches!(self, Self::Complete | Self::Limited | Self::DryRun)
    }

    pub(super) fn of(report: &CrawlReport) -> Self {
        match report.ending {
            Ending::Finished if report.is_complete() => Self::Complete,
            Ending::Finished => Self::Incomplete,
            Ending::Limited => Self::Limited,
            Ending::Interrupted => Self::Interrupted,
            Ending::Halted => Self::Halted,
        }
    }
}

/// A list that was walked.
#[derive(Debug, Clone, Serialize)]
pub struct WalkOutcome {
    /// Its name.
    pub walk: String,
    /// Distinct entries seen.
    pub found: u64,
    /// Entries the server declares.
    pub declared: Option<u64>,
}

/// A reason for being incomplete, with its sentence.
#[derive(Debug, Clone, Serialize)]
pub struct ShortfallOutcome {
    /// The reason with its figures.
    #[serde(flatten)]
    pub shortfall: Shortfall,
    /// The sentence.
    pub message: String,
}

/// The outcome of a run over one source.
#[derive(Debug, Clone, Serialize)]
pub struct CrawlOutcome {
    /// The source.
    pub source: String,
    /// How it stands.
    pub standing: Standing,
    /// From which day on; nothing for everything.
    pub since: Option<Date>,
    /// Whether it went on with an earlier run.
    pub resumed: bool,
    /// Pages read.
    pub pages: u64,
    /// Pages that have not changed since they were kept.
    pub not_modified: u64,
    /// Records read, and what was new among them.
    #[serde(flatten)]
    pub counts: RunCounts,
    /// Rows that a complete look at everything did not meet any more.
    pub vanished: u64,
    /// Why it proves nothing about what it did not see.
    pub shortfalls: Vec<ShortfallOutcome>,
    /// Pages that could not be read.
    pub failures: Vec<PageFailure>,
    /// Entries that could not be read.
    pub bad_rows: Vec<BadRow>,
    /// Signs that pages have changed their shape.
    pub drift: Vec<SeenDrift>,
    /// The lists.
    pub walks: Vec<WalkOutcome>,
    /// Numbers of the first records, of a run that keeps nothing.
    pub sample: Vec<String>,
    /// Time spent, in milliseconds.
    pub took_ms: u64,
}

/// Failures and walks that are told of one run.
const MOST_TOLD: usize = 100;

impl CrawlOutcome {
    /// The outcome of a run that did not begin.
    pub(super) fn unbegun(source: &str, standing: Standing) -> Self {
        Self {
            source: source.to_owned(),
            standing,
            since: None,
            resumed: false,
            pages: 0,
            not_modified: 0,
            counts: RunCounts::default(),
            vanished: 0,
            shortfalls: Vec::new(),
            failures: Vec::new(),
            bad_rows: Vec::new(),
            drift: Vec::new(),
            walks: Vec::new(),
            sample: Vec::new(),
            took_ms: 0,
        }
    }

    /// Takes over what the driver reports.
    pub(super) fn reporting(mut self, report: &CrawlReport) -> Self {
        self.standing = Standing::of(report);
        self.pages = report.pages;
        self.not_modified = report.not_modified;
        let shortfalls = report.shortfalls.iter().take(MOST_TOLD);
        self.shortfalls = shortfalls
            .map(|shortfall| ShortfallOutcome {
                shortfall: shortfall.clone(),
                message: shortfall.to_string(),
            })
            .collect();
        self.failures = report.failures.iter().take(MOST_TOLD).cloned().collect();
        let drift = report.drift.iter().map(|(drift, times)| {
            let (kind, name) = match drift {
                Drift::Unbound(name) => ("unbound", name),
                Drift::Missing(name) => ("missing", name),
            };
            SeenDrift {
                kind: kind.to_owned(),
                name: name.clone(),
                times: *times,
            }
        });
        self.drift = drift.collect();
        let walks = report.walks.iter().take(MOST_TOLD);
        self.walks = walks
            .map(|(walk, found, declared)| WalkOutcome {
                walk: walk.clone(),
                found: *found,
                declared: *declared,
            })
            .collect();
        self
    }
}
