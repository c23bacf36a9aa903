//! `GET /api/v1/search` and `GET /api/v1/sources`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;

use super::ApiError;
use super::extract::Query;
use crate::app::App;
use crate::model::Language;
use crate::search::{Coverage, SearchParameters, SearchResponse};

/// Answers a search.
pub(super) async fn search(
    State(app): State<Arc<App>>,
    Query(parameters): Query<SearchParameters>,
) -> Result<Json<SearchResponse>, ApiError> {
    let request = parameters.into_request(Language::Zh)?;
    Ok(Json(app.searcher().await?.search(&request).await?))
}

/// Says what is covered, how fresh it is, and how its crawling goes.
pub(super) async fn sources(State(app): State<Arc<App>>) -> Result<Json<Coverage>, ApiError> {
    Ok(Json(app.searcher().await?.health(Language::Zh).await?))
}
