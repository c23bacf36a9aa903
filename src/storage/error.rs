//! What can go wrong with the store, each with what to do next.

use std::path::PathBuf;

use super::dialect;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The data directory cannot be made or read.
    #[error("cannot use the data directory `{path}`: {reason}")]
    Directory {
        /// The directory.
        path: PathBuf,
        /// The operating system's word.
        reason: std::io::Error,
    },
    /// Another program holds the store.
    #[error("the store is locked by another program")]
    Locked,
    /// No room is left.
    #[error("the disk is full")]
    DiskFull,
    /// The file is no store, or is damaged.
    #[error("`{path}` is not a store of this program, or is damaged")]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of the program wrote the store.
    #[error("the store has schema {found}, this program knows schemas up to {known}")]
    NewerSchema {
        /// The version found.
        found: i64,
        /// The newest version known.
        known: i64,
    },
    /// A stored record cannot be read back.
    #[error("record {id} cannot be read back: {reason}")]
    Unreadable {
        /// The record's internal number.
        id: i64,
        /// What the decoder says.
        reason: String,
    },
    /// Any other word of the database.
    #[error("the database refused: {0}")]
    Database(sqlx::Error),
    /// The migration of the schema failed.
    #[error("the schema cannot be brought up to date: {0}")]
    Migration(sqlx::migrate::MigrateError),
}

impl StoreError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Directory { .. } => "choose another with --data-dir, or make it writable",
            Self::Locked => "stop the other import or wait until it has finished, then try again",
            Self::DiskFull => "free some space and repeat the command: what was committed is kept",
            Self::Damaged { .. } => "restore a backup, or name another directory with --data-dir",
            Self::NewerSchema { .. } => {
                "use the newer program, or name another directory with --data-dir"
            }
            Self::Unreadable { .. } => "run `duibiao doctor`",
            Self::Database(_) | Self::Migration(_) => {
                "run `duibiao doctor`; the log has the details"
            }
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match dialect::trouble(&error) {
            Some(dialect::Trouble::Locked) => Self::Locked,
            Some(dialect::Trouble::DiskFull) => Self::DiskFull,
            None => Self::Database(error),
        }
    }
}
