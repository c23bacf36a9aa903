//! What can go wrong with the index.

use std::path::PathBuf;

use crate::storage::StoreError;

/// An error of the index.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// The index directory cannot be used.
    #[error("cannot use the index directory `{path}`: {reason}")]
    Directory {
        /// The directory.
        path: PathBuf,
        /// The operating system's word.
        reason: std::io::Error,
    },
    /// Another program writes the index.
    #[error("another program is writing the index")]
    Locked,
    /// The index could not be opened, written or read.
    #[error("the index refused: {0}")]
    Engine(tantivy::TantivyError),
    /// The work was broken off.
    #[error("the work on the index was broken off: {0}")]
    Broken(String),
    /// The store could not be read while indexing.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl IndexError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Directory { .. } => {
                "make the data directory writable, or choose another with --data-dir"
            }
            Self::Locked => "wait until the other import or reindex has finished, then try again",
            Self::Engine(_) | Self::Broken(_) => {
                "run `duibiao reindex`: the index is rebuilt from the store"
            }
            Self::Store(error) => error.hint(),
        }
    }
}

impl From<tantivy::TantivyError> for IndexError {
    fn from(error: tantivy::TantivyError) -> Self {
        match error {
            tantivy::TantivyError::LockFailure(..) => Self::Locked,
            other => Self::Engine(other),
        }
    }
}
