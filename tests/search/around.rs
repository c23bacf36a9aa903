//! What surrounds a record.

use duibiao::model::RelationKind;
use duibiao::search::RecordView;

use crate::support::{House, row, row_with};

#[tokio::test(flavor = "multi_thread")]
async fn similar_records_share_words_and_classes_and_are_of_another_family() {
    let ics = r#""ics":["83.160.10"],"#;
    let house = House::with_rows(&[
        row_with(
            "ISO 4000-1:2015",
            "Passenger car tyres and rims - Part 1: Tyres",
            ics,
        ),
        row_with(
            "ISO 4000-1:2021",
            "Passenger car tyres and rims - Part 1: Tyres",
            ics,
        ),
        row_with(
            "ISO 4209-1:2001",
            "Truck and bus tyres and rims - Part 1: Tyres",
            ics,
        ),
        row("ISO 5775-1:2014", "Bicycle tyres and rims"),
        row("ISO 9001:2015", "Quality management systems"),
    ])
    .await;
    let searcher = house.app.searcher().await.unwrap();
    let today = house.app.clock.today();
    let hits = searcher
        .similar("ISO_4000-1:2021", 10, today)
        .await
        .unwrap()
        .unwrap();
    let numbers: Vec<&str> = hits.iter().map(|hit| hit.number.as_str()).collect();
    assert_eq!(numbers, ["ISO 4209-1:2001", "ISO 5775-1:2014"]);
    assert!(
        searcher
            .similar("ISO_1:1", 10, today)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undated_reference_points_at_every_edition() {
    let adopts = r#""adopts":[{"number":"ISO 9001","degree":"IDT"}],"#;
    let house = House::with_rows(&[
        row("ISO 9001:2015", "Quality management systems"),
        row_with("JIS Q 9001:2015", "Quality management systems", adopts),
    ])
    .await;
    let today = house.app.clock.today();
    let view = RecordView::of(&house.app.store, "ISO_9001:2015", today)
        .await
        .unwrap()
        .unwrap();
    let adopted: Vec<&str> = view
        .incoming
        .iter()
        .filter(|edge| edge.kind == RelationKind::Adopts)
        .map(|edge| edge.number.as_str())
        .collect();
    assert_eq!(adopted, ["JIS Q 9001:2015"]);
}
