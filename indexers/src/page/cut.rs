//! In how many pieces a page is handed over.

/// How the answer to a request is handed to its source.
///
/// A catalogue of 80,000 lines read at once is half a gigabyte of records; in pieces it is never more than a few thousand.
/// The pieces are one page of their list: their keys are taken together, and their total is that of any of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cut {
    /// As one page.
    #[default]
    Whole,
    /// In pieces of whole lines, each read like a page of its own; for JSON lines.
    Lines,
    /// In pieces of whole rows of CSV, each behind the header row; a row may hold line ends between quotes (RFC 4180).
    Table,
}
