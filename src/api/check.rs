//! `POST /api/v1/check`: 查新 of a text or of a file.

use std::sync::Arc;

use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use serde::Deserialize;

use super::extract::Body;
use super::gap::Form;
use super::{ApiError, Code};
use crate::app::App;
use crate::export::write_validity;
use crate::model::PartialDate;
use crate::texts;

/// The largest body of a check: a document of some hundred pages.
pub(super) const LARGEST: usize = 8 << 20;

/// What is to be checked: a text in a JSON body, or a text or file among the parts of a form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CheckRequest {
    text: String,
    as_of: Option<PartialDate>,
    #[serde(flatten)]
    form: Form,
    /// The name and bytes of a file.
    #[serde(skip)]
    file: Option<(String, Vec<u8>)>,
}

/// Checks every number of a text or file: rows with status, replacements, amendments, adoptions, rule.
pub(super) async fn check(
    State(app): State<Arc<App>>,
    request: Request,
) -> Result<Response, ApiError> {
    let request = CheckRequest::read(request).await?;
    let today = app.clock.today();
    let day = request.as_of.map_or(today, PartialDate::latest);
    let text = match request.file {
        Some((name, bytes)) => texts::document(&name, bytes).await?.text,
        None => request.text,
    };
    let checked = app.checker.check(&text, day, today).await?;
    let name = format!("check-{day}");
    request
        .form
        .answer_written(&checked, &name, |language, format| {
            write_validity(&checked, language, format)
        })
}

impl CheckRequest {
    async fn read(request: Request) -> Result<Self, ApiError> {
        let kind = request.headers().get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("multipart/form-data") {
            let Body(body) = Body::<Self>::from_request(request, &()).await?;
            return Ok(body);
        }
        let refused = |reason: &dyn std::error::Error| {
            ApiError::new(
                Code::BadRequest,
                format!("expected the parts of a form: {reason}"),
            )
        };
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|reason| refused(&reason))?;
        let mut read = Self::default();
        loop {
            let part = parts
                .next_field()
                .await
                .map_err(|reason| too_large_or(&reason, &refused))?;
            let Some(part) = part else {
                return Ok(read);
            };
            let name = part.name().unwrap_or_default().to_owned();
            if name == "file" {
                let file = part.file_name().unwrap_or_default().to_owned();
                let bytes = part
                    .bytes()
                    .await
                    .map_err(|reason| too_large_or(&reason, &refused))?;
                if !bytes.is_empty() {
                    read.file = Some((file, bytes.to_vec()));
                }
                continue;
            }
            let value = part
                .text()
                .await
                .map_err(|reason| too_large_or(&reason, &refused))?;
            match name.as_str() {
                "text" => read.text = value,
                "as_of" if !value.is_empty() => {
                    let date = value.parse().map_err(|reason| {
                        ApiError::new(Code::BadRequest, format!("parameter `as_of`: {reason}"))
                    })?;
                    read.as_of = Some(date);
                }
                "format" => read.form.format = Some(value),
                "lang" => read.form.lang = serde_json::from_value(value.into()).ok(),
                _ => {}
            }
        }
    }
}

/// A body over the limit breaks off in the middle of a part.
fn too_large_or(
    reason: &axum::extract::multipart::MultipartError,
    refused: &impl Fn(&dyn std::error::Error) -> ApiError,
) -> ApiError {
    if reason.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return ApiError::plain(Code::TooLarge);
    }
    refused(reason)
}
