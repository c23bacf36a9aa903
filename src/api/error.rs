//! Errors as they leave the interface.

use axum::Json;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::Code;
use crate::alerts::AlertsError;
use crate::export::ExportError;
use crate::extract::ExtractError;
use crate::gap::GapError;
use crate::index::IndexError;
use crate::keys::KeyError;
use crate::search::{ParameterError, ResolveError, SearchError};
use crate::storage::StoreError;
use crate::texts::TextsError;
use crate::upload::UploadError;
use crate::validity::ValidityError;

/// An error on its way out.
///
/// What the caller did wrong is said in the message; what failed inside is logged, once, and not told.
#[derive(Debug)]
pub struct ApiError {
    code: Code,
    message: String,
    more: Option<(&'static str, Value)>,
}

impl ApiError {
    /// Makes an error with a message of its own.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            more: None,
        }
    }

    /// Makes an error whose message is the code's meaning.
    pub fn plain(code: Code) -> Self {
        Self::new(code, code.row().3)
    }

    /// Adds a value beside the error.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.more = Some((name, value));
        self
    }

    fn internal(error: &dyn std::error::Error) -> Self {
        tracing::error!("a request failed: {error}");
        Self::plain(Code::Internal)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (_, word, status, _, hint) = *self.code.row();
        let mut body = json!({"error": {"code": word, "message": self.message, "hint": hint}});
        if let Some((name, value)) = self.more {
            body[name] = value;
        }
        (status, Json(body)).into_response()
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        Self::internal(&error)
    }
}

impl From<GapError> for ApiError {
    fn from(error: GapError) -> Self {
        match error {
            GapError::Store(error) => error.into(),
            GapError::Stopped(_) => Self::internal(&error),
            GapError::NoDocument(_) => Self::new(Code::NoSuchRecord, error.to_string()),
            GapError::TooMany { .. } => Self::new(Code::TooLarge, error.to_string()),
            other => Self::new(Code::BadRequest, other.to_string()),
        }
    }
}

impl From<ExportError> for ApiError {
    fn from(error: ExportError) -> Self {
        Self::internal(&error)
    }
}

impl From<IndexError> for ApiError {
    fn from(error: IndexError) -> Self {
        Self::internal(&error)
    }
}

impl From<SearchError> for ApiError {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Cursor => Self::plain(Code::BadCursor),
            other => Self::internal(&other),
        }
    }
}

impl From<AlertsError> for ApiError {
    fn from(error: AlertsError) -> Self {
        let code = match &error {
            AlertsError::Token(_) | AlertsError::Spent | AlertsError::Gone => Code::BadLink,
            AlertsError::TooManyQuestions(_) => Code::TooManyQuestions,
            other if other.is_askers() => Code::BadSubscription,
            other => return Self::internal(other),
        };
        Self::new(code, error.to_string())
    }
}

impl From<ParameterError> for ApiError {
    fn from(error: ParameterError) -> Self {
        Self::new(Code::BadRequest, error.to_string())
    }
}

impl From<TextsError> for ApiError {
    fn from(error: TextsError) -> Self {
        match error {
            TextsError::Document(
                ExtractError::FileTooLarge { .. } | ExtractError::TooMuch { .. },
            ) => Self::new(Code::TooLarge, error.to_string()),
            TextsError::Document(_) => Self::new(Code::BadDocument, error.to_string()),
            TextsError::NoRecord(_) => Self::new(Code::NoSuchRecord, error.to_string()),
            TextsError::Store(_) | TextsError::BrokenOff(_) => Self::internal(&error),
        }
    }
}

impl From<UploadError> for ApiError {
    fn from(error: UploadError) -> Self {
        match error {
            UploadError::TooLarge { .. } => Self::new(Code::TooLarge, error.to_string()),
            UploadError::Broken(_) => Self::new(Code::BadRequest, error.to_string()),
        }
    }
}

impl From<ValidityError> for ApiError {
    fn from(error: ValidityError) -> Self {
        match error {
            ValidityError::TooMany(_) => Self::new(Code::TooManyNumbers, error.to_string()),
            ValidityError::BrokenOff(_) => Self::internal(&error),
            ValidityError::Store(error) => error.into(),
        }
    }
}

impl From<ResolveError> for ApiError {
    fn from(error: ResolveError) -> Self {
        match error {
            ResolveError::TooMany(_) => Self::new(Code::TooManyNumbers, error.to_string()),
            ResolveError::Store(error) => error.into(),
        }
    }
}

impl From<KeyError> for ApiError {
    fn from(error: KeyError) -> Self {
        Self::internal(&error)
    }
}

/// Answers methods that an address does not have; `Allow` is added by the router.
pub(super) async fn bad_method() -> ApiError {
    ApiError::plain(Code::BadMethod)
}

/// Answers addresses under `/api` that name nothing.
pub(super) async fn no_such_address() -> ApiError {
    ApiError::plain(Code::NoSuchAddress)
}
