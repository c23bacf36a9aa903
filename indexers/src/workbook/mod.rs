//! Spreadsheets as rows of text under headers.
//!
//! Opened with calamine, cell by cell: the formula of a cell is read beside its value, because exports write links as
//! `HYPERLINK` formulas without a cached value. A thread of its own walks the sheet and hands rows over one by one, so a
//! sheet of hundreds of thousands of rows costs no more memory than its shared texts.

mod cell;
mod error;
mod guard;
mod hyperlink;
mod sheet_row;
mod sheet_rows;
mod table;
mod walk;
#[expect(
    clippy::module_inception,
    reason = "the file is named for the type it holds"
)]
mod workbook;

pub use cell::Cell;
pub use error::WorkbookError;
pub use sheet_row::SheetRow;
pub use sheet_rows::SheetRows;
pub use table::{TableRow, TableRows};
pub use workbook::{Merge, Workbook};
