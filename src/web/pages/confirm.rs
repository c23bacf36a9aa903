//! Confirming an address.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::notice::NoticePage;
use crate::app::App;
use crate::web::error::WebError;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::words::Words;

/// Answers `/{language}/confirm/{token}` with the button: gateways open every link of a letter.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    alerts
        .asked(&token)
        .await
        .map_err(|error| reader.fail(error))?;
    let words = &Words::of(reader.language).alerts;
    let notice = NoticePage::saying(&reader, words.confirm_title, &[words.confirm_lead]);
    Ok(page(StatusCode::OK, &notice.asking(words.confirm)))
}

/// Takes the confirmation.
pub(in crate::web) async fn submit(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    let subscriber = alerts
        .confirm(&token)
        .await
        .map_err(|error| reader.fail(error))?;
    let words = &Words::of(reader.language).alerts;
    let notice = NoticePage::saying(&reader, words.confirmed_title, &[words.confirmed]);
    Ok(page(
        StatusCode::OK,
        &notice.leading_home(&reader, alerts, &subscriber),
    ))
}
