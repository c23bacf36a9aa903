//! Walking a sheet cell by cell: a range from A1 to its last cell may be seventeen milliard cells.

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use calamine::Xlsx;

use super::{Cell, SheetRow, WorkbookError};

/// More columns than any table of a catalogue has; a sheet may claim sixteen thousand.
const MOST_COLUMNS: u32 = 512;

/// Hands over the rows of a sheet, in order and without the blank ones, until `take` has enough.
pub(super) fn walk_sheet<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    sheet: &str,
    take: &mut dyn FnMut(SheetRow) -> ControlFlow<()>,
) -> Result<(), WorkbookError> {
    let damaged = |row: u64, reason: calamine::XlsxError| WorkbookError::Damaged {
        row,
        reason: reason.to_string(),
    };
    let mut last = 0;
    let mut cells = workbook
        .worksheet_cells_reader(sheet)
        .map_err(|reason| damaged(0, reason))?;
    let mut row = SheetRow::default();
    while let Some(cell) = cells
        .next_cell_with_formula()
        .map_err(|reason| damaged(last, reason))?
    {
        let (line, column) = (u64::from(cell.pos.0) + 1, cell.pos.1);
        if line != row.line {
            last = row.line;
            let begun = SheetRow {
                line,
                cells: Vec::new(),
            };
            let whole = std::mem::replace(&mut row, begun);
            if !whole.is_blank() && take(whole).is_break() {
                return Ok(());
            }
        }
        let cell = Cell::of(&cell.value, cell.formula.as_deref());
        if cell.text.is_empty() {
            continue;
        }
        if column >= MOST_COLUMNS {
            return Err(WorkbookError::TooWide {
                row: line,
                column: column + 1,
                limit: MOST_COLUMNS,
            });
        }
        let place = column as usize;
        if row.cells.len() <= place {
            row.cells.resize_with(place + 1, Cell::default);
        }
        row.cells[place] = cell;
    }
    if !row.is_blank() {
        let _ = take(row);
    }
    Ok(())
}
