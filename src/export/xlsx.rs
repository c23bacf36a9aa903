//! Tables as spreadsheets.

use std::io::{Seek, Write};

use rust_xlsxwriter::{Format, Workbook};

use super::{ExportError, Table};

/// Widest column, in characters.
const WIDEST: usize = 60;

/// Writes a table as a spreadsheet with a frozen header and filters.
pub fn write_xlsx(table: &Table, to: impl Write + Seek + Send) -> Result<(), ExportError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let name: String = table
        .name
        .chars()
        .filter(|character| !"[]:*?/\\".contains(*character))
        .take(31)
        .collect();
    sheet.set_name(if name.is_empty() { "list" } else { &name })?;
    let bold = Format::new().set_bold();
    for (column, header) in (0_u16..).zip(&table.headers) {
        sheet.write_string_with_format(0, column, header, &bold)?;
        let widest = table
            .rows
            .iter()
            .filter_map(|row| row.get(usize::from(column)))
            .map(|cell| width(cell))
            .max();
        let width = widest.unwrap_or(0).max(width(header)).clamp(8, WIDEST);
        sheet.set_column_width(column, f64::from(u32::try_from(width).unwrap_or(8)) + 1.0)?;
    }
    for (line, row) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(row) {
            sheet.write_string(line, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.headers.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    workbook.save_to_writer(to)?;
    Ok(())
}

fn width(text: &str) -> usize {
    text.chars()
        .map(|character| {
            if crate::text::Script::of(character).is_unspaced() {
                2
            } else {
                1
            }
        })
        .sum()
}
