//! Runs one after another.
//!
//! 1. A full run brings every record, is complete, and as the first one tells nobody.
//! 2. It asks politely: robots first, one at a time, in its pace, with its name.
//! 3. A later full run tells what changed and what vanished, deletes nothing, and tells when it returns.
//! 4. A run that was stopped goes on where it was and asks nothing twice.
//! 5. Pages that have not changed do not come again.
//! 6. Kept pages are read again without a request.
//! 7. Other settings are another question: its first answer is no news and retires nothing of the others.
//! 8. A look keeps nothing; a limit ends a run, which then retires nothing.

use duibiao::jobs::{CrawlWishes, Keep, Silent, Since, Standing, crawl, replay};
use tokio::sync::watch;

use super::toy::{Field, StopAfter, TOY, wishes};
use crate::support::replay::fault;

#[tokio::test(flavor = "multi_thread")]
async fn a_first_run_brings_everything_politely_and_tells_nobody() {
    let field = Field::open().await;
    let outcome = field.crawl(Since::LastRun).await;
    assert_eq!(outcome.standing, Standing::Complete, "{outcome:?}");
    assert_eq!((outcome.pages, outcome.counts.added), (3, 8));
    assert_eq!(field.rows().await, 8);
    assert_eq!(field.events().await, Vec::<String>::new());

    let asked = field.recorded.server.journal().entries();
    assert_eq!(asked[0].path, "/robots.txt", "robots.txt is read first");
    assert_eq!(asked.len(), 4);
    for entry in &asked {
        let agent = &entry.headers["user-agent"];
        assert!(agent.starts_with("Duibiao/"), "{agent}");
        assert!(agent.contains("crawl@duibiao.example"), "{agent}");
        assert_eq!(entry.host, "toy.example");
    }
    for pair in asked.windows(2) {
        assert!(pair[1].start_ms >= pair[0].end_ms, "one at a time");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_source_s_own_pace_is_kept_unless_another_is_asked_for() {
    let field = Field::open().await;
    let wishes = CrawlWishes {
        pace: None,
        ..wishes(&field.recorded, Since::Ever)
    };
    let stop = watch::channel(false).1;
    crawl(&field.app, &TOY, &wishes, &Silent, stop)
        .await
        .unwrap();
    let asked = field.recorded.server.journal().entries();
    // The server sees a request later than it was sent, one more than another; over all of them that evens out.
    let pauses = asked.len() as u64 - 1;
    let time = asked[asked.len() - 1].start_ms - asked[0].start_ms;
    assert!(
        time >= 30 * pauses - 20,
        "expected 30 ms between starts, found {time} for {pauses}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_vanished_and_returned_is_told_and_nothing_is_deleted() {
    let field = Field::open().await;
    field.crawl(Since::Ever).await;
    field.recorded.play(2, vec![]);
    let second = field.crawl(Since::Ever).await;
    assert_eq!(second.standing, Standing::Complete, "{second:?}");
    assert_eq!((second.counts.changed, second.vanished), (1, 1));
    assert_eq!(field.rows().await, 8, "nothing is deleted");
    let gone = field.app.store.vanished("toy", "5").await.unwrap();
    assert!(gone.is_some());
    assert_eq!(field.events().await, ["title_changed", "vanished"]);

    field.recorded.play(3, vec![]);
    let third = field.crawl(Since::Ever).await;
    assert_eq!(third.vanished, 0);
    assert_eq!(field.app.store.vanished("toy", "5").await.unwrap(), None);
    assert!(field.events().await.contains(&"returned".to_owned()));
    let fourth = field.crawl(Since::Ever).await;
    assert_eq!(fourth.vanished, 0);
    assert_eq!(field.events().await.len(), 4 - 1, "each is told once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_incremental_run_retires_nothing() {
    let field = Field::open().await;
    field.crawl(Since::LastRun).await;
    field.recorded.play(2, vec![]);
    let second = field.crawl(Since::LastRun).await;
    assert_eq!(second.since.unwrap().to_string(), "2026-11-23");
    assert_eq!((second.standing, second.vanished), (Standing::Complete, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_was_stopped_goes_on_where_it_was() {
    let field = Field::open().await;
    let (told, stop) = watch::channel(false);
    let stopping = StopAfter { pages: 1, told };
    let first = field.crawl_with(Since::LastRun, &stopping, stop).await;
    assert_eq!(first.standing, Standing::Interrupted);
    assert_eq!(first.pages, 1);
    let second = field.crawl(Since::LastRun).await;
    assert!(second.resumed);
    assert_eq!(second.standing, Standing::Complete, "{second:?}");
    assert_eq!((second.pages, field.rows().await), (2, 8));
    assert_eq!(
        field.recorded.asked().len(),
        3,
        "no page is asked for twice"
    );
    assert_eq!(
        field.events().await,
        Vec::<String>::new(),
        "still the first run"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_have_not_changed_do_not_come_again() {
    let field = Field::open().await;
    let rule = || fault("", serde_json::json!({"kind": "validators"}));
    field.recorded.play(1, vec![rule()]);
    field.crawl(Since::Ever).await;
    field.recorded.play(1, vec![rule()]);
    let second = field.crawl(Since::Ever).await;
    assert_eq!(second.standing, Standing::Complete, "{second:?}");
    assert_eq!((second.not_modified, second.counts.unchanged), (3, 8));
    for entry in field.recorded.asked() {
        assert_eq!(entry.status, 304);
        assert!(entry.headers.contains_key("if-none-match"));
        assert!(entry.headers.contains_key("if-modified-since"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn kept_pages_are_read_again_without_a_request() {
    let field = Field::open().await;
    field.crawl(Since::Ever).await;
    field.recorded.play(2, vec![]);
    field.crawl(Since::Ever).await;
    let events = field.events().await;
    field.recorded.play(2, vec![]);
    let outcome = replay(&field.app, &TOY, &Silent).await.unwrap();
    assert_eq!((outcome.pages, outcome.failures.len()), (3, 0));
    assert_eq!(
        outcome.counts.changed, 0,
        "the latest pages say nothing new"
    );
    assert_eq!(field.recorded.server.journal().entries(), []);
    assert_eq!(field.events().await, events);
}

#[tokio::test(flavor = "multi_thread")]
async fn other_settings_are_another_question() {
    let field = Field::open().await;
    let stop = watch::channel(false).1;
    let asking = async |province: &str| {
        let wishes = CrawlWishes {
            settings: [("province".to_owned(), province.to_owned())].into(),
            ..wishes(&field.recorded, Since::LastRun)
        };
        let outcome = crawl(&field.app, &TOY, &wishes, &Silent, stop.clone()).await;
        outcome.unwrap()
    };
    asking("DB13").await;
    field.recorded.play(2, vec![]);
    let other = asking("DB37").await;
    assert_eq!((other.since, other.vanished), (None, 0), "{other:?}");
    assert_eq!(field.events().await, Vec::<String>::new(), "its first run");
    let again = CrawlWishes {
        settings: [("province".to_owned(), "DB13".to_owned())].into(),
        ..wishes(&field.recorded, Since::Ever)
    };
    let again = crawl(&field.app, &TOY, &again, &Silent, stop.clone())
        .await
        .unwrap();
    assert_eq!(
        again.vanished, 1,
        "what this question brought before is gone"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_keeps_nothing_and_a_limit_ends_the_run() {
    let field = Field::open().await;
    let look = CrawlWishes {
        keep: Keep::Nothing,
        ..wishes(&field.recorded, Since::Ever)
    };
    let stop = watch::channel(false).1;
    let outcome = crawl(&field.app, &TOY, &look, &Silent, stop.clone())
        .await
        .unwrap();
    assert_eq!(outcome.standing, Standing::DryRun);
    assert_eq!((outcome.counts.rows, outcome.sample.len()), (8, 8));
    assert_eq!(field.rows().await, 0);

    let limited = CrawlWishes {
        limit: Some(4),
        ..wishes(&field.recorded, Since::Ever)
    };
    let outcome = crawl(&field.app, &TOY, &limited, &Silent, stop)
        .await
        .unwrap();
    assert_eq!(outcome.standing, Standing::Limited);
    assert_eq!(field.rows().await, 6, "the page under way is finished");
    let full = field.crawl(Since::LastRun).await;
    assert!(!full.resumed && full.since.is_none(), "{full:?}");
    assert_eq!(field.rows().await, 8);
}
