//! From the form to the letter and out again.

use jiff::SignedDuration;

use super::town::{Town, decoded, notification};

const WANG: &str = "wang@example.com";

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_is_told_once_at_its_slot_with_the_reason() {
    let town = Town::built().await;
    town.subscriber(WANG, "hs:721420", "daily").await;
    town.subscriber(WANG, "query:reinforcing bar", "daily")
        .await;
    town.subscriber("li@example.com", "hs:95", "daily").await;
    town.import(&[notification(
        "G/TBT/N/EU/1088",
        "Reinforcing bars of steel",
        "7214",
    )])
    .await;
    assert_eq!(
        town.gather().await,
        0,
        "it is not due before the next morning"
    );
    town.clock.forward(SignedDuration::from_hours(24));
    assert_eq!(town.gather().await, 1);
    assert_eq!(town.gather().await, 0, "it is told once");
    assert_eq!(town.dispatch().await.sent, 1);

    let letters = town.digests_to(WANG);
    assert_eq!(letters.len(), 1, "one digest for both subscriptions");
    assert!(town.digests_to("li@example.com").is_empty());
    let text = decoded(&letters[0].message);
    assert_eq!(
        text.matches("G/TBT/N/EU/1088  ").count(),
        1,
        "an item comes once:\n{text}"
    );
    assert!(text.contains("HS 721420（通报为 7214）"), "{text}");
    assert!(text.contains("reinforcing bar"), "{text}");
    assert!(
        text.contains("评议截止 2026-12-01（Europe/Brussels"),
        "{text}"
    );
    assert_eq!(town.dispatch().await.sent, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_addendum_reaches_those_who_watch_the_code_of_its_parent() {
    let town = Town::built().await;
    town.import(&[notification(
        "G/TBT/N/EU/1088",
        "Reinforcing bars of steel",
        "721420",
    )])
    .await;
    town.app.alerts().unwrap().watch().await.unwrap();
    town.subscriber(WANG, "hs:721420", "at_once").await;
    let addendum = notification("G/TBT/N/EU/1088/Add.1", "Addendum", "")
        .replace(r#""hs_codes":[""]"#, r#""hs_codes":[]"#)
        .replace("Regular notification", "Addendum to Regular Notification");
    town.import(&[addendum]).await;
    assert_eq!(town.gather().await, 1);
    town.dispatch().await;
    let text = decoded(&town.digests_to(WANG)[0].message);
    assert!(text.contains("G/TBT/N/EU/1088/Add.1"), "{text}");
    assert!(text.contains("见于同族 G/TBT/N/EU/1088"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_without_agreement_and_an_address_is_not_pestered() {
    let town = Town::built().await;
    let alerts = town.app.alerts().unwrap();
    let enrolment = duibiao::alerts::Enrolment {
        name: "钢筋".to_owned(),
        interest: duibiao::alerts::subscription::Interest::read(["hs:7214"], [], []).unwrap(),
        schedule: duibiao::alerts::subscription::Schedule {
            rate: "at_once".parse().unwrap(),
            ..Default::default()
        },
    };
    let wang = WANG.parse().unwrap();
    let ask = || alerts.enrol(&wang, duibiao::model::Language::Zh, &enrolment);
    for _ in 0..3 {
        ask().await.unwrap();
        town.clock.forward(SignedDuration::from_secs(60));
    }
    assert!(ask().await.is_err(), "three questions a day are enough");
    town.import(&[notification("G/TBT/N/EU/1088", "Reinforcing bars", "7214")])
        .await;
    assert_eq!(town.gather().await, 0);
    town.dispatch().await;
    assert_eq!(town.letters_to(WANG).len(), 3);
    assert!(town.digests_to(WANG).is_empty());
    town.clock.forward(SignedDuration::from_hours(24 * 8));
    alerts.tidy().await.unwrap();
    assert_eq!(
        alerts.store().find_subscriber(WANG).await.unwrap(),
        None,
        "an address nobody confirmed is forgotten"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_leaves_nothing_behind() {
    let town = Town::built().await;
    town.subscriber(WANG, "hs:7214", "at_once").await;
    town.import(&[notification("G/TBT/N/EU/1088", "Reinforcing bars", "7214")])
        .await;
    town.gather().await;
    let alerts = town.app.alerts().unwrap();
    let subscriber = alerts.store().find_subscriber(WANG).await.unwrap().unwrap();
    let token = alerts.token(
        &subscriber,
        duibiao::alerts::tokens::Purpose::Manage,
        subscriber.id,
    );
    let exported = serde_json::json!(alerts.export(token.as_str()).await.unwrap());
    assert_eq!(exported["address"], WANG);
    assert_eq!(exported["digests"].as_array().unwrap().len(), 1);
    alerts.erase(token.as_str()).await.unwrap();
    assert!(alerts.account(token.as_str()).await.is_err());
    assert_eq!(
        town.dispatch().await.sent,
        0,
        "letters that waited are gone"
    );
    assert_eq!(alerts.store().outbox(10).await.unwrap(), []);
}
