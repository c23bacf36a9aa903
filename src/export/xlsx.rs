//! Tables as spreadsheets.

use std::io::{Seek, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use super::{ExportError, Table};

/// Widest column, in characters.
const WIDEST: usize = 60;

/// Longest name of a sheet (ISO/IEC 29500 and every program since).
const LONGEST_NAME: usize = 31;

/// Writes a table as a spreadsheet with a frozen header and filters.
pub fn write_xlsx(table: &Table, to: impl Write + Seek + Send) -> Result<(), ExportError> {
    write_sheets(std::slice::from_ref(table), to)
}

/// Writes several tables as the sheets of one spreadsheet, each with a frozen header and filters.
pub(super) fn write_sheets(
    tables: &[Table],
    to: impl Write + Seek + Send,
) -> Result<(), ExportError> {
    let mut workbook = Workbook::new();
    // The day of making is no fact of the list, and the same list should give the same file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut names: Vec<String> = Vec::with_capacity(tables.len());
    for table in tables {
        let name = sheet_name(&table.name, &names);
        fill(workbook.add_worksheet(), &name, table)?;
        names.push(name);
    }
    workbook.save_to_writer(to)?;
    Ok(())
}

/// A name without what sheets forbid, unlike those before it.
fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let plain: String = wanted
        .chars()
        .filter(|character| !"[]:*?/\\'".contains(*character))
        .collect();
    let plain = if plain.trim().is_empty() {
        "list"
    } else {
        plain.trim()
    };
    (1..=taken.len() + 1)
        .map(|place| {
            let end = if place == 1 {
                String::new()
            } else {
                format!(" {place}")
            };
            let room = LONGEST_NAME.saturating_sub(end.len());
            plain.chars().take(room).collect::<String>() + &end
        })
        .find(|name| !taken.contains(name))
        .unwrap_or_else(|| "list".to_owned())
}

fn fill(sheet: &mut Worksheet, name: &str, table: &Table) -> Result<(), ExportError> {
    sheet.set_name(name)?;
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
