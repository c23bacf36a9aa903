//! `GET /api/v1/numbers/{number}` and `POST /api/v1/numbers/resolve`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::extract::{Body, Path, Query};
use super::{ApiError, Code};
use crate::app::App;
use crate::model::PartialDate;
use crate::search::ResolvedItem;

/// Parameters of a number.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Parameters {
    as_of: Option<PartialDate>,
}

/// Resolves one number: 200 one record, 300 several, 404 with near misses, 400 when it is no number.
pub(super) async fn number(
    State(app): State<Arc<App>>,
    Path(text): Path<String>,
    Query(parameters): Query<Parameters>,
) -> Result<Response, ApiError> {
    let day = parameters
        .as_of
        .map_or_else(|| app.clock.today(), PartialDate::latest);
    let item = app.resolver.alone(&text, day).await?;
    match item.status {
        200 => Ok((StatusCode::OK, Json(item)).into_response()),
        300 => Ok((StatusCode::MULTIPLE_CHOICES, Json(item)).into_response()),
        404 => {
            let message = format!(
                "`{}` is not in the store",
                item.normalized.first().unwrap_or(&item.text)
            );
            Err(ApiError::new(Code::NoSuchNumber, message)
                .with("candidates", json!(item.candidates)))
        }
        _ => Err(ApiError::new(
            Code::NotANumber,
            format!("`{}` is no standard number", item.text),
        )),
    }
}

/// A text with numbers.
#[derive(Debug, Deserialize)]
pub(super) struct ResolveRequest {
    text: String,
    as_of: Option<PartialDate>,
}

/// What its numbers were resolved to.
#[derive(Debug, Serialize)]
pub(super) struct ResolveResponse {
    items: Vec<ResolvedItem>,
}

/// Finds and resolves the numbers in a text.
pub(super) async fn resolve(
    State(app): State<Arc<App>>,
    Body(request): Body<ResolveRequest>,
) -> Result<Json<ResolveResponse>, ApiError> {
    let day = request
        .as_of
        .map_or_else(|| app.clock.today(), PartialDate::latest);
    Ok(Json(ResolveResponse {
        items: app.resolver.text(&request.text, day).await?,
    }))
}
