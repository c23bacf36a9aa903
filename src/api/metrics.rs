//! `GET /metrics`: what a Prometheus server reads.
//!
//! Requests are labelled by the route's pattern, never by the address asked for: a query is nobody's business, and the
//! number of series stays that of the routes.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use super::ApiError;
use crate::app::App;
use crate::storage::LetterState;

/// The name under which every request that no route took is counted.
const UNROUTED: &str = "unrouted";

/// The measure of how long answers take.
const SECONDS: &str = "duibiao_request_seconds";

/// The upper bounds of its buckets: close together around what a search (25 ms) and a dossier (60 ms) may take.
///
/// Quantiles computed here were turned down: they cannot be added up over routes or processes, buckets can.
const BUCKETS: [f64; 14] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.04, 0.06, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0,
];

/// How often samples that nobody has read are gathered into their buckets, so that they do not pile up.
const BETWEEN_UPKEEPS: Duration = Duration::from_secs(5);

/// Returns the handle of the process's one recorder, installing it the first time.
fn handle() -> &'static PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE.get_or_init(|| {
        let builder = PrometheusBuilder::new();
        let bucketed = builder.set_buckets_for_metric(Matcher::Full(SECONDS.to_owned()), &BUCKETS);
        // Only an empty list of bounds is refused.
        let recorder = bucketed.unwrap_or_default().build_recorder();
        let handle = recorder.handle();
        if let Err(error) = metrics::set_global_recorder(recorder) {
            tracing::warn!("measures are not kept: {error}");
        }
        describe();
        handle
    })
}

/// Says what each measure is; readers show it beside the name.
fn describe() {
    metrics::describe_counter!("duibiao_requests_total", "requests answered");
    metrics::describe_histogram!(SECONDS, "time until an answer began, in seconds");
    metrics::describe_gauge!("duibiao_store_revision", "last revision of the store");
    metrics::describe_gauge!("duibiao_records", "records held");
    metrics::describe_gauge!("duibiao_index_revision", "revision the index has seen");
    metrics::describe_gauge!("duibiao_index_documents", "documents in the index");
    metrics::describe_gauge!(
        "duibiao_index_generation",
        "one, labelled with the generation"
    );
    metrics::describe_gauge!("duibiao_index_bytes", "room the index takes on disk");
    metrics::describe_gauge!("duibiao_letters", "letters of the outbox by state");
    metrics::describe_gauge!(
        "duibiao_source_read_timestamp_seconds",
        "when a source was last read, in seconds since 1970"
    );
    metrics::describe_gauge!("duibiao_source_rows", "rows held of a source");
    metrics::describe_gauge!(
        "duibiao_crawl_complete_timestamp_seconds",
        "when a run over a source was last complete, in seconds since 1970"
    );
    metrics::describe_gauge!(
        "duibiao_crawl_drift",
        "signs in the last run that pages have changed their shape"
    );
}

/// Gathers samples for as long as the server lives.
pub async fn keep_measures() {
    let mut ticks = tokio::time::interval(BETWEEN_UPKEEPS);
    loop {
        ticks.tick().await;
        handle().run_upkeep();
    }
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
    metrics::histogram!(SECONDS, &labels).record(started.elapsed());
    response
}

/// Everything measured so far, and the state of store, index, outbox and sources now.
pub(super) async fn exposition(State(app): State<Arc<App>>) -> Result<Response, ApiError> {
    let handle = handle();
    measure_store(&app).await?;
    measure_sources(&app).await?;
    handle.run_upkeep();
    let kind = [(
        header::CONTENT_TYPE,
        "text/plain; version=0.0.4; charset=utf-8",
    )];
    Ok((kind, handle.render()).into_response())
}

/// A count as a gauge wants it.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; revisions and counts are far below 2^53"
)]
fn float(count: u64) -> f64 {
    count as f64
}

/// An instant as a gauge wants it; nothing where the text is none.
#[expect(
    clippy::cast_precision_loss,
    reason = "seconds since 1970 are far below 2^53"
)]
fn seconds(instant: &str) -> Option<f64> {
    let instant: Timestamp = instant.parse().ok()?;
    Some(instant.as_second() as f64)
}

async fn measure_store(app: &App) -> Result<(), ApiError> {
    let revision = app.store.revision().await?;
    metrics::gauge!("duibiao_store_revision").set(float(revision.unsigned_abs()));
    metrics::gauge!("duibiao_records").set(float(app.store.record_count().await?));
    if let Some(index) = app.generations().current() {
        metrics::gauge!("duibiao_index_revision").set(float(index.revision()?.unsigned_abs()));
        metrics::gauge!("duibiao_index_documents").set(float(index.reader().searcher().num_docs()));
        metrics::gauge!("duibiao_index_bytes").set(float(app.generations().size()));
        one_generation(index.name());
    }
    let letters = app.store.count_outbox().await?;
    for state in LetterState::ALL {
        let count = letters.iter().find(|(found, _)| *found == state);
        let count = count.map_or(0, |(_, count)| *count);
        metrics::gauge!("duibiao_letters", "state" => state.code()).set(float(count));
    }
    Ok(())
}

/// Marks the generation that answers, and takes the mark from the one before.
fn one_generation(name: &str) {
    static LAST: std::sync::Mutex<String> = std::sync::Mutex::new(String::new());
    let mut last = LAST
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    if *last != name && !last.is_empty() {
        metrics::gauge!("duibiao_index_generation", "name" => last.clone()).set(0.0);
    }
    name.clone_into(&mut last);
    metrics::gauge!("duibiao_index_generation", "name" => name.to_owned()).set(1.0);
}

async fn measure_sources(app: &App) -> Result<(), ApiError> {
    for source in app.store.freshness().await? {
        let labels = [("source", source.id)];
        metrics::gauge!("duibiao_source_rows", &labels).set(float(source.records));
        if let Some(read) = seconds(&source.fresh_at) {
            metrics::gauge!("duibiao_source_read_timestamp_seconds", &labels).set(read);
        }
    }
    for (source, health) in app.store.crawl_health().await? {
        let labels = [("source", source)];
        let drift = u64::try_from(health.drift.len()).unwrap_or(u64::MAX);
        metrics::gauge!("duibiao_crawl_drift", &labels).set(float(drift));
        if let Some(complete) = health.last_complete.as_deref().and_then(seconds) {
            metrics::gauge!("duibiao_crawl_complete_timestamp_seconds", &labels).set(complete);
        }
    }
    Ok(())
}
