//! `GET /api/v1/records/{id}`.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;

use super::extract::Query;
use super::{ApiError, Code};
use crate::app::App;
use crate::model::PartialDate;
use crate::search::RecordView;

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
