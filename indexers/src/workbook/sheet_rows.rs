//! The rows of a sheet, one after the other.

use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use calamine::{Reader, Xlsx, open_workbook_from_rs};
use fs_err::File;

use super::walk::walk_sheet;
use super::{SheetRow, WorkbookError, guard};

/// Rows that wait to be taken.
const WAITING: usize = 64;

/// The rows of the first sheet, in order; blank rows are left out.
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
        guard::declared(BufReader::new(open()?), guard::LARGEST)?;
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
    // Nobody takes rows any more when the receiver is gone.
    let mut hand_over = |row| match sender.send(Ok(row)) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    };
    if let Err(error) = walk_sheet(&mut workbook, sheet, &mut hand_over) {
        // Nobody may be listening any more; then nobody misses the error.
        let _ = sender.send(Err(error));
    }
}
