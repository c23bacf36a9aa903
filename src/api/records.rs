//! `GET /api/v1/records/{id}` and `GET /api/v1/records/{id}/similar`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::extract::{Path, Query};
use super::{ApiError, Code};
use crate::app::App;
use crate::model::PartialDate;
use crate::search::{Hit, RecordView};

/// Parameters of a record.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Parameters {
    as_of: Option<PartialDate>,
}

/// Answers with a record and what surrounds it.
pub(super) async fn record(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Query(parameters): Query<Parameters>,
) -> Result<Json<RecordView>, ApiError> {
    let day = parameters
        .as_of
        .map_or_else(|| app.clock.today(), PartialDate::latest);
    let view = RecordView::of(&app.store, &id, day).await?;
    view.map(Json)
        .ok_or_else(|| ApiError::new(Code::NoSuchRecord, format!("there is no record `{id}`")))
}

/// How many are wanted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SimilarParameters {
    limit: Option<String>,
    as_of: Option<PartialDate>,
}

/// Records like another one.
#[derive(Debug, Serialize)]
pub(super) struct Similar {
    hits: Vec<Hit>,
}

/// Records when nothing is said.
const USUAL: usize = 10;

/// Answers with the records most like one.
pub(super) async fn similar(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Query(parameters): Query<SimilarParameters>,
) -> Result<Json<Similar>, ApiError> {
    let day = parameters
        .as_of
        .map_or_else(|| app.clock.today(), PartialDate::latest);
    let limit = parameters.limit.and_then(|digits| digits.parse().ok());
    let searcher = app.searcher().await?;
    let hits = searcher.similar(&id, limit.unwrap_or(USUAL), day).await?;
    hits.map(|hits| Json(Similar { hits }))
        .ok_or_else(|| ApiError::new(Code::NoSuchRecord, format!("there is no record `{id}`")))
}
