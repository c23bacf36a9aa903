//! What a Prometheus server reads.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use tower::ServiceExt;

use crate::support::House;

/// Returns the text of `/metrics`.
async fn measures(house: &House) -> String {
    let router = duibiao::server::router(Arc::clone(&house.app));
    let request = Request::get("/metrics").body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await;
    String::from_utf8(bytes.unwrap().to_vec()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_counted_under_the_pattern_of_its_route() {
    let house = House::empty().await;
    super::get(&house, "/api/v1/records/a-private-matter").await;
    let text = measures(&house).await;
    let line = text.lines().find(|line| {
        line.starts_with("duibiao_requests_total{")
            && line.contains(r#"route="/api/v1/records/{id}""#)
            && line.contains(r#"status="404""#)
    });
    assert!(line.is_some(), "{text}");
    assert!(!text.contains("a-private-matter"), "{text}");
    assert!(text.contains("duibiao_store_revision "), "{text}");
    assert!(text.contains("duibiao_request_seconds"), "{text}");
}
