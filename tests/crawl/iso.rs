//! ISO's list on two days: a draft becomes a standard, and the one before it is replaced.

use duibiao::jobs::{Silent, Since, Standing, bring_to_rest};
use duibiao::storage::EventQuery;

use super::every::{Place, pages};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_is_published_replaces_its_predecessor_and_is_told_once() {
    let place = Place::open(&pages("iso")).await;
    place.crawl(Since::Ever).await;
    bring_to_rest(&place.app, &Silent).await.unwrap();
    let store = &place.app.store;
    let quiet = store.events(&EventQuery::default(), 100).await.unwrap();
    assert!(
        quiet.is_empty(),
        "the first run tells nobody, and a draft replaces nothing: {quiet:?}"
    );

    place.recorded.play(2, vec![]);
    let second = place.crawl(Since::Ever).await;
    assert_eq!(second.standing, Standing::Complete, "{second:#?}");
    bring_to_rest(&place.app, &Silent).await.unwrap();
    let events = store.events(&EventQuery::default(), 100).await.unwrap();
    let told: Vec<String> = events
        .iter()
        .map(|event| format!("{} {}", event.change.kind.code(), event.slug))
        .collect();
    assert!(
        told.contains(&"replaced ISO_9001:2015".to_owned()),
        "{told:?}"
    );
    assert!(
        told.contains(&"renumbered ISO_9001:2026".to_owned()),
        "{told:?}"
    );

    place.crawl(Since::Ever).await;
    bring_to_rest(&place.app, &Silent).await.unwrap();
    let again = store.events(&EventQuery::default(), 100).await.unwrap();
    assert_eq!(again.len(), events.len(), "each is told once");
}
