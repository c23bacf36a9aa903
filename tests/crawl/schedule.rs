//! What is due by schedule.
//!
//! 1. A source that is switched on is crawled at once, then when its turn comes; others are not.
//! 2. Only one process does a job; a lease that ran out belongs to nobody.
//! 3. A job that failed is tried again before its turn.
//! 4. How the crawling goes is told with the sources.

use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use duibiao::app::App;
use duibiao::clock::FixedClock;
use duibiao::config::Config;
use duibiao::jobs::{Silent, Standing, run_due};
use duibiao::storage::Job;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::support::replay::{Recorded, fault};
use crate::support::{House, TODAY, ask};

fn pages() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpora/pages/dbba")
}

async fn open(folder: &TempDir, recorded: &Recorded, now: &str) -> App {
    let config = format!(
        "[limits]\nback_off_ms = 1\nrest_minutes = 1\n[sources.dbba]\nenabled = true\nevery = \"6h\"\n\
         base = \"{}\"\npace_ms = 1\nsettings = {{ province = \"DB13\" }}\n",
        recorded.base()
    );
    let clock = Arc::new(FixedClock(now.parse().unwrap()));
    let config = Config::read(&config).unwrap();
    App::open_configured(folder.path(), clock, config)
        .await
        .unwrap()
}

async fn job(app: &App) -> Job {
    let jobs = app.store.jobs().await.unwrap();
    jobs.into_iter()
        .find(|job| job.name == "crawl:dbba")
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_is_switched_on_is_crawled_when_it_is_due() {
    let recorded = Recorded::open(&pages()).await;
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder, &recorded, TODAY).await;
    let stop = watch::channel(false).1;
    let done = run_due(&app, &Silent, &stop).await.unwrap();
    assert_eq!(done.len(), 1, "{done:?}");
    let outcome = done[0].crawl.as_ref().unwrap();
    assert_eq!(outcome.standing, Standing::Complete, "{outcome:?}");
    assert_eq!(
        job(&app).await.due_at,
        "2026-11-25T08:00:00Z",
        "six hours later"
    );
    assert!(run_due(&app, &Silent, &stop).await.unwrap().is_empty());

    let house = House {
        app: Arc::new(app),
        folder,
    };
    let request = Request::get("/api/v1/sources").body(Body::empty()).unwrap();
    let (_, answer) = ask(&house, request).await;
    let sources = answer["sources"].as_array().unwrap();
    let told = sources
        .iter()
        .find(|source| source["id"] == "dbba")
        .unwrap();
    assert_eq!(told["crawl"]["complete"], true, "{told}");
    assert_eq!(told["crawl"]["records"], 3, "{told}");
    assert_eq!(told["crawl"]["next"], "2026-11-25T08:00:00Z", "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lease_is_held_by_one_and_runs_out() {
    let recorded = Recorded::open(&pages()).await;
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder, &recorded, TODAY).await;
    app.store.plan_job("crawl:dbba", TODAY).await.unwrap();
    let lease = async |owner, now, until| {
        let taken = app.store.lease_job("crawl:dbba", owner, now, until).await;
        taken.unwrap()
    };
    assert!(lease("one", TODAY, "2026-11-25T02:15:00Z").await);
    assert!(!lease("two", "2026-11-25T02:14:59Z", "2026-11-25T02:30:00Z").await);
    assert!(lease("two", "2026-11-25T02:15:00Z", "2026-11-25T02:30:00Z").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_failed_is_tried_again_before_its_turn() {
    let recorded = Recorded::open(&pages()).await;
    recorded.play(1, vec![fault("", json!({"kind": "status", "status": 503}))]);
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder, &recorded, TODAY).await;
    let stop = watch::channel(false).1;
    let done = run_due(&app, &Silent, &stop).await.unwrap();
    assert!(done[0].error.is_some(), "{done:?}");
    let waiting = job(&app).await;
    assert_eq!(waiting.due_at, "2026-11-25T02:10:00Z", "ten minutes later");
    assert_eq!(waiting.attempts, 1);
    app.store.close().await;

    recorded.play(1, vec![]);
    let later = open(&folder, &recorded, "2026-11-25T02:10:00Z").await;
    let done = run_due(&later, &Silent, &stop).await.unwrap();
    assert_eq!(done[0].error, None, "{done:?}");
    assert_eq!(job(&later).await.attempts, 0);
}
