//! The interface for programs, as CONTRACTS fixes it.

mod access;
mod metrics;
mod openapi;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::support::{House, ask, post};

async fn get(house: &House, path: &str) -> (StatusCode, Value) {
    ask(house, Request::get(path).body(Body::empty()).unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_answers_in_the_shape_of_the_contract() {
    let house = House::furnished().await;
    let (status, answer) = get(&house, "/api/v1/search?q=%E8%BD%AE%E8%83%8E&limit=3").await;
    assert_eq!(status, StatusCode::OK);
    for name in [
        "total", "took_ms", "hits", "facets", "repairs", "coverage", "next",
    ] {
        assert!(answer.get(name).is_some(), "{name} is missing");
    }
    let hit = &answer["hits"][0];
    for name in [
        "id",
        "kind",
        "number",
        "family",
        "title",
        "status",
        "market",
        "published",
        "score",
        "snippet",
        "matched",
        "editions",
    ] {
        assert!(hit.get(name).is_some(), "{name} is missing in a hit");
    }
    assert!(
        hit["title"]["zh"].as_str().unwrap().contains("轮胎"),
        "{hit}"
    );
    assert!(answer["facets"]["body"][0]["label"]["zh"].is_string());
    assert_eq!(answer["hits"].as_array().unwrap().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn paging_by_cursor_shows_every_family_once() {
    let house = House::furnished().await;
    let mut seen = Vec::new();
    let mut cursor = String::new();
    let total = loop {
        let (_, page) = get(
            &house,
            &format!("/api/v1/search?q=%E9%92%A2&limit=7&cursor={cursor}"),
        )
        .await;
        let families = page["hits"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hit| hit["family"].as_str().unwrap().to_owned());
        seen.extend(families);
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break page["total"].as_u64().unwrap(),
        }
    };
    let all = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!((seen.len(), all as u64), (all, total));
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_repeat_or_take_commas_and_a_wrong_one_is_named() {
    let house = House::furnished().await;
    let (_, repeated) = get(&house, "/api/v1/search?q=&market=EU&market=US").await;
    let (_, listed) = get(&house, "/api/v1/search?q=&market=EU,US").await;
    assert_eq!(repeated["total"], listed["total"]);
    assert!(repeated["total"].as_u64().unwrap() > 0);
    let (status, error) = get(&house, "/api/v1/search?q=&status=purple").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(error["error"]["code"], "bad_request");
    assert!(
        error["error"]["message"]
            .as_str()
            .unwrap()
            .contains("parameter `status`"),
        "{error}"
    );
    let (status, error) = get(&house, "/api/v1/search?q=x&cursor=14.abc").await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::BAD_REQUEST, &json!("bad_cursor"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_resolves_to_200_300_404_or_400() {
    let house = House::furnished().await;
    let (status, one) = get(&house, "/api/v1/numbers/gb1499.2%E2%80%942024").await;
    assert_eq!(
        (status, &one["candidates"][0]["number"]),
        (StatusCode::OK, &json!("GB 1499.2-2024"))
    );
    let (status, _) = get(&house, "/api/v1/numbers/ISO%209999999:2020").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (status, error) = get(&house, "/api/v1/numbers/hello").await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::BAD_REQUEST, &json!("not_a_number"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_in_a_text_are_found_in_code_points_also_on_an_empty_store() {
    let house = House::empty().await;
    let text = "产品应符合GB/T 19001—2016和ISO 9001:2015的要求。";
    let (status, answer) = post(&house, "/api/v1/numbers/resolve", &json!({"text": text})).await;
    assert_eq!(status, StatusCode::OK);
    let items = answer["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[0]["normalized"][0], "GB/T 19001-2016");
    assert_eq!(items[0]["status"], 404);
    let start = usize::try_from(items[0]["start"].as_u64().unwrap()).unwrap();
    let end = usize::try_from(items[0]["end"].as_u64().unwrap()).unwrap();
    let cut: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(cut, "GB/T 19001—2016");

    let many = (0..251)
        .map(|n| format!("ISO {}:2020", 9000 + n))
        .collect::<Vec<_>>()
        .join("；");
    let (status, error) = post(&house, "/api/v1/numbers/resolve", &json!({"text": many})).await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::PAYLOAD_TOO_LARGE, &json!("too_many_numbers"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_comes_with_editions_relations_and_origin() {
    let house = House::furnished().await;
    let (status, record) = get(&house, "/api/v1/records/GB_1499.2-2024").await;
    assert_eq!(status, StatusCode::OK);
    for name in [
        "id",
        "number",
        "standing",
        "editions",
        "outgoing",
        "incoming",
        "limits",
        "provenance",
        "notice",
    ] {
        assert!(record.get(name).is_some(), "{name} is missing");
    }
    let (status, error) = get(&house, "/api/v1/records/nothing").await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::NOT_FOUND, &json!("no_such_record"))
    );
    let (status, _) = get(&house, "/api/v1/elsewhere").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn health_and_readiness_answer() {
    let house = House::furnished().await;
    assert_eq!(get(&house, "/healthz").await.0, StatusCode::OK);
    let (status, ready) = get(&house, "/readyz").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(ready["index"]["revision"], ready["store"]["revision"]);
}
