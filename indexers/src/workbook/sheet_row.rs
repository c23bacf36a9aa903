//! A row of a sheet.

use super::Cell;

/// A row of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// The row, from one.
    pub line: u64,
    /// Its cells; cells behind the last that is filled are left out.
    pub cells: Vec<Cell>,
}

impl SheetRow {
    /// Tells whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }
}
