//! A spreadsheet that is held in memory, with all its sheets.

use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::{Reader, Xlsx, open_workbook_from_rs};

use super::walk::walk_sheet;
use super::{SheetRow, WorkbookError, guard};

/// A spreadsheet in memory.
pub struct Workbook {
    file: Xlsx<Cursor<Vec<u8>>>,
}

/// Cells that are shown as one: what the first of them says holds for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First and last row, from one.
    pub rows: (u64, u64),
    /// First and last column, from zero as [`SheetRow::cells`] counts.
    pub columns: (usize, usize),
}

impl Workbook {
    /// Opens a spreadsheet that unpacks to no more than `largest` bytes.
    ///
    /// # Errors
    ///
    /// [`WorkbookError`] when the bytes are no spreadsheet, or unpack to more.
    pub fn open(bytes: Vec<u8>, largest: u64) -> Result<Self, WorkbookError> {
        guard::measure(&bytes, largest)?;
        let file =
            open_workbook_from_rs(Cursor::new(bytes)).map_err(|reason: calamine::XlsxError| {
                WorkbookError::NotASpreadsheet(reason.to_string())
            })?;
        Ok(Self { file })
    }

    /// Returns the names of the sheets in their order, the hidden ones too.
    pub fn sheets(&self) -> Vec<String> {
        self.file.sheet_names()
    }

    /// Hands over the rows of a sheet, in order and without the blank ones, until `take` has enough.
    ///
    /// # Errors
    ///
    /// [`WorkbookError`] when the sheet is damaged or wider than any real one.
    pub fn walk(
        &mut self,
        sheet: &str,
        take: &mut dyn FnMut(SheetRow) -> ControlFlow<()>,
    ) -> Result<(), WorkbookError> {
        walk_sheet(&mut self.file, sheet, take)
    }

    /// Returns the merged cells of a sheet; those that cannot be read merge nothing.
    pub fn merges(&mut self, sheet: &str) -> Vec<Merge> {
        let areas = self.file.merge_cells_by_sheet_name(sheet);
        let merge = |area: calamine::Dimensions| Merge {
            rows: (u64::from(area.start.0) + 1, u64::from(area.end.0) + 1),
            columns: (area.start.1 as usize, area.end.1 as usize),
        };
        areas.unwrap_or_default().into_iter().map(merge).collect()
    }
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Workbook")
            .field("sheets", &self.sheets())
            .finish_non_exhaustive()
    }
}
