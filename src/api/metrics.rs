//! `GET /metrics`: what a Prometheus server reads.
//!
//! Requests are labelled by the route's pattern, never by the address asked for: a query is nobody's business, and the
//! number of series stays that of the routes.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::ApiError;
use crate::app::App;

/// The name under which every request that no route took is counted.
const UNROUTED: &str = "unrouted";

/// Returns the handle of the process's one recorder, installing it the first time.
fn handle() -> &'static PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE.get_or_init(|| {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        if let Err(error) = metrics::set_global_recorder(recorder) {
            tracing::warn!("measures are not kept: {error}");
        }
        handle
    })
}

/// Counts a request and how long its answer took, by method, route and status.
pub async fn measure(request: Request, next: Next) -> Response {
    handle();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| UNROUTED.to_owned(), |path| path.as_str().to_owned());
    // A method is free text in HTTP; only the known ones may become a series.
    let method = match request.method().as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "other",
    };
    let started = Instant::now();
    let response = next.run(request).await;
    let labels = [
        ("method", method.to_owned()),
        ("route", route),
        ("status", response.status().as_u16().to_string()),
    ];
    metrics::counter!("duibiao_requests_total", &labels).increment(1);
    metrics::histogram!("duibiao_request_seconds", &labels).record(started.elapsed());
    response
}

/// Everything measured so far, and how far the index is behind the store.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; revisions and counts are far below 2^53"
)]
pub(super) async fn exposition(State(app): State<Arc<App>>) -> Result<Response, ApiError> {
    let handle = handle();
    metrics::gauge!("duibiao_store_revision").set(app.store.revision().await? as f64);
    if let Some(index) = app.generations().current() {
        metrics::gauge!("duibiao_index_revision").set(index.revision()? as f64);
        metrics::gauge!("duibiao_index_documents").set(index.reader().searcher().num_docs() as f64);
    }
    // Upkeep here rather than on a timer: samples gather only between two readings.
    handle.run_upkeep();
    let kind = [(
        header::CONTENT_TYPE,
        "text/plain; version=0.0.4; charset=utf-8",
    )];
    Ok((kind, handle.render()).into_response())
}
