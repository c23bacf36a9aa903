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
    assert!(text.contains("duibiao_request_seconds_bucket{"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_state_of_store_index_and_sources_is_measured() {
    let house = House::furnished().await;
    let text = measures(&house).await;
    let value = |name: &str| -> f64 {
        let line = text.lines().find(|line| {
            line.starts_with(&format!("{name} ")) || line.starts_with(&format!("{name}{{"))
        });
        let line = line.unwrap_or_else(|| panic!("no `{name}` in {text}"));
        line.rsplit(' ').next().unwrap().parse().unwrap()
    };
    assert!(value("duibiao_records") > 0.0);
    assert!(value("duibiao_index_documents") > 0.0);
    assert!(value("duibiao_index_bytes") > 0.0);
    assert!(value("duibiao_index_generation") > 0.0);
    assert!(value("duibiao_source_rows") > 0.0);
    assert!(value("duibiao_source_read_timestamp_seconds") > 1.0e9);
    assert!(
        text.contains(r#"duibiao_letters{state="queued"} 0"#),
        "{text}"
    );
}
