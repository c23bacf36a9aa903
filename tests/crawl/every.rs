//! Every source over its recorded pages: a full run, an incremental one, each fault, a run that was stopped.
//!
//! The sources are those with a folder in `corpora/pages`; a folder that lacks what its source asks for fails here.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use duibiao::app::App;
use duibiao::clock::FixedClock;
use duibiao::config::Config;
use duibiao::jobs::{CrawlOutcome, CrawlWishes, Progress, Silent, Since, Standing, crawl};
use indexers::page::PageSource;
use indexers::page_source;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::watch;

use super::toy::{CONFIG, StopAfter, rows, wishes};
use crate::support::TODAY;
use crate::support::replay::{Recorded, fault};

/// A recorded source and a house for it.
pub(super) struct Place {
    source: &'static dyn PageSource,
    pub(super) recorded: Recorded,
    pub(super) app: App,
    home: TempDir,
}

/// The recorded pages of a source.
pub(super) fn pages(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("corpora/pages")
        .join(name)
}

pub(super) fn folders() -> Vec<PathBuf> {
    let pages = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpora/pages");
    let entries = fs_err::read_dir(pages).unwrap();
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("manifest.json").is_file())
        .collect();
    folders.sort();
    folders
}

impl Place {
    pub(super) async fn open(folder: &Path) -> Self {
        let recorded = Recorded::open(folder).await;
        let manifest = recorded.server.manifest();
        let source = page_source(&manifest.source)
            .unwrap_or_else(|| panic!("`{}` is no source", manifest.source));
        let mut config = String::from(CONFIG).replace("page_megabytes = 1", "page_megabytes = 64");
        config.push_str("[secrets]\n");
        for (name, value) in &manifest.secrets {
            writeln!(config, "{name} = \"{value}\"").unwrap();
        }
        let home = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock(TODAY.parse().unwrap()));
        let config = Config::read(&config).unwrap();
        let app = App::open_configured(home.path(), clock, config)
            .await
            .unwrap();
        Self {
            source,
            recorded,
            app,
            home,
        }
    }

    pub(super) async fn crawl(&self, since: Since) -> CrawlOutcome {
        self.crawl_with(since, &Silent, watch::channel(false).1)
            .await
    }

    /// The data directory.
    pub(super) fn folder(&self) -> &Path {
        self.home.path()
    }

    async fn crawl_with(
        &self,
        since: Since,
        progress: &dyn Progress,
        stop: watch::Receiver<bool>,
    ) -> CrawlOutcome {
        let wishes = CrawlWishes {
            settings: self.recorded.server.manifest().settings.clone(),
            pace: Some(std::time::Duration::from_millis(1)),
            ..wishes(&self.recorded, since)
        };
        crawl(&self.app, self.source, &wishes, progress, stop)
            .await
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_source_brings_its_records_in_a_full_run_and_again_nothing_new() {
    for folder in folders() {
        let place = Place::open(&folder).await;
        let manifest = place.recorded.server.manifest().clone();
        let name = manifest.source.clone();
        let first = place.crawl(Since::Ever).await;
        let complete = manifest.expect.complete.unwrap_or(true);
        assert_eq!(
            first.standing == Standing::Complete,
            complete,
            "{name}: {first:#?}"
        );
        let expected = manifest.expect.records.unwrap();
        assert_eq!(rows(&place.app).await, expected, "{name}: {first:#?}");
        assert_eq!(first.counts.bad, manifest.expect.bad, "{name}: {first:#?}");
        let asked = place.recorded.server.journal().entries();
        assert_eq!(asked[0].path, "/robots.txt", "{name}");
        let again = place.crawl(Since::Ever).await;
        assert_eq!(
            (again.counts.added, again.counts.changed, again.vanished),
            (0, 0, 0),
            "{name}: {again:#?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_source_runs_since_a_day_and_retires_nothing() {
    for folder in folders() {
        let place = Place::open(&folder).await;
        let manifest = place.recorded.server.manifest().clone();
        let Some(since) = &manifest.since else {
            continue;
        };
        place.crawl(Since::Ever).await;
        let known = rows(&place.app).await;
        let outcome = place.crawl(Since::Day(since.parse().unwrap())).await;
        let name = manifest.source;
        assert_eq!(outcome.standing, Standing::Complete, "{name}: {outcome:#?}");
        assert_eq!(outcome.vanished, 0, "{name}");
        assert!(rows(&place.app).await >= known, "{name}");
        if let Some(expected) = manifest.expect.since_records {
            assert_eq!(outcome.counts.rows, expected, "{name}: {outcome:#?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_source_passes_through_faults_that_pass() {
    let faults = [
        json!({"kind": "status", "status": 503}),
        json!({"kind": "status", "status": 429, "retry_after": 0}),
        json!({"kind": "truncate"}),
        json!({"kind": "reset"}),
        json!({"kind": "html"}),
        json!({"kind": "redirect"}),
    ];
    for folder in folders() {
        let place = Place::open(&folder).await;
        let expected = place.recorded.server.manifest().expect.records.unwrap();
        let before = place.crawl(Since::Ever).await;
        let name = place.source.id();
        for json in &faults {
            let mut rule = fault("", json.clone()).times(1);
            // The first page after robots.txt.
            rule.first = 2;
            place.recorded.play(1, vec![rule]);
            let outcome = place.crawl(Since::Ever).await;
            assert_eq!(
                outcome.standing, before.standing,
                "{name} {json}: {outcome:#?}"
            );
            assert_eq!(outcome.vanished, 0, "{name} {json}");
            assert_eq!(outcome.counts.changed, 0, "{name} {json}: {outcome:#?}");
            assert_eq!(rows(&place.app).await, expected, "{name} {json}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_source_knows_an_error_page_that_stays() {
    for folder in folders() {
        let place = Place::open(&folder).await;
        let expected = place.recorded.server.manifest().expect.records.unwrap();
        place.crawl(Since::Ever).await;
        let mut rule = fault("", json!({"kind": "html"}));
        rule.first = 2;
        place.recorded.play(1, vec![rule]);
        let outcome = place.crawl(Since::Ever).await;
        let name = place.source.id();
        assert_ne!(outcome.standing, Standing::Complete, "{name}: {outcome:#?}");
        assert_eq!(outcome.vanished, 0, "{name}");
        assert_eq!(rows(&place.app).await, expected, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_source_goes_on_after_it_was_stopped() {
    for folder in folders() {
        let place = Place::open(&folder).await;
        let expected = place.recorded.server.manifest().expect.records.unwrap();
        let (told, stop) = watch::channel(false);
        let stopping = StopAfter { pages: 1, told };
        let first = place.crawl_with(Since::Ever, &stopping, stop).await;
        let name = place.source.id();
        // Of a source with one page nothing is left to go on with.
        if first.pages == 1 && first.standing == Standing::Complete {
            assert_eq!(rows(&place.app).await, expected, "{name}: {first:#?}");
            continue;
        }
        assert_eq!(first.standing, Standing::Interrupted, "{name}: {first:#?}");
        let second = place.crawl(Since::Ever).await;
        assert!(second.resumed, "{name}");
        assert_eq!(rows(&place.app).await, expected, "{name}: {second:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_that_are_kept_are_not_asked_for_again_by_an_increment() {
    let place = Place::open(&pages("relaton-iso")).await;
    place.crawl(Since::Ever).await;
    place.recorded.server.journal().clear();
    let outcome = place.crawl(Since::Day("2026-11-01".parse().unwrap())).await;
    assert_eq!(outcome.standing, Standing::Complete, "{outcome:#?}");
    assert_eq!((outcome.counts.rows, outcome.counts.unchanged), (4, 4));
    assert_eq!(place.recorded.asked().len(), 1, "only the index");
}

#[test]
fn every_gap_that_a_collector_closes_names_one_that_exists() {
    for gap in corpora::coverage::gaps() {
        for source in &gap.closed_by {
            assert!(page_source(source).is_some(), "{}: `{source}`", gap.id);
        }
    }
}
