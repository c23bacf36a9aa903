//! The way out.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::notice::NoticePage;
use crate::alerts::tokens::Purpose;
use crate::app::App;
use crate::web::error::WebError;
use crate::web::faults::fault;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::words::Words;

/// Answers `/{language}/unsubscribe/{token}` with the button.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    alerts
        .bearer(&token, Purpose::Unsubscribe)
        .await
        .map_err(|error| reader.fail(error))?;
    let words = &Words::of(reader.language).alerts;
    let notice = NoticePage::saying(&reader, words.stop_title, &[words.stop_lead]);
    Ok(page(StatusCode::OK, &notice.asking(words.stop)))
}

/// Stops letters.
pub(in crate::web) async fn submit(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let alerts = app.alerts().map_err(|error| reader.fail(error))?;
    let subscriber = alerts
        .unsubscribe(&token)
        .await
        .map_err(|error| reader.fail(error))?;
    let words = &Words::of(reader.language).alerts;
    let notice = NoticePage::saying(&reader, words.stopped_title, &[words.stopped]);
    Ok(page(
        StatusCode::OK,
        &notice.leading_home(&reader, alerts, &subscriber),
    ))
}

/// Answers the post of a mail program to `/u/{token}` (RFC 8058): no page, no redirect, no cookie.
pub(in crate::web) async fn one_click(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
) -> Response {
    let done = match app.alerts() {
        Ok(alerts) => alerts.unsubscribe(&token).await.map(drop),
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => StatusCode::OK.into_response(),
        Err(error) if fault(&error).is_some() => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!("a subscriber cannot be unsubscribed: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
