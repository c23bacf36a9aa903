//! A sheet whose first full row names its columns.

use std::path::Path;

use super::{Cell, SheetRow, SheetRows, WorkbookError};

/// Rows above the headers: a title, a date, a remark.
const MOST_ROWS_ABOVE: u32 = 20;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The row of the sheet, from one.
    pub line: u64,
    /// Its cells, as many as there are headers.
    pub cells: Vec<Cell>,
}

/// A sheet as a table.
#[derive(Debug)]
pub struct TableRows {
    headers: Vec<String>,
    rows: SheetRows,
}

impl TableRows {
    /// Opens a spreadsheet and finds its headers: the first row with at least two filled cells.
    ///
    /// # Errors
    ///
    /// [`WorkbookError`] when the file cannot be read as a table.
    pub fn open(path: &Path) -> Result<Self, WorkbookError> {
        let mut rows = SheetRows::open(path)?;
        let sheet = rows.sheet().to_owned();
        let mut any = false;
        for _ in 0..MOST_ROWS_ABOVE {
            let Some(row) = rows.next() else { break };
            let row = row?;
            any = true;
            if row
                .cells
                .iter()
                .filter(|cell| !cell.text.is_empty())
                .count()
                >= 2
            {
                let headers = row.cells.into_iter().map(|cell| squeezed(&cell.text));
                let headers = headers.collect();
                return Ok(Self { headers, rows });
            }
        }
        if any {
            return Err(WorkbookError::NoHeaders {
                sheet,
                rows: MOST_ROWS_ABOVE,
            });
        }
        Err(WorkbookError::Empty)
    }

    /// Returns the headers; a column without one has an empty header.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }
}

impl Iterator for TableRows {
    type Item = Result<TableRow, WorkbookError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.rows.next()?;
        Some(row.map(|SheetRow { line, mut cells }| {
            cells.resize_with(self.headers.len(), Cell::default);
            TableRow { line, cells }
        }))
    }
}

/// A header on one line with single blanks.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
