//! `GET /api/v1/gap` and `GET /api/v1/compare`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::extract::Query;
use super::{ApiError, Code};
use crate::app::App;
use crate::export::{
    ExportError, Report, ReportFormat, comparison_report, gap_report, write_report,
};
use crate::gap::{Comparison, Target};
use crate::model::Language;

/// In which form and language an answer is wanted.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    pub(super) format: Option<String>,
    pub(super) lang: Option<Language>,
}

/// Parameters of a gap report.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GapParameters {
    #[serde(flatten)]
    pub(super) target: Target,
    #[serde(flatten)]
    pub(super) form: Form,
}

/// Answers with a gap report: JSON, or a file where `format` asks for one.
pub(super) async fn report(
    State(app): State<Arc<App>>,
    Query(parameters): Query<GapParameters>,
) -> Result<Response, ApiError> {
    let made = crate::gap::report(&app.store, parameters.target, app.clock.today()).await?;
    let name = format!("gap-{}", made.report.report_id);
    parameters
        .form
        .answer(&made, &name, |language| gap_report(&made, language))
}

/// Parameters of a comparison.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CompareParameters {
    a: Option<String>,
    b: Option<String>,
    as_of: Option<Date>,
    #[serde(flatten)]
    form: Form,
}

/// Answers with two documents side by side.
pub(super) async fn compare(
    State(app): State<Arc<App>>,
    Query(parameters): Query<CompareParameters>,
) -> Result<Response, ApiError> {
    let (Some(a), Some(b)) = (&parameters.a, &parameters.b) else {
        let message = "expected the ids of two records as `a` and `b`";
        return Err(ApiError::new(Code::BadRequest, message));
    };
    let day = parameters.as_of.unwrap_or_else(|| app.clock.today());
    let analyzer = app.analyzer().await?.clone();
    let words = move |text: &str| analyzer.words(text);
    let compared = Comparison::of(&app.store, a, b, day, words).await?;
    parameters.form.answer(&compared, "comparison", |language| {
        comparison_report(&compared, language)
    })
}

impl Form {
    /// Answers with a value as JSON, or with the file its report gives.
    pub(super) fn answer<T: Serialize>(
        &self,
        value: &T,
        name: &str,
        report: impl FnOnce(Language) -> Report,
    ) -> Result<Response, ApiError> {
        self.answer_written(value, name, |language, format| {
            write_report(&report(language), value, format)
        })
    }

    /// Answers with a value as JSON, or with the file that is written in the format and language asked for.
    pub(super) fn answer_written<T: Serialize>(
        &self,
        value: &T,
        name: &str,
        write: impl FnOnce(Language, ReportFormat) -> Result<Vec<u8>, ExportError>,
    ) -> Result<Response, ApiError> {
        let Some(word) = self.format.as_deref().filter(|word| *word != "json") else {
            return Ok(Json(value).into_response());
        };
        let format: ReportFormat = word.parse().map_err(|reason| {
            ApiError::new(Code::BadRequest, format!("parameter `format`: {reason}"))
        })?;
        let bytes = write(self.lang.unwrap_or_default(), format)?;
        let file = format!("attachment; filename=\"{name}.{}\"", format.extension());
        let head = [
            (CONTENT_TYPE, format.media_type().to_owned()),
            (CONTENT_DISPOSITION, file),
        ];
        Ok((head, bytes).into_response())
    }
}
