//! A source of the tests: pages of a JSON list.

use std::sync::Arc;
use std::time::Duration;

use duibiao::app::App;
use duibiao::clock::FixedClock;
use duibiao::config::Config;
use duibiao::jobs::{CrawlOutcome, CrawlWishes, Progress, Silent, Since, Step, crawl};
use indexers::RawRecord;
use indexers::page::{CrawlPlan, Listing, Page, PageError, PageReading, PageSource, Request};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::support::TODAY;
use crate::support::replay::{Recorded, toy_folder};

/// The toy source.
#[derive(Debug)]
pub(super) struct Toy;

pub(super) static TOY: Toy = Toy;

fn page_request(page: u64) -> Request {
    Request::get("list", format!("https://toy.example/list?page={page}")).noted(page.to_string())
}

impl PageSource for Toy {
    fn id(&self) -> &'static str {
        "toy"
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["toy.example"]
    }

    fn pace(&self) -> Duration {
        Duration::from_millis(30)
    }

    fn seeds(&self, _plan: &CrawlPlan) -> Vec<Request> {
        vec![page_request(1)]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let wrong = || {
            let found: String = page.text.chars().take(40).collect();
            PageError::new("a JSON object with `items`", found)
        };
        let body: Value = serde_json::from_str(page.text).map_err(|_| wrong())?;
        let items = body["items"].as_array().ok_or_else(wrong)?;
        let number: u64 = page.request.note.parse().unwrap_or(1);
        let mut reading = PageReading::default();
        let mut listing = Listing {
            walk: "all".to_owned(),
            total: body["total"].as_u64(),
            ..Listing::default()
        };
        for item in items {
            let key = item["id"].to_string();
            let mut record = RawRecord {
                source: "toy".to_owned(),
                key: key.clone(),
                number: item["number"].as_str().unwrap_or_default().to_owned(),
                ..RawRecord::default()
            };
            let title = item["title"].as_str().unwrap_or_default();
            record.titles.insert("en".to_owned(), title.to_owned());
            reading.records.push(record);
            listing.keys.push(key);
        }
        let pages = listing.total.unwrap_or(0).div_ceil(3);
        if number < pages {
            reading.links.push(page_request(number + 1));
        }
        reading.listing = Some(listing);
        Ok(reading)
    }
}

/// A server of the toy's pages and a house to crawl them into.
pub(super) struct Field {
    pub(super) recorded: Recorded,
    pub(super) app: App,
    pub(super) folder: TempDir,
}

/// Limits small enough for tests.
pub(super) const CONFIG: &str = "[limits]\nback_off_ms = 10\npage_megabytes = 1\nidle_seconds = 5\n\
     [contact]\nmail = \"crawl@duibiao.example\"\n";

pub(super) async fn open_app(folder: &TempDir) -> App {
    let clock = Arc::new(FixedClock(TODAY.parse().unwrap()));
    let config = Config::read(CONFIG).unwrap();
    App::open_configured(&folder.path().join("data"), clock, config)
        .await
        .unwrap()
}

impl Field {
    pub(super) async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let pages = folder.path().join("pages");
        fs_err::create_dir_all(&pages).unwrap();
        let recorded = Recorded::open(&toy_folder(&pages)).await;
        let app = open_app(&folder).await;
        Self {
            recorded,
            app,
            folder,
        }
    }

    pub(super) async fn crawl(&self, since: Since) -> CrawlOutcome {
        self.crawl_with(since, &Silent, watch::channel(false).1)
            .await
    }

    pub(super) async fn crawl_with(
        &self,
        since: Since,
        progress: &dyn Progress,
        stop: watch::Receiver<bool>,
    ) -> CrawlOutcome {
        let wishes = wishes(&self.recorded, since);
        crawl(&self.app, &TOY, &wishes, progress, stop)
            .await
            .unwrap()
    }

    /// Returns how many rows of the toy the store holds.
    pub(super) async fn rows(&self) -> u64 {
        rows(&self.app).await
    }

    /// Returns the kinds of all events so far, in order.
    pub(super) async fn events(&self) -> Vec<String> {
        let query = duibiao::storage::EventQuery::default();
        let events = self.app.store.events(&query, 1_000).await.unwrap();
        let mut kinds: Vec<String> = events
            .iter()
            .map(|event| event.change.kind.code().to_owned())
            .collect();
        kinds.sort();
        kinds
    }
}

/// Returns how many rows of all sources the store holds.
pub(super) async fn rows(app: &App) -> u64 {
    let sources = app.store.freshness().await.unwrap();
    sources.iter().map(|source| source.records).sum()
}

pub(super) fn wishes(recorded: &Recorded, since: Since) -> CrawlWishes {
    CrawlWishes {
        since,
        base: Some(recorded.base().parse().unwrap()),
        pace: Some(Duration::from_millis(5)),
        ..CrawlWishes::default()
    }
}

/// Says stop after some pages.
pub(super) struct StopAfter {
    pub(super) pages: u64,
    pub(super) told: watch::Sender<bool>,
}

impl Progress for StopAfter {
    fn begin(&self, _step: &Step, _total: Option<u64>) {}

    fn at(&self, done: u64, _total: Option<u64>) {
        if done >= self.pages {
            self.told.send_replace(true);
        }
    }

    fn end(&self) {}
}
