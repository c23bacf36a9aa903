//! What can be wrong with a file or with one of its rows.
//!
//! A bad file ends the reading of that file; a bad row is reported, counted, and does not stop the rest.

use std::path::PathBuf;

use crate::workbook::WorkbookError;

/// A file that cannot be read as a source of rows.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The path does not exist or may not be read.
    #[error("cannot read `{path}`: {reason}")]
    Unreadable {
        /// The path as given.
        path: PathBuf,
        /// The operating system's word.
        reason: std::io::Error,
    },
    /// The path is a directory.
    #[error("`{path}` is a directory, expected a file of records")]
    Directory {
        /// The path as given.
        path: PathBuf,
    },
    /// The bytes are neither text nor a compression that is known.
    #[error(
        "`{path}` is not text: byte {at} is {byte:#04x}; expected JSON lines, plain, .gz or .zst"
    )]
    Binary {
        /// The path as given.
        path: PathBuf,
        /// Offset of the first byte that no text holds.
        at: usize,
        /// That byte.
        byte: u8,
    },
    /// The compressed stream ends early or is damaged.
    #[error("`{path}` breaks off after line {lines}: {reason}")]
    Truncated {
        /// The path as given.
        path: PathBuf,
        /// Whole lines read before the damage.
        lines: u64,
        /// The decoder's word.
        reason: std::io::Error,
    },
    /// A table that cannot be read as a list of standards.
    #[error("`{path}` is no table of standards: {reason}")]
    Table {
        /// The path as given.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A spreadsheet that cannot be read.
    #[error("`{path}`: {reason}")]
    Spreadsheet {
        /// The path as given.
        path: PathBuf,
        /// What is wrong with it.
        reason: WorkbookError,
    },
    /// A table whose columns belong to no known source.
    #[error("`{path}`: expected the columns of a known source, found {headers}")]
    UnknownTable {
        /// The path as given.
        path: PathBuf,
        /// The headers found, cut.
        headers: String,
    },
    /// A line is longer than any record can be.
    #[error("`{path}` line {line} is longer than {limit} bytes")]
    LongLine {
        /// The path as given.
        path: PathBuf,
        /// The line, counted from one.
        line: u64,
        /// The limit that was passed.
        limit: usize,
    },
}

impl FileError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "check the name and that you may read it",
            Self::Directory { .. } => {
                "name the files inside it, for example with a trailing `/*.zst`"
            }
            Self::Binary { .. } => "export the data as JSON lines or CSV and import that",
            Self::Truncated { .. } => {
                "copy the file again and repeat the import: what was read is kept and will not be doubled"
            }
            Self::Table { .. } => {
                "name the columns in one row, for example 标准号, 标准名称, 发布日期, 实施日期, 状态"
            }
            Self::Spreadsheet { .. } => "save it again as .xlsx, or export it as CSV or JSON lines",
            Self::UnknownTable { .. } => {
                "an ePing export has at least Notifying Member, Document symbol and Distribution date"
            }
            Self::LongLine { .. } => "write one record a line",
        }
    }
}

/// A row that cannot be read as a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("field `{field}`: {reason}")]
pub struct RowError {
    /// The field at fault, by the name it has in the row; `row` for the row as a whole.
    pub field: String,
    /// What was expected and what was found.
    pub reason: String,
}

impl RowError {
    /// Says what is wrong with one field.
    pub fn new(field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            reason: reason.into(),
        }
    }

    /// Says that a field that must be there is missing or empty.
    pub fn missing(field: &str) -> Self {
        Self::new(field, "missing or empty")
    }
}
