//! Tables of standards that an operator has: CSV and XLSX, any column order, Chinese or English headers.
//!
//! A sheet becomes lines of JSON, one a row, on the line number the row has in the file; from there on it is a file like
//! any other: rows are kept as they came, and a better binding reads the kept rows again.

mod open;
mod preview;
mod row;
mod sheet;

pub(crate) use open::lines;
pub use preview::{TablePreview, preview};
pub(crate) use row::TableRow;
