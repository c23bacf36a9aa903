//! Why a text cannot be had or kept.

use crate::extract::ExtractError;
use crate::storage::StoreError;

/// An error of a text.
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    /// The document cannot be read as text.
    #[error(transparent)]
    Document(#[from] ExtractError),
    /// There is no such record.
    #[error("expected the identifier of a record, found `{0}`")]
    NoRecord(String),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The work was broken off.
    #[error("the reading of the document was broken off: {0}")]
    BrokenOff(String),
}

impl TextsError {
    /// Tells whether whoever asked can mend it.
    pub fn is_askers(&self) -> bool {
        matches!(self, Self::Document(_) | Self::NoRecord(_))
    }

    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Document(error) => error.hint(),
            Self::NoRecord(_) => "search for the record with `duibiao search`",
            Self::Store(error) => error.hint(),
            Self::BrokenOff(_) => "try again",
        }
    }
}
