//! The rows of a sheet, one after the other.

use std::io::BufReader;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use calamine::{Reader, Xlsx, open_workbook_from_rs};
use fs_err::File;

use super::{Cell, WorkbookError, guard};

/// More columns than any table of a catalogue has; a sheet may claim sixteen thousand.
const MOST_COLUMNS: u32 = 512;

/// Rows that wait to be taken.
const WAITING: usize = 64;

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

/// The rows of the first sheet that has any, in order; blank rows are left out.
#[derive(Debug)]
pub struct SheetRows {
    /// The sheet's name.
    sheet: String,
    rows: Receiver<Result<SheetRow, WorkbookError>>,
}

impl SheetRows {
    /// Opens a spreadsheet.
    ///
    /// # Errors
    ///
    /// [`WorkbookError`] when the file is no spreadsheet, unpacks to too much, or has no sheet.
    pub fn open(path: &Path) -> Result<Self, WorkbookError> {
        let open =
            || File::open(path).map_err(|reason| WorkbookError::Unreadable(reason.to_string()));
        guard::check(BufReader::new(open()?))?;
        let workbook: Xlsx<BufReader<File>> = open_workbook_from_rs(BufReader::new(open()?))
            .map_err(|reason: calamine::XlsxError| {
                WorkbookError::NotASpreadsheet(reason.to_string())
            })?;
        let sheet = workbook
            .sheet_names()
            .first()
            .cloned()
            .ok_or(WorkbookError::Empty)?;
        let (sender, rows) = sync_channel(WAITING);
        let name = sheet.clone();
        // The reader of cells borrows the workbook, so both live on the stack of a thread; it ends when nobody takes rows.
        thread::Builder::new()
            .name("sheet".to_owned())
            .spawn(move || walk(workbook, &name, &sender))
            .map_err(|reason| WorkbookError::Unreadable(reason.to_string()))?;
        Ok(Self { sheet, rows })
    }

    /// Returns the name of the sheet.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }
}

impl Iterator for SheetRows {
    type Item = Result<SheetRow, WorkbookError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.recv().ok()
    }
}

fn walk(
    mut workbook: Xlsx<BufReader<File>>,
    sheet: &str,
    sender: &SyncSender<Result<SheetRow, WorkbookError>>,
) {
    let mut last = 0;
    let walked = walk_cells(&mut workbook, sheet, sender, &mut last);
    if let Err(error) = walked {
        // Nobody may be listening any more; then nobody misses the error.
        let _ = sender.send(Err(error));
    }
}

fn walk_cells(
    workbook: &mut Xlsx<BufReader<File>>,
    sheet: &str,
    sender: &SyncSender<Result<SheetRow, WorkbookError>>,
    last: &mut u64,
) -> Result<(), WorkbookError> {
    let damaged = |row: u64, reason: calamine::XlsxError| WorkbookError::Damaged {
        row,
        reason: reason.to_string(),
    };
    let mut cells = workbook
        .worksheet_cells_reader(sheet)
        .map_err(|reason| damaged(0, reason))?;
    let mut row = SheetRow::default();
    while let Some(cell) = cells
        .next_cell_with_formula()
        .map_err(|reason| damaged(*last, reason))?
    {
        let (line, column) = (u64::from(cell.pos.0) + 1, cell.pos.1);
        if line != row.line {
            *last = row.line;
            let whole = std::mem::replace(
                &mut row,
                SheetRow {
                    line,
                    cells: Vec::new(),
                },
            );
            if !whole.is_blank() && sender.send(Ok(whole)).is_err() {
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
        let _ = sender.send(Ok(row));
    }
    Ok(())
}
