//! What happens is told once, with before and after, and the first reading of a source is silent.

use std::sync::Arc;

use duibiao::app::App;
use duibiao::clock::FixedClock;
use duibiao::ingest::Ingest;
use duibiao::model::{EventKind, RecordId};
use duibiao::storage::{EventOrder, EventQuery, StoredEvent};

use crate::support::{House, row, row_with};

async fn events(app: &App) -> Vec<StoredEvent> {
    app.store.events(&EventQuery::default(), 100).await.unwrap()
}

fn notification(symbol: &str, day: &str, more: &str) -> String {
    format!(
        r#"{{"symbols":["{symbol}"],"notifying_member":"Kenya","distribution_date":"{day}","title":"Steel bars for concrete of {symbol}",{more}"area":"TBT"}}"#
    )
}

fn told(events: &[StoredEvent]) -> Vec<(String, EventKind)> {
    let told = events.iter();
    told.map(|event| (event.slug.to_string(), event.change.kind))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_reading_is_silent_and_the_next_tells_each_change_once() {
    let house = House::with_rows(&[
        row_with("ISO 5:2001", "Five", r#""status":"60.60","#),
        row_with(
            "ISO 6:2001",
            "Six",
            r#""status":"60.60","replaces":["ISO 5:2001"],"#,
        ),
    ])
    .await;
    assert!(
        events(&house.app).await.is_empty(),
        "a baseline is no news, not even who is replaced"
    );
    let changed = [
        row_with("ISO 6:2001", "Six and more", r#""status":"95.99","#),
        row("ISO 7:2020", "Seven"),
        row("ISO 7:2020/Amd 1:2022", "Seven, amended"),
    ];
    for _ in 0..2 {
        house.import(&changed).await;
        let told = told(&events(&house.app).await);
        let expected = [
            ("ISO_6:2001", EventKind::Withdrawn),
            ("ISO_6:2001", EventKind::TitleChanged),
            ("ISO_7:2020", EventKind::New),
            ("ISO_7:2020~Amd_1:2022", EventKind::New),
            ("ISO_7:2020", EventKind::Amended),
        ];
        let expected: Vec<_> = expected
            .iter()
            .map(|&(slug, kind)| (slug.to_owned(), kind))
            .collect();
        assert_eq!(told, expected);
    }
    let title = EventQuery {
        record: Some(RecordId::new("ISO_6:2001")),
        kinds: vec![EventKind::TitleChanged],
        ..EventQuery::default()
    };
    let title = house.app.store.events(&title, 10).await.unwrap().remove(0);
    assert_eq!(title.change.before.as_deref(), Some("Six"));
    assert_eq!(title.change.after.as_deref(), Some("Six and more"));
    assert_eq!(title.change.field.as_deref(), Some("title.en"));
    let family = EventQuery {
        family: Some(title.family),
        order: EventOrder::Newest,
        ..EventQuery::default()
    };
    assert_eq!(house.app.store.events(&family, 10).await.unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_addendum_is_told_with_its_reasons_and_moves_the_date_of_its_parent() {
    let until = r#""final_date_for_comments":"2026-12-20","#;
    let house = House::with_rows(&[notification("G/TBT/N/KEN/1", "2026-11-01", until)]).await;
    let addendum = notification(
        "G/TBT/N/KEN/1/Add.1",
        "2026-11-20",
        r#""final_date_for_comments":"2027-01-20","description":"The comment period has been extended until 20 January 2027.","#,
    );
    house.import(std::slice::from_ref(&addendum)).await;
    house.import(&[addendum]).await;
    let all = events(&house.app).await;
    let expected = [
        ("G~TBT~N~KEN~1~Add.1", EventKind::New),
        ("G~TBT~N~KEN~1~Add.1", EventKind::DeadlineChanged),
        ("G~TBT~N~KEN~1", EventKind::DeadlineChanged),
        ("G~TBT~N~KEN~1", EventKind::Amended),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|&(slug, kind)| (slug.to_owned(), kind))
        .collect();
    assert_eq!(told(&all), expected);
    assert_eq!(all[2].change.before.as_deref(), Some("2026-12-20"));
    assert_eq!(all[2].change.after.as_deref(), Some("2027-01-20"));
    // The parent is merged anew and changed by the same addendum once more: nothing new to tell but its own change.
    let corrected =
        notification("G/TBT/N/KEN/1", "2026-11-01", until).replace("Steel bars", "Steel rods");
    house.import(&[corrected]).await;
    let last = events(&house.app).await.split_off(4);
    assert_eq!(
        told(&last),
        [("G~TBT~N~KEN~1".to_owned(), EventKind::TitleChanged)]
    );
    let parent = house
        .app
        .store
        .record("G~TBT~N~KEN~1")
        .await
        .unwrap()
        .unwrap()
        .record;
    assert_eq!(
        parent.notification.unwrap().overtaken_by.as_deref(),
        Some("G/TBT/N/KEN/1/Add.1")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parent_that_comes_later_or_changes_gives_its_codes_again() {
    let addendum = notification("G/TBT/N/KEN/2/Add.1", "2026-11-20", "");
    let parent = |hs: &str| {
        notification(
            "G/TBT/N/KEN/2",
            "2026-10-01",
            &format!(r#""hs_codes":[{{"code":"{hs}","name":""}}],"#),
        )
    };
    let house = House::with_rows(std::slice::from_ref(&addendum)).await;
    let inherited = async || {
        let stored = house.app.store.record("G~TBT~N~KEN~2~Add.1").await.unwrap();
        stored.unwrap().record.inherited.map(|parent| parent.hs)
    };
    assert_eq!(inherited().await, None);
    for hs in ["7213", "7214"] {
        house.import(&[parent(hs)]).await;
        assert_eq!(inherited().await, Some(vec![hs.to_owned()]));
    }
    let corrected = addendum.replace("Steel bars", "Steel rods");
    house.import(&[corrected]).await;
    assert_eq!(
        inherited().await,
        Some(vec!["7214".to_owned()]),
        "merging anew loses nothing"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_comes_is_told_once_even_for_a_silent_baseline() {
    let house = House::with_rows(&[
        notification(
            "G/TBT/N/KEN/3",
            "2026-11-01",
            r#""final_date_for_comments":"2026-11-26","#,
        ),
        notification(
            "G/TBT/N/KEN/4/Add.1",
            "2026-11-01",
            r#""description":"The regulation will enter into force on 1 December 2026.","#,
        ),
    ])
    .await;
    let later = FixedClock("2026-12-02T02:00:00Z".parse().unwrap());
    let ingest = Ingest::new(house.app.store.clone(), Arc::new(later));
    for _ in 0..2 {
        ingest.settle().await.unwrap();
        let mut told = told(&events(&house.app).await);
        told.sort();
        let expected = [
            ("G~TBT~N~KEN~3".to_owned(), EventKind::CommentsClosed),
            (
                "G~TBT~N~KEN~4~Add.1".to_owned(),
                EventKind::EnteredIntoForce,
            ),
        ];
        assert_eq!(told, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_number_is_told_as_one_move_and_not_as_something_new() {
    let wrong = row("ISO 70:2020", "Seventy").replace("data/ISO 70:2020", "data/x");
    let right = row("ISO 71:2020", "Seventy").replace("data/ISO 71:2020", "data/x");
    let house = House::with_rows(&[wrong]).await;
    house.import(&[right]).await;
    let all = events(&house.app).await;
    assert_eq!(
        told(&all),
        [("ISO_71:2020".to_owned(), EventKind::Renumbered)]
    );
    assert_eq!(all[0].change.before.as_deref(), Some("ISO 70:2020"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_title_and_another_day_under_one_number_is_told_as_a_reissue() {
    let house = House::with_rows(&[row_with(
        "ISO 80:2020",
        "Eighty",
        r#""published":"2020-01-01","#,
    )])
    .await;
    house
        .import(&[row_with(
            "ISO 80:2020",
            "Something else",
            r#""published":"2026-05-01","#,
        )])
        .await;
    assert_eq!(
        told(&events(&house.app).await),
        [("ISO_80:2020".to_owned(), EventKind::Reissued)]
    );
}
