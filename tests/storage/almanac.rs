use duibiao::storage::{AheadQuery, Occasion};

use crate::support::{House, row_with};

fn asked() -> AheadQuery {
    AheadQuery {
        from: "2026-11-25".parse().unwrap(),
        until: "2027-11-25".parse().unwrap(),
        market: None,
        product: None,
        occasion: None,
        most: 100,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_almanac_follows_what_sources_say() {
    let row = |day: &str| {
        let more = format!(r#""published":"2020-01-01","withdrawn":"{day}","#);
        row_with("ISO 1:2020", "Reference temperature", &more)
    };
    let house = House::with_rows(&[row("2027-02-01")]).await;
    let ahead = house.app.store.ahead(&asked()).await.unwrap();
    let days: Vec<_> = ahead
        .iter()
        .map(|one| {
            (
                one.day.as_str(),
                one.occasion,
                one.record.record.number.as_str(),
            )
        })
        .collect();
    assert_eq!(days, [("2027-02-01", Occasion::Ends, "ISO 1:2020")]);

    house.import(&[row("2027-03-01")]).await;
    let ahead = house.app.store.ahead(&asked()).await.unwrap();
    assert_eq!(ahead.len(), 1, "the day has moved, it has not doubled");
    assert_eq!(ahead[0].day, "2027-03-01");
    assert_eq!(house.app.store.follow_almanac().await.unwrap(), 0);

    let elsewhere = AheadQuery {
        market: Some("EU".to_owned()),
        ..asked()
    };
    assert!(house.app.store.ahead(&elsewhere).await.unwrap().is_empty());
}
