//! `GET /api/v1/records/{id}/citation`.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::extract::{Path, Query};
use super::{ApiError, Code};
use crate::app::App;
use crate::export::{CitationStyle, cite};

/// Parameters of a citation.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Parameters {
    format: Option<String>,
}

/// Answers with the reference of a record, in the form `format` names or `Accept` prefers; GB/T 7714 where neither does.
pub(super) async fn citation(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Query(parameters): Query<Parameters>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok());
    let style = match parameters.format {
        Some(word) => word.parse().map_err(|reason| {
            ApiError::new(Code::BadRequest, format!("parameter `format`: {reason}"))
        })?,
        None => accepted
            .and_then(CitationStyle::accepted)
            .unwrap_or(CitationStyle::Gb7714),
    };
    let stored = app.store.record(&id).await?;
    let record = stored
        .ok_or_else(|| ApiError::new(Code::NoSuchRecord, format!("there is no record `{id}`")))?
        .record;
    let text = cite(&record, style, app.clock.today());
    let head = [(CONTENT_TYPE, style.media_type()), (VARY, "accept")];
    Ok((head, text).into_response())
}
