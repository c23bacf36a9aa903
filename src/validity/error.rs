//! Why a check cannot be made.

use super::MOST_NUMBERS;
use crate::storage::StoreError;

/// An error of a check.
#[derive(Debug, thiserror::Error)]
pub enum ValidityError {
    /// There are more numbers than one check takes.
    #[error("expected at most {MOST_NUMBERS} different numbers, found {0}")]
    TooMany(usize),
    /// The reading of the text was broken off.
    #[error("the reading of the text was broken off: {0}")]
    BrokenOff(#[from] tokio::task::JoinError),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ValidityError {
    /// Tells whether whoever asked can mend it.
    pub fn is_askers(&self) -> bool {
        matches!(self, Self::TooMany(_))
    }

    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::TooMany(_) => "divide the document",
            Self::BrokenOff(_) => "try again",
            Self::Store(error) => error.hint(),
        }
    }
}
