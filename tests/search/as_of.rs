//! What was in force on another day.

use duibiao::model::Status;
use duibiao::search::{Filters, RecordView, SearchRequest, SearchResponse};
use jiff::civil::Date;

use crate::support::{House, row_with};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Three editions of which only the last has a successor nobody names, and an amendment to the newest.
async fn house() -> House {
    let rows = [
        ("ISO 9001:2000", "2000-12-15", "95.99"),
        ("ISO 9001:2008", "2008-11-15", "95.99"),
        ("ISO 9001:2015", "2015-09-15", "60.60"),
        ("ISO 9001:2015/Amd 1:2024", "2024-02-22", "60.60"),
    ];
    let rows = rows.map(|(number, published, stage)| {
        let more = format!(r#""published":"{published}","status":"{stage}","#);
        row_with(number, "Quality management systems - Requirements", &more)
    });
    House::with_rows(&rows).await
}

async fn asked(house: &House, as_of: Option<&str>, status: &[Status]) -> SearchResponse {
    let request = SearchRequest {
        as_of: as_of.map(day),
        filters: Filters {
            status: status.to_vec(),
            ..Filters::default()
        },
        ..SearchRequest::of("quality management")
    };
    let searcher = house.app.searcher().await.unwrap();
    searcher.search(&request).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_edition_of_the_day_stands_for_its_family_and_is_counted_as_in_force() {
    let house = house().await;
    for (as_of, number) in [
        ("2001-01-01", "ISO 9001:2000"),
        ("2010-06-30", "ISO 9001:2008"),
        ("2015-09-14", "ISO 9001:2008"),
        ("2015-09-15", "ISO 9001:2015"),
        ("2026-01-01", "ISO 9001:2015"),
    ] {
        let answer = asked(&house, Some(as_of), &[Status::Current]).await;
        let hit = &answer.hits[0];
        assert_eq!(
            (hit.number.as_str(), hit.status),
            (number, Status::Current),
            "{as_of}"
        );
        let statuses = &answer.facets["status"];
        assert_eq!(statuses.len(), 1, "{as_of}: {statuses:?}");
    }
    assert_eq!(asked(&house, Some("1999-01-01"), &[]).await.total, 0);
    let today = asked(&house, None, &[Status::Current]).await;
    assert_eq!(today.hits[0].number, "ISO 9001:2015");
}

#[tokio::test(flavor = "multi_thread")]
async fn facets_count_the_statuses_of_the_day() {
    let house = house().await;
    let answer = asked(&house, Some("2010-06-30"), &[]).await;
    let count = |status: Status| {
        let values = answer.facets["status"].iter();
        values
            .filter(|one| one.value == status.code())
            .map(|one| one.count)
            .sum::<u64>()
    };
    assert_eq!(answer.records, 2);
    assert_eq!(count(Status::Current), 1);
    assert_eq!(count(Status::Withdrawn) + count(Status::Superseded), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dated_number_means_its_edition_and_an_undated_one_what_was_in_force_with_amendments() {
    let house = house().await;
    let applies = async |number: &str, as_of: &str| {
        let item = house.app.resolver.alone(number, day(as_of)).await.unwrap();
        let applies = item.applies.unwrap();
        let amendments = applies.amendments.into_iter().map(|one| one.number);
        (applies.edition.number, amendments.collect::<Vec<_>>())
    };
    let (edition, amendments) = applies("ISO 9001", "2010-06-30").await;
    assert_eq!((edition.as_str(), amendments.len()), ("ISO 9001:2008", 0));
    let (edition, amendments) = applies("ISO 9001:2008", "2020-01-01").await;
    assert_eq!((edition.as_str(), amendments.len()), ("ISO 9001:2008", 0));
    let (edition, amendments) = applies("iso9001", "2026-11-25").await;
    assert_eq!(edition, "ISO 9001:2015");
    assert_eq!(amendments, ["ISO 9001:2015/Amd 1:2024"]);
    let (_, amendments) = applies("ISO 9001", "2024-01-01").await;
    assert!(amendments.is_empty(), "not yet published: {amendments:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_shows_the_statuses_of_the_day() {
    let house = house().await;
    let view = RecordView::of(&house.app.store, "ISO_9001:2008", day("2010-06-30"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.standing.status, Status::Current);
    let status = |number: &str| {
        let editions = view.editions.iter();
        editions
            .filter(|one| one.number == number)
            .map(|one| one.status)
            .next()
    };
    assert_eq!(status("ISO 9001:2015"), Some(Status::Upcoming));
    assert_eq!(status("ISO 9001:2000"), Some(Status::Withdrawn));
}
