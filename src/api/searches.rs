//! `/api/v1/searches…`: the saved searches of whoever has a management link.
//!
//! Who has no link needs none: a search is its own permanent address, and its feed stands beside it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;

use super::ApiError;
use super::extract::{Body, Path};
use crate::app::App;
use crate::search::saved::SavedSearch;

/// A search to be kept.
#[derive(Debug, Deserialize)]
pub(super) struct SaveRequest {
    name: String,
    query: String,
}

/// `GET /searches/{token}`: every search that is kept, by name.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
) -> Result<Json<Vec<SavedSearch>>, ApiError> {
    Ok(Json(app.alerts()?.saved_searches(&token).await?))
}

/// `POST /searches/{token}`: keeps one; the answer says how the query is read.
pub(super) async fn save(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Body(request): Body<SaveRequest>,
) -> Result<(StatusCode, Json<SavedSearch>), ApiError> {
    let alerts = app.alerts()?;
    let saved = alerts
        .save_search(&token, &request.name, &request.query)
        .await?;
    Ok((StatusCode::CREATED, Json(saved)))
}

/// `DELETE /searches/{token}/{id}`: forgets one.
pub(super) async fn forget(
    State(app): State<Arc<App>>,
    Path((token, id)): Path<(String, i64)>,
) -> Result<StatusCode, ApiError> {
    app.alerts()?.forget_search(&token, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
