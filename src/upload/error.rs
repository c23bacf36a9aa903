//! Why a form cannot be read.

use axum::extract::multipart::MultipartError;
use axum::http::StatusCode;

/// An error of a form.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// It is larger than is accepted.
    #[error("expected at most {limit} bytes, found more")]
    TooLarge {
        /// The bytes accepted.
        limit: usize,
    },
    /// Its parts cannot be told apart.
    #[error("expected the parts of a form: {0}")]
    Broken(String),
}

impl From<MultipartError> for UploadError {
    /// A body over the limit breaks off in the middle of a part.
    fn from(reason: MultipartError) -> Self {
        if reason.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return Self::TooLarge {
                limit: super::LARGEST,
            };
        }
        Self::Broken(reason.to_string())
    }
}
