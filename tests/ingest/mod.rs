//! From rows to records: merging, settling, reporting.
//!
//! 1. A row that is replaced by a later row of another source stays merged, whichever came first.
//! 2. A bad row is reported with its line, field and reason, and does not stop the rest.
//! 3. A corrected number moves the record; nothing is doubled and nothing is left behind.
//! 4. Who is replaced is found from both ends.

mod events;
mod notifications;

use duibiao::model::Status;
use duibiao::search::RecordView;

use crate::support::{House, row, row_with, shared};

async fn view(house: &House, id: &str) -> Option<RecordView> {
    RecordView::of(&house.app.store, id, house.app.clock.today())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_row_is_reported_and_does_not_stop_the_rest() {
    let house = House::empty().await;
    let rows = [
        row("ISO 1:2020", "One"),
        "{broken".to_owned(),
        row("", "No number"),
        r#"{"colour":"red"}"#.to_owned(),
        row("ISO 2:2020", "Two"),
    ];
    let report = house.import(&rows).await;
    let file = &report.files[0];
    assert_eq!(
        (file.counts.rows, file.counts.added, file.counts.bad),
        (5, 2, 3)
    );
    let lines: Vec<(u64, &str)> = file
        .bad_rows
        .iter()
        .map(|bad| (bad.line, bad.field.as_str()))
        .collect();
    assert_eq!(lines, [(2, "row"), (3, "number"), (4, "row")]);
    assert!(
        file.bad_rows[0].reason.contains("expected a JSON object"),
        "{}",
        file.bad_rows[0].reason
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standard_that_another_replaces_is_superseded_although_it_does_not_say_so() {
    let old = row_with("ISO 5:2001", "Five", r#""status":"60.60","#);
    let new = row_with(
        "ISO 5:2020",
        "Five",
        r#""status":"60.60","replaces":["ISO 5:2001"],"#,
    );
    for rows in [[old.clone(), new.clone()], [new, old]] {
        let house = House::with_rows(&rows).await;
        let old = view(&house, "ISO_5:2001").await.unwrap();
        assert!(old.record.lifecycle.replaced);
        assert_eq!(old.incoming[0].number, "ISO 5:2020");
        assert_eq!(old.editions.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_number_moves_the_record() {
    let wrong = row("ISO 70:2020", "Seventy").replace("data/ISO 70:2020", "data/x");
    let right = row("ISO 71:2020", "Seventy").replace("data/ISO 71:2020", "data/x");
    let house = House::with_rows(&[wrong]).await;
    assert!(view(&house, "ISO_70:2020").await.is_some());
    house.import(&[right]).await;
    assert!(
        view(&house, "ISO_70:2020").await.is_none(),
        "nothing is left under the wrong number"
    );
    assert!(view(&house, "ISO_71:2020").await.is_some());
    assert_eq!(house.app.store.record_count().await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_returns_to_an_older_state_is_read_again() {
    let first = row("ISO 8:2020", "Old title");
    let second = row("ISO 8:2020", "New title");
    let house = House::with_rows(std::slice::from_ref(&first)).await;
    house.import(&[second]).await;
    house.import(&[first]).await;
    let record = view(&house, "ISO_8:2020").await.unwrap().record;
    assert_eq!(record.titles.get("en"), Some("Old title"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_carried_corpus_is_shown_with_its_evidence_and_the_notice() {
    let house = House::furnished().await;
    let rebar = view(&house, "GB_1499.2-2024").await.unwrap();
    assert_eq!(rebar.standing.status, Status::Current);
    assert!(!rebar.record.evidence.is_empty());
    assert!(rebar.notice.unwrap().zh.starts_with("以官方发布为准"));
    assert!(
        view(&house, "EU-305-2011-CPR").await.is_some(),
        "regulations keep the identifier of the corpus"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_real_notifications_become_measures_with_every_member() {
    let Some(shared) = shared() else { return };
    let house = House::empty().await;
    let files = [
        "eping_export_2025-06.jsonl",
        "eping_api_gcc_vehicles_2026.jsonl",
    ];
    let paths: Vec<_> = files
        .iter()
        .map(|name| shared.join("data/tbt").join(name))
        .collect();
    let report = duibiao::jobs::import(&house.app, &paths, &duibiao::jobs::Silent)
        .await
        .unwrap();
    assert_eq!(report.counts().rows, 229 + 30);
    assert_eq!(report.counts().bad, 0);
    let gcc = view(&house, "G~TBT~N~ARE~703").await.unwrap();
    assert_eq!(gcc.record.also.len(), 6);
    assert!(gcc.record.markets.len() >= 7, "{:?}", gcc.record.markets);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_goes_twice_under_one_internal_number_is_forgotten_twice() {
    // SQLite gives the number of a removed last row to the next one, so one number can go more than once.
    let keyed = |number: &str, title: &str, key: &str| {
        row(number, title).replace(&format!("data/{number}"), &format!("data/{key}"))
    };
    let house = House::with_rows(&[keyed("ISO 50:2020", "Remaining", "stays")]).await;
    for (number, key) in [("ISO 60:2020", "first"), ("ISO 61:2020", "second")] {
        house.import(&[keyed(number, "Ephemeral", key)]).await;
        house
            .import(&[keyed("ISO 50:2020", "Remaining", key)])
            .await;
    }
    assert_eq!(house.app.store.record_count().await.unwrap(), 1);
    let request = duibiao::search::SearchRequest::of("ephemeral");
    let answer = house
        .app
        .searcher()
        .await
        .unwrap()
        .search(&request)
        .await
        .unwrap();
    assert_eq!(answer.records, 0, "the index counts what the store has not");
}
