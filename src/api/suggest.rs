//! `GET /api/v1/suggest`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::ApiError;
use super::extract::Query;
use crate::app::App;

/// What was typed so far.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Parameters {
    q: String,
    limit: Option<String>,
}

/// Suggestions when nothing is said, and how long a browser may keep them, in seconds.
const USUAL: usize = 10;
const KEPT: &str = "private, max-age=60";

/// Suggests what begins like the text.
pub(super) async fn suggest(
    State(app): State<Arc<App>>,
    Query(parameters): Query<Parameters>,
) -> Result<Response, ApiError> {
    let limit = parameters.limit.and_then(|digits| digits.parse().ok());
    let answer = app.suggester.suggest(&parameters.q, limit.unwrap_or(USUAL));
    // What is said before the list is there must not be kept.
    let kept = if answer.ready { KEPT } else { "no-store" };
    Ok(([(CACHE_CONTROL, kept)], Json(answer)).into_response())
}
