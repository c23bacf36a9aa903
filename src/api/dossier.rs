//! `GET /api/v1/dossier` and `GET /api/v1/heatmap`.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;

use super::ApiError;
use super::extract::Query;
use super::gap::{Form, GapParameters};
use crate::app::App;
use crate::dossier::{Dossier, Heatmap};
use crate::export::{dossier_report, heatmap_report};

/// Answers with everything about a product in a market.
pub(super) async fn dossier(
    State(app): State<Arc<App>>,
    Query(parameters): Query<GapParameters>,
) -> Result<Response, ApiError> {
    let GapParameters { target, form } = parameters;
    let searcher = app.searcher().await.ok();
    let today = app.clock.today();
    let dossier = Dossier::gather(&app.store, searcher, target, today).await?;
    form.answer(&dossier, "dossier", |language| {
        dossier_report(&dossier, language)
    })
}

/// Parameters of the map.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct MapParameters {
    as_of: Option<Date>,
    #[serde(flatten)]
    form: Form,
}

/// Answers with every product against every market.
pub(super) async fn heatmap(
    State(app): State<Arc<App>>,
    Query(parameters): Query<MapParameters>,
) -> Result<Response, ApiError> {
    let day = parameters.as_of.unwrap_or_else(|| app.clock.today());
    let map = Heatmap::gather(&app.store, day).await?;
    parameters
        .form
        .answer(&map, "heatmap", |language| heatmap_report(&map, language))
}
