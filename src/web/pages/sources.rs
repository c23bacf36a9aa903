//! The sources, how fresh they are, and how collecting goes.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;

use crate::app::App;
use crate::search::Coverage;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::views::{CoverageView, SourceHealth};
use crate::web::words::Words;

/// The sources.
#[derive(Debug, Template)]
#[template(path = "sources.html")]
pub(in crate::web) struct SourcesPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) coverage: CoverageView,
    pub(in crate::web) health: Vec<SourceHealth>,
}

/// Answers `/{language}/sources`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let searcher = reader.searcher(&app).await?;
    let coverage = searcher
        .health(reader.language)
        .await
        .map_err(|error| reader.fail(error))?;
    let view = SourcesPage::of(&reader, &coverage, app.clock.now());
    Ok(page(StatusCode::OK, &view))
}

impl SourcesPage {
    /// Makes the page of a coverage as it looks at an instant.
    pub(in crate::web) fn of(reader: &Reader, coverage: &Coverage, now: Timestamp) -> Self {
        let frame = Frame::new(reader, Words::of(reader.language).about.sources);
        Self {
            coverage: CoverageView::of(coverage, &frame),
            health: coverage
                .sources
                .iter()
                .filter_map(|source| SourceHealth::of(source, &frame, now))
                .collect(),
            frame,
        }
    }
}
