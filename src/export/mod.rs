//! What leaves the program as a file: lists, reports, citations.
//!
//! A list is one [`Table`], written as CSV, XLSX or JSON lines. A report is a [`Report`] of headings, paragraphs and tables,
//! made once from its data and language and written in every [`ReportFormat`], so that the formats cannot drift apart. A
//! record is cited in one of the [`CitationStyle`]s.

mod citation;
mod csv;
mod hits;
mod jsonl;
mod records;
mod report;
mod table;
mod xlsx;

pub use citation::{CitationStyle, cite};
pub use csv::write_csv;
pub use hits::{hits_table, items_table};
pub use jsonl::write_jsonl;
pub use records::records_table;
pub use report::{
    Block, Report, ReportFormat, clause_counts, comparison_facts, comparison_report,
    dossier_report, fate_words, gap_report, heatmap_report, rule_words, validity_facts,
    validity_report, write_report, write_validity,
};
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
    /// The document cannot be made.
    #[error("cannot make the document: {0}")]
    Document(String),
    /// The list is no JSON.
    #[error("cannot write the list as JSON: {0}")]
    Json(#[from] serde_json::Error),
}
