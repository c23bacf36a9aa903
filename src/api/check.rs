//! `POST /api/v1/check`: 查新 of a text or of a file.

use std::sync::Arc;

use axum::extract::{FromRequest, Request, State};
use axum::response::Response;
use serde::Deserialize;

use super::extract::Body;
use super::gap::Form;
use super::{ApiError, Code};
use crate::app::App;
use crate::export::write_validity;
use crate::model::PartialDate;
use crate::texts;
use crate::upload::{HandedFile, Upload};

/// What is to be checked: a text in a JSON body, or a text or file among the parts of a form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CheckRequest {
    text: String,
    as_of: Option<PartialDate>,
    #[serde(flatten)]
    form: Form,
    #[serde(skip)]
    file: Option<HandedFile>,
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
        Some(file) => texts::document(&file.name, file.bytes).await?.text,
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
        if !Upload::is_in(&request) {
            let Body(body) = Body::<Self>::from_request(request, &()).await?;
            return Ok(body);
        }
        let upload = Upload::read(request).await?;
        let given = |name: &str| Some(upload.value(name)).filter(|value| !value.is_empty());
        let as_of = given("as_of").map(str::parse).transpose();
        let lang = given("lang").map(|code| serde_json::from_value(code.into()));
        Ok(Self {
            text: upload.value("text").to_owned(),
            as_of: as_of.map_err(|reason| {
                ApiError::new(Code::BadRequest, format!("parameter `as_of`: {reason}"))
            })?,
            form: Form {
                format: given("format").map(str::to_owned),
                lang: lang.and_then(Result::ok),
            },
            file: upload.file,
        })
    }
}
