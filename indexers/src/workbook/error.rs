//! What can be wrong with a spreadsheet.

/// A spreadsheet that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookError {
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    /// The bytes are no spreadsheet.
    #[error("expected an .xlsx spreadsheet, found something else: {0}")]
    NotASpreadsheet(String),
    /// The file, unpacked, is larger than any real one.
    #[error("unpacks to {found} bytes, expected at most {limit}")]
    TooLarge {
        /// Bytes it unpacks to.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// No sheet has anything in it.
    #[error("no sheet holds a row")]
    Empty,
    /// No row looks like a row of headers.
    #[error("sheet `{sheet}` has no row of headers among its first {rows} rows")]
    NoHeaders {
        /// The sheet.
        sheet: String,
        /// Rows looked at.
        rows: u32,
    },
    /// A row is wider than any real one.
    #[error("row {row} has a cell in column {column}, expected at most {limit} columns")]
    TooWide {
        /// The row, from one.
        row: u64,
        /// The column, from one.
        column: u32,
        /// The limit.
        limit: u32,
    },
    /// The sheet is damaged further down.
    #[error("the sheet is damaged behind row {row}: {reason}")]
    Damaged {
        /// The last whole row, from one.
        row: u64,
        /// The reader's word.
        reason: String,
    },
}
