//! What operators ask: `POST /api/v1/import` and `GET /api/v1/unresolved`.

use std::path::Path;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::bulk::PageParameters;
use super::extract::Query;
use super::{ApiError, Code};
use crate::app::App;
use crate::jobs::{self, ImportReport, Silent};
use crate::storage::UnresolvedNumber;

/// Parameters of an import.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ImportParameters {
    name: String,
}

/// Imports the file that was sent.
pub(super) async fn import(
    State(app): State<Arc<App>>,
    Query(parameters): Query<ImportParameters>,
    bytes: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Result<Json<ImportReport>, ApiError> {
    let bytes = bytes.map_err(|_| ApiError::plain(Code::TooLarge))?;
    let name = file_name(&parameters.name)?;
    if bytes.is_empty() {
        let message = "expected the bytes of a file as body, found nothing";
        return Err(ApiError::new(Code::BadRequest, message));
    }
    let report = jobs::import_bytes(&app, name, &bytes, &Silent).await;
    let mut report = report.map_err(|error| {
        tracing::error!("an import failed: {error:#}");
        ApiError::plain(Code::Internal)
    })?;
    for file in &mut report.files {
        // Where the file lay for a moment is nobody's business.
        file.path = name.into();
    }
    Ok(Json(report))
}

/// Checks the name of a file: its ending tells the format, and it must not lead elsewhere.
fn file_name(name: &str) -> Result<&str, ApiError> {
    let name = if name.is_empty() { "rows.jsonl" } else { name };
    let plain = Path::new(name).file_name().and_then(|last| last.to_str());
    let is_plain = plain == Some(name) && name.len() <= 120 && !name.contains(['\0', '\\']);
    is_plain.then_some(name).ok_or_else(|| {
        let message = format!("parameter `name`: expected the name of a file, found `{name}`");
        ApiError::new(Code::BadRequest, message)
    })
}

/// A page of the ledger.
#[derive(Debug, Serialize)]
pub(super) struct UnresolvedPage {
    numbers: Vec<UnresolvedNumber>,
    next: Option<String>,
}

/// Answers with numbers that were asked for in vain.
pub(super) async fn unresolved(
    State(app): State<Arc<App>>,
    Query(parameters): Query<PageParameters>,
) -> Result<Json<UnresolvedPage>, ApiError> {
    let most = parameters.most()?;
    let offset: u32 = parameters.place(|text| text.parse().ok())?;
    let numbers = app.store.unresolved_from(offset, most).await?;
    let is_full = u32::try_from(numbers.len()).is_ok_and(|length| length == most);
    let next = is_full.then(|| offset.saturating_add(most).to_string());
    Ok(Json(UnresolvedPage { numbers, next }))
}
