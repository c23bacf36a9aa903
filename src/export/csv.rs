//! Tables as CSV (RFC 4180).

use std::io::Write;

use super::{ExportError, Table};
use crate::text::harmless;

/// Writes a table as CSV with a byte order mark, without which spreadsheets read Chinese in a local code page.
///
/// A cell that begins like a formula gets an apostrophe before it, so that no spreadsheet runs what a source wrote.
pub fn write_csv(table: &Table, mut to: impl Write) -> Result<(), ExportError> {
    to.write_all("\u{FEFF}".as_bytes())?;
    let mut writer = csv::Writer::from_writer(to);
    let failed = |error: csv::Error| ExportError::Write(error.into());
    writer.write_record(&table.headers).map_err(failed)?;
    for row in &table.rows {
        writer
            .write_record(row.iter().map(|cell| harmless(cell).into_owned()))
            .map_err(failed)?;
    }
    writer.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_opens_rightly_and_formulas_do_not_run() {
        let mut table = Table::new("t", &["标准号", "名称"]);
        table.push(vec!["GB 1".to_owned(), "=1+1, \"x\"".to_owned()]);
        let mut bytes = Vec::new();
        write_csv(&table, &mut bytes).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{FEFF}标准号,名称\nGB 1,\"'=1+1, \"\"x\"\"\"\n"
        );
    }
}
