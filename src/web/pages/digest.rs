//! One digest as it was made.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::alerts::digest::DigestView;
use crate::app::App;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;

/// A digest.
#[derive(Debug, Template)]
#[template(path = "digest.html")]
pub(in crate::web) struct DigestPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) view: DigestView,
    pub(in crate::web) made: String,
}

/// Answers `/{language}/digests/{token}`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    let digest = alerts
        .digest(&token)
        .await
        .map_err(|error| reader.fail(error))?;
    let view = DigestView::of(&digest, alerts.site(), reader.language);
    Ok(page(StatusCode::OK, &DigestPage::of(&reader, view)))
}

impl DigestPage {
    /// Makes the page of a digest.
    pub(in crate::web) fn of(reader: &Reader, view: DigestView) -> Self {
        let frame = Frame::new(reader, &view.subject)
            .within(Section::Subscribe)
            .unlisted();
        Self {
            made: (frame.words.alerts.made)(&view.made),
            view,
            frame,
        }
    }
}
