//! `GET /api/v1/openapi.json`.

use std::sync::LazyLock;

use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::document;
use crate::api::conditional::{Tag, not_modified};

/// The document as it is sent, written once.
static WRITTEN: LazyLock<(Vec<u8>, Tag)> = LazyLock::new(|| {
    // A document of our own making has nothing that JSON cannot hold.
    let bytes = serde_json::to_vec(document()).unwrap_or_default();
    let tag = Tag::of(&[&bytes]);
    (bytes, tag)
});

/// Answers with the description of the interface.
pub(in crate::api) async fn openapi(headers: HeaderMap) -> Response {
    let (bytes, tag) = &*WRITTEN;
    if tag.is_known(&headers) {
        return not_modified(tag);
    }
    let head = [
        (CONTENT_TYPE, "application/json".to_owned()),
        (CACHE_CONTROL, "no-cache".to_owned()),
        tag.header(),
    ];
    (head, bytes.clone()).into_response()
}
