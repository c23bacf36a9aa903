//! Lists on their way out: one table, written as CSV, XLSX or JSON lines.

mod csv;
mod hits;
mod jsonl;
mod table;
mod xlsx;

pub use csv::write_csv;
pub use hits::{hits_table, items_table};
pub use jsonl::write_jsonl;
pub use table::Table;
pub use xlsx::write_xlsx;

/// An error of writing a list.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The list cannot be written where it should go.
    #[error("cannot write the list: {0}")]
    Write(#[from] std::io::Error),
    /// The spreadsheet cannot be made.
    #[error("cannot make the spreadsheet: {0}")]
    Spreadsheet(#[from] rust_xlsxwriter::XlsxError),
    /// The list is no JSON.
    #[error("cannot write the list as JSON: {0}")]
    Json(#[from] serde_json::Error),
}
