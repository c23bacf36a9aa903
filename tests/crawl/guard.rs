//! What is not asked: excluded paths, and this machine unless the operator allows it.

use std::time::Duration;

use duibiao::jobs::{CrawlWishes, Silent, Since, Standing, crawl};
use indexers::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};
use serde_json::json;
use tokio::sync::watch;

use super::toy::Field;

/// A source whose host is this machine.
#[derive(Debug)]
struct Here;

static HERE: Here = Here;

impl PageSource for Here {
    fn id(&self) -> &'static str {
        "here"
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["localhost", "127.0.0.1"]
    }

    fn pace(&self) -> Duration {
        Duration::ZERO
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let host = plan.setting("host").unwrap_or("localhost");
        vec![Request::get("page", format!("http://{host}:8080/"))]
    }

    fn read(&self, _page: &Page<'_>) -> Result<PageReading, PageError> {
        Ok(PageReading::default())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn this_machine_is_refused_by_name_and_by_address() {
    let field = Field::open().await;
    for host in ["localhost", "127.0.0.1", "2130706433"] {
        let wishes = CrawlWishes {
            settings: [("host".to_owned(), host.to_owned())].into(),
            since: Since::Ever,
            ..CrawlWishes::default()
        };
        let stop = watch::channel(false).1;
        let outcome = crawl(&field.app, &HERE, &wishes, &Silent, stop)
            .await
            .unwrap();
        assert_ne!(outcome.standing, Standing::Complete, "{host}");
        let mut told: Vec<String> = outcome
            .failures
            .iter()
            .map(|failure| failure.reason.clone())
            .collect();
        told.extend(outcome.shortfalls.iter().map(|one| one.message.clone()));
        let told = told.join("\n");
        assert!(told.contains("expected a public address"), "{host}: {told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_robots_txt_excludes_is_not_asked() {
    let field = Field::open().await;
    let pages = field.folder.path().join("excluded");
    fs_err::create_dir_all(&pages).unwrap();
    let rules = "User-agent: *\nDisallow: /list\n";
    fs_err::write(pages.join("robots.txt"), rules).unwrap();
    let manifest = json!({"source": "toy", "origin": "synthetic", "routes": [
        {"path": "/robots.txt", "file": "robots.txt"}, {"path": "/list"}]});
    fs_err::write(pages.join("manifest.json"), manifest.to_string()).unwrap();
    let recorded = crate::support::replay::Recorded::open(&pages).await;
    let wishes = super::toy::wishes(&recorded, Since::Ever);
    let stop = watch::channel(false).1;
    let outcome = crawl(&field.app, &super::toy::TOY, &wishes, &Silent, stop)
        .await
        .unwrap();
    assert_eq!(outcome.standing, Standing::Incomplete);
    assert!(
        outcome.failures[0].reason.contains("robots.txt"),
        "{outcome:?}"
    );
    assert_eq!(recorded.asked(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_robots_txt_that_cannot_be_had_excludes_everything() {
    let field = Field::open().await;
    let mut rule = crate::support::replay::fault("", json!({"kind": "status", "status": 500}));
    rule.conditions.path = Some("/robots.txt".to_owned());
    field.recorded.play(1, vec![rule]);
    let outcome = field.crawl(Since::Ever).await;
    assert_eq!(outcome.standing, Standing::Halted, "{outcome:?}");
    assert_eq!(field.recorded.asked(), []);
}
