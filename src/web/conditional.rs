//! Pages that are not sent twice (RFC 9110 §13.1.2).
//!
//! A page is what stands in it: its tag is the hash of its HTML, so nothing that decides about a page (records, the day, the
//! language, a new program) can be forgotten. That costs the server the rendering, which is a few milliseconds, and saves the
//! reader the page. Tags are weak, because the same page is sent compressed in several ways.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::api::Tag;

/// A page is never larger.
const LARGEST: usize = 16 << 20;

/// Gives pages a tag, and answers 304 to whoever has the page already.
pub(super) async fn conditional(request: Request, next: Next) -> Response {
    let asked = request.headers().clone();
    let asks = matches!(*request.method(), Method::GET | Method::HEAD);
    let response = next.run(request).await;
    if !asks || response.status() != StatusCode::OK || !is_page(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(html) = to_bytes(body, LARGEST).await else {
        tracing::error!("a page is larger than {LARGEST} bytes");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let tag = Tag::of(&[&html]);
    let (name, value) = tag.header();
    if let Ok(value) = HeaderValue::from_str(&value) {
        parts.headers.insert(name, value);
    }
    if tag.is_known(&asked) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(html))
}

fn is_page(headers: &HeaderMap) -> bool {
    let media = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    !headers.contains_key(ETAG) && media.is_some_and(|media| media.starts_with("text/html"))
}
