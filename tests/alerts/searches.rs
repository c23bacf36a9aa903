//! Searches kept by whoever has a management link.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request};
use duibiao::alerts::Exported;
use duibiao::alerts::tokens::Purpose;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::town::Town;

const WANG: &str = "wang@example.com";

async fn ask(town: &Town, method: Method, path: &str, body: &Value) -> (u16, Value) {
    let request = Request::builder().method(method).uri(path);
    let request = request.body(Body::from(body.to_string())).unwrap();
    let router = duibiao::server::router(Arc::clone(&town.app));
    let response = router.oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await;
    (
        status,
        serde_json::from_slice(&bytes.unwrap()).unwrap_or(Value::Null),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_is_kept_by_a_link_taken_along_and_erased_with_the_rest() {
    let town = Town::built().await;
    town.subscriber(WANG, "hs:721420", "daily").await;
    let alerts = town.app.alerts().unwrap();
    let subscriber = town.app.store.subscriber(1).await;
    let subscriber = subscriber.unwrap().unwrap();
    let token = alerts.token(&subscriber, Purpose::Manage, subscriber.id);
    let token = token.as_str();
    let path = format!("/api/v1/searches/{token}");
    let wanted = json!({"name": "欧盟轮胎", "query": "轮胎 市场:欧盟"});
    let (status, saved) = ask(&town, Method::POST, &path, &wanted).await;
    assert_eq!((status, &saved["query"]["text"]), (201, &wanted["query"]));
    for (name, query) in [("x", "*"), ("x", "(轮胎"), ("", "轮胎")] {
        let wrong = json!({"name": name, "query": query});
        let (status, answer) = ask(&town, Method::POST, &path, &wrong).await;
        assert_eq!(status, 422, "{query}: {answer}");
    }
    let (_, list) = ask(&town, Method::GET, &path, &Value::Null).await;
    assert_eq!(list.as_array().unwrap().len(), 1);
    let forged = ask(&town, Method::GET, "/api/v1/searches/00ff", &Value::Null).await;
    assert!((400..500).contains(&forged.0), "{forged:?}");
    let (status, refused) = ask(&town, Method::DELETE, &format!("{path}/null"), &Value::Null).await;
    assert_eq!(
        (status, &refused["error"]["code"]),
        (400, &json!("bad_request"))
    );
    let exported: Exported = alerts.export(token).await.unwrap();
    assert_eq!(exported.searches[0].name, "欧盟轮胎");
    let one = format!("{path}/{}", saved["id"]);
    assert_eq!(ask(&town, Method::DELETE, &one, &Value::Null).await.0, 204);
    assert!(ask(&town, Method::DELETE, &one, &Value::Null).await.0 >= 400);
    ask(&town, Method::POST, &path, &wanted).await;
    alerts.erase(token).await.unwrap();
    let owner = duibiao::storage::owner_of(subscriber.id);
    let left = town.app.store.saved_searches_of(&owner).await.unwrap();
    assert!(left.is_empty());
}
