//! A view on its way to the browser.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// Renders a view as a page.
///
/// Pages may be kept by the browser but are asked for again each time, because days pass and sources are read. A template
/// that fails (which needs memory to run out) is answered with the status alone: an error page is a template too.
pub(super) fn page(status: StatusCode, view: &impl Template) -> Response {
    match view.render() {
        Ok(html) => {
            let head = [
                (CONTENT_TYPE, "text/html; charset=utf-8"),
                (CACHE_CONTROL, "private, no-cache"),
            ];
            (status, head, html).into_response()
        }
        Err(error) => {
            tracing::error!("a page cannot be rendered: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
