//! Spreadsheets: every sheet as a table.
//!
//! The cells come from [`indexers::workbook`], which walks what is there whatever size a sheet says it has. Rows and
//! columns without a cell are left out, and a merged cell stands in every place it covers.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use indexers::workbook::{Merge, SheetRow, Workbook, WorkbookError};

use super::grid::{Budget, Grid};
use super::output::Output;
use super::{ExtractError, Format, Limits};

/// Cells one merged range may cover.
const LARGEST_MERGE: u64 = 100_000;

/// Reads the text of a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<String, ExtractError> {
    let mut workbook = Workbook::open(bytes.to_vec(), limits.archive_bytes).map_err(refused)?;
    let mut output = Output::new(limits);
    let mut budget = Budget::new(limits);
    let names = workbook.sheets();
    for name in &names {
        let mut sheet = Sheet::read(&mut workbook, name, &mut budget)?;
        for merge in workbook.merges(name) {
            sheet.merge(merge, &mut budget)?;
        }
        if names.len() > 1 {
            output.heading(1, name)?;
        }
        output.table(&sheet.grid(&mut budget)?)?;
    }
    Ok(output.into_text())
}

fn refused(error: WorkbookError) -> ExtractError {
    match error {
        WorkbookError::TooLarge { found, limit } => ExtractError::too_much(
            format!("a workbook that unpacks to at most {limit} bytes"),
            format!("{found} or more"),
        ),
        WorkbookError::TooWide { column, limit, .. } => ExtractError::too_much(
            format!("sheets of at most {limit} columns"),
            format!("a cell in column {column}"),
        ),
        other => ExtractError::damaged(Format::Xlsx, &other),
    }
}

/// The cells that hold something, by row and column.
#[derive(Debug, Default)]
struct Sheet {
    rows: BTreeMap<u64, BTreeMap<usize, String>>,
}

impl Sheet {
    fn read(
        workbook: &mut Workbook,
        name: &str,
        budget: &mut Budget,
    ) -> Result<Self, ExtractError> {
        let mut sheet = Self::default();
        let mut outcome = Ok(());
        let mut take = |row: SheetRow| {
            outcome = sheet.take(row, budget);
            match outcome {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        };
        workbook.walk(name, &mut take).map_err(refused)?;
        outcome.map(|()| sheet)
    }

    fn take(&mut self, row: SheetRow, budget: &mut Budget) -> Result<(), ExtractError> {
        let texts = row.cells.into_iter().map(|cell| cell.text).enumerate();
        let filled: BTreeMap<usize, String> = texts.filter(|(_, text)| !text.is_empty()).collect();
        budget.spend(filled.len())?;
        // A damaged sheet may name a row twice; what it says of it is one row.
        self.rows.entry(row.line).or_default().extend(filled);
        Ok(())
    }

    /// Repeats the first cell of a range in all of it.
    fn merge(&mut self, merge: Merge, budget: &mut Budget) -> Result<(), ExtractError> {
        let ((top, bottom), (left, right)) = (merge.rows, merge.columns);
        if bottom < top || right < left {
            return Ok(());
        }
        let area = (bottom - top + 1).saturating_mul((right - left + 1) as u64);
        let text = self.rows.get(&top).and_then(|row| row.get(&left)).cloned();
        let Some(text) = text.filter(|_| area <= LARGEST_MERGE) else {
            return Ok(());
        };
        // Rows without a cell of their own stay empty: the range says nothing there that is not said above.
        for (_, row) in self.rows.range_mut(top..=bottom) {
            for column in left..=right {
                budget.spend(1)?;
                row.entry(column).or_insert_with(|| text.clone());
            }
        }
        Ok(())
    }

    /// Makes the table, columns without a cell left out.
    fn grid(&self, budget: &mut Budget) -> Result<Grid, ExtractError> {
        let cells = self.rows.values().flat_map(BTreeMap::keys);
        let columns: BTreeSet<usize> = cells.copied().collect();
        let mut grid = Grid::default();
        for row in self.rows.values() {
            grid.next_row();
            for column in &columns {
                let text = row.get(column).map_or("", String::as_str);
                grid.cell(text, 1, 1, budget)?;
            }
        }
        Ok(grid)
    }
}
