//! Links: scanners that open all of them, and those who forge them.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use duibiao::alerts::tokens::Purpose;
use duibiao::storage::SubscriberState;
use jiff::SignedDuration;
use tower::ServiceExt;

use super::town::{Town, links_of, notification};

const WANG: &str = "wang@example.com";

async fn ask(town: &Town, method: &str, path: &str, body: &str) -> (StatusCode, String) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .unwrap();
    let router = duibiao::server::router(std::sync::Arc::clone(&town.app));
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 24)
        .await
        .unwrap();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

/// Everything the store knows of a subscriber, to see whether it changed.
async fn everything(town: &Town) -> String {
    let store = town.app.alerts().unwrap().store();
    let subscriber = store.find_subscriber(WANG).await.unwrap().unwrap();
    let subscriptions = store.subscriptions_of(subscriber.id).await.unwrap();
    let letters = store.outbox(100).await.unwrap();
    format!(
        "{:?} {} {:?} {subscriptions:?} {letters:?}",
        subscriber, subscriber.epoch, subscriber.consent_at
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_every_link_of_every_letter_changes_nothing() {
    let town = Town::built().await;
    let form = "hs=7214&address=wang%40example.com&action=subscribe&rate=at_once";
    let (status, page) = ask(&town, "POST", "/zh/subscribe", form).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    town.dispatch().await;
    let before = everything(&town).await;
    let question = town.letters_to(WANG).pop().unwrap();
    for link in links_of(&question) {
        let (status, _) = ask(
            &town,
            "GET",
            link.strip_prefix("https://duibiao.example").unwrap(),
            "",
        )
        .await;
        assert_eq!(status, StatusCode::OK, "{link}");
    }
    assert_eq!(
        everything(&town).await,
        before,
        "a question that was only opened is not answered"
    );

    let confirm = links_of(&question)
        .into_iter()
        .find(|link| link.contains("/confirm/"))
        .unwrap();
    let confirm = confirm
        .strip_prefix("https://duibiao.example")
        .unwrap()
        .to_owned();
    let (status, page) = ask(&town, "POST", &confirm, "").await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let (status, _) = ask(&town, "POST", &confirm, "").await;
    assert_eq!(status, StatusCode::GONE, "a question is answered once");

    town.import(&[notification("G/TBT/N/EU/1088", "Reinforcing bars", "7214")])
        .await;
    town.gather().await;
    town.dispatch().await;
    let before = everything(&town).await;
    let digest = town.digests_to(WANG).pop().unwrap();
    let one_click = digest.header("List-Unsubscribe").unwrap();
    let one_click = one_click.trim_matches(['<', '>']).to_owned();
    let mut links = links_of(&digest);
    links.push(one_click.clone());
    assert!(links.len() >= 5, "{links:?}");
    for link in &links {
        let path = link.strip_prefix("https://duibiao.example").unwrap();
        let (status, _) = ask(&town, "GET", path, "").await;
        assert_eq!(status, StatusCode::OK, "{link}");
    }
    assert_eq!(
        everything(&town).await,
        before,
        "a letter whose links are all opened changes nothing"
    );

    let path = one_click.strip_prefix("https://duibiao.example").unwrap();
    let (status, body) = ask(&town, "POST", path, "List-Unsubscribe=One-Click").await;
    assert_eq!(
        (status, body.as_str()),
        (StatusCode::OK, ""),
        "one click, no page, no redirect"
    );
    let subscriber = town
        .app
        .alerts()
        .unwrap()
        .store()
        .find_subscriber(WANG)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(subscriber.state, SubscriberState::Stopped);
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_stale_and_revoked_links_are_worth_nothing() {
    let town = Town::built().await;
    town.subscriber(WANG, "hs:7214", "daily").await;
    let alerts = town.app.alerts().unwrap();
    let subscriber = alerts.store().find_subscriber(WANG).await.unwrap().unwrap();
    let manage = alerts.token(&subscriber, Purpose::Manage, subscriber.id);
    let path = format!("/zh/subscriptions/{}", manage.as_str());
    assert_eq!(ask(&town, "GET", &path, "").await.0, StatusCode::OK);
    let forged = path.replace(
        &path[path.len() - 1..],
        if path.ends_with('0') { "1" } else { "0" },
    );
    let elsewhere = format!("/zh/unsubscribe/{}", manage.as_str());
    for wrong in [
        forged.as_str(),
        elsewhere.as_str(),
        "/zh/subscriptions/x",
        "/zh/confirm/00",
    ] {
        assert_eq!(
            ask(&town, "GET", wrong, "").await.0,
            StatusCode::NOT_FOUND,
            "{wrong}"
        );
        assert_eq!(
            ask(&town, "POST", wrong, "action=erase").await.0,
            StatusCode::NOT_FOUND,
            "{wrong}"
        );
    }
    ask(&town, "POST", &path, "action=renew").await;
    assert_eq!(
        ask(&town, "GET", &path, "").await.0,
        StatusCode::GONE,
        "links of before are worthless"
    );
    assert!(
        alerts
            .store()
            .find_subscriber(WANG)
            .await
            .unwrap()
            .is_some()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_is_three_days_old_is_not_answered() {
    let town = Town::built().await;
    ask(
        &town,
        "POST",
        "/zh/subscribe",
        "hs=7214&address=wang%40example.com&action=subscribe",
    )
    .await;
    town.dispatch().await;
    let question = town.letters_to(WANG).pop().unwrap();
    let confirm = links_of(&question)
        .into_iter()
        .find(|link| link.contains("/confirm/"))
        .unwrap();
    town.clock.forward(SignedDuration::from_hours(73));
    let path = confirm.strip_prefix("https://duibiao.example").unwrap();
    assert_eq!(ask(&town, "POST", path, "").await.0, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_cannot_be_used_is_kept_and_explained() {
    let town = Town::built().await;
    let (status, page) = ask(
        &town,
        "POST",
        "/zh/subscribe",
        "hs=abc&name=%3Cb%3E&action=subscribe",
    )
    .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("HS 编码应为 2 到 12 位数字"), "{page}");
    assert!(
        page.contains("value=\"abc\"") && page.contains("&#60;b&#62;"),
        "{page}"
    );
    let (status, page) = ask(
        &town,
        "POST",
        "/zh/subscribe",
        "action=subscribe&address=a%40b.cd",
    )
    .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("什么都不选会收到所有事件"), "{page}");
    town.import(&[notification("G/TBT/N/EU/1088", "Reinforcing bars", "7214")])
        .await;
    let (status, page) = ask(&town, "POST", "/en/subscribe", "hs=7214&action=preview").await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("1 of ") && page.contains("G/TBT/N/EU/1088"),
        "{page}"
    );
}
