//! `GET /healthz` and `GET /readyz`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::{ApiError, Code};
use crate::app::App;
use crate::index::fingerprint;

/// The process is up.
pub(super) async fn healthz() -> Json<Value> {
    Json(json!({"status": "up"}))
}

/// Store and index answer.
pub(super) async fn readyz(State(app): State<Arc<App>>) -> Result<Json<Value>, ApiError> {
    let revision = app.store.revision().await?;
    let Some(index) = app.generations().current() else {
        return Err(ApiError::plain(Code::NotReady));
    };
    Ok(Json(json!({
        "status": "ready",
        "store": {"revision": revision},
        "index": {
            "generation": index.name(),
            "revision": index.revision()?,
            "documents": index.reader().searcher().num_docs(),
            "fingerprint": fingerprint(),
        },
    })))
}
