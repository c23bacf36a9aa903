//! `POST /api/v1/indicators/{extract,compare}` and `POST /api/v1/compare/{align,text}`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::State;

use super::extract::Body;
use super::{ApiError, Code};
use crate::app::App;
use crate::compare::request::{Request, RequestError};

/// How long a comparison looks for the finest answer; a third of what the server gives a request.
const FINEST_WITHIN: Duration = Duration::from_secs(10);

/// Answers a question of comparison, off the threads that serve.
pub(super) async fn answer<Q: Request>(
    State(app): State<Arc<App>>,
    Body(question): Body<Q>,
) -> Result<Json<Q::Response>, ApiError> {
    let deadline = Instant::now() + FINEST_WITHIN;
    let analyzer = app.analyzer().await?.clone();
    let work = move || question.answer(&|text| analyzer.words(text), Some(deadline));
    let answered = tokio::task::spawn_blocking(work).await;
    match answered {
        Ok(answer) => Ok(Json(answer?)),
        Err(stopped) => {
            tracing::error!("a comparison stopped: {stopped}");
            Err(ApiError::plain(Code::Internal))
        }
    }
}

impl From<RequestError> for ApiError {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::TooManyClauses { .. } => Self::new(Code::TooLarge, error.to_string()),
        }
    }
}
