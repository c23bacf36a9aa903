//! What can go wrong with a backup, each with what to do next.

use std::path::PathBuf;

use crate::storage::StoreError;

/// An error of making or restoring a backup.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// A file cannot be read or written.
    #[error("cannot use `{path}`: {reason}")]
    File {
        /// The file.
        path: PathBuf,
        /// The operating system's word.
        reason: std::io::Error,
    },
    /// The file to be written is there already.
    #[error("`{path}` is there already")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The data directory holds a store already.
    #[error("`{path}` holds a store already")]
    Occupied {
        /// The data directory.
        path: PathBuf,
    },
    /// The file is no backup, or is damaged.
    #[error("`{path}` is not a whole backup: expected {expected}, found {found}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What should be there.
        expected: String,
        /// What is there.
        found: String,
    },
    /// A newer program made the backup.
    #[error("the backup has format {found}, this program reads formats up to {known}")]
    Newer {
        /// The format of the file.
        found: u32,
        /// The newest that is known.
        known: u32,
    },
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The work was broken off.
    #[error("the work was broken off: {0}")]
    Broken(String),
}

impl BackupError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::File { .. } => {
                "check that the folder is there, may be written, and has room for the whole store"
            }
            Self::Exists { .. } => "name another file: a backup is never written over another one",
            Self::Occupied { .. } => {
                "stop the server, then repeat with --replace: the store that is there is kept beside the restored one"
            }
            Self::Damaged { .. } => {
                "copy the file again from where it was made, or take an earlier backup"
            }
            Self::Newer { .. } => "restore it with the newer program",
            Self::Store(error) => error.hint(),
            Self::Broken(_) => "try again; the log has the details",
        }
    }
}
