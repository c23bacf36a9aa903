//! The sources and how fresh they are.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::search::Coverage;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::views::CoverageView;
use crate::web::words::Words;

/// The sources.
#[derive(Debug, Template)]
#[template(path = "sources.html")]
pub(in crate::web) struct SourcesPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) coverage: CoverageView,
}

/// Answers `/{language}/sources`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let searcher = reader.searcher(&app).await?;
    let coverage = searcher
        .coverage(reader.language)
        .await
        .map_err(|error| reader.fail(error))?;
    Ok(page(StatusCode::OK, &SourcesPage::of(&reader, &coverage)))
}

impl SourcesPage {
    /// Makes the page of a coverage.
    pub(in crate::web) fn of(reader: &Reader, coverage: &Coverage) -> Self {
        let frame =
            Frame::new(reader, Words::of(reader.language).about.sources).within(Section::Sources);
        Self {
            coverage: CoverageView::of(coverage, &frame),
            frame,
        }
    }
}
