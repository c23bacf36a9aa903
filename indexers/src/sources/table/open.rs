//! Opening CSV and XLSX files as tables.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use fs_err::File;

use super::sheet::{MOST_COLUMNS, Sheet};
use crate::FileError;
use crate::workbook::{Workbook, WorkbookError};

/// Bytes of a table file; a list of 80,000 standards has 20 MB.
const LARGEST_FILE: u64 = 64 << 20;
/// Bytes of a workbook after unpacking.
const LARGEST_UNPACKED: u64 = 512 << 20;
/// Cells of a sheet.
const MOST_CELLS: usize = 8_000_000;

/// Reads a file as lines of JSON when it is a table, and returns nothing when it is something else.
///
/// # Errors
///
/// [`FileError`] when a workbook is damaged, too large, or has no header that names a standard's number.
pub(crate) fn lines(path: &Path) -> Result<Option<String>, FileError> {
    let Some(sheet) = sheet(path)? else {
        return Ok(None);
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let header = sheet.header().map(|(at, _)| at);
    header.map_or_else(
        || Err(no_header(path)),
        |at| Ok(Some(sheet.lines(at, &name))),
    )
}

pub(super) fn no_header(path: &Path) -> FileError {
    refused(
        path,
        "no header row with a column for the number (标准号, standard number) and one more",
    )
}

/// Reads the table of a file; nothing when it is neither a workbook nor named as a table.
pub(super) fn sheet(path: &Path) -> Result<Option<Sheet>, FileError> {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let unreadable = |reason| FileError::Unreadable {
        path: path.to_owned(),
        reason,
    };
    let is_book = extension == "xlsx";
    if !is_book && !["csv", "tsv"].iter().any(|known| extension == *known) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(refused(path, "larger than 64 MB"));
    }
    if is_book {
        workbook(bytes)
            .map_err(|reason| refused(path, &reason.to_string()))
            .map(Some)
    } else {
        Ok(Some(separated(&decoded(&bytes))))
    }
}

fn refused(path: &Path, reason: &str) -> FileError {
    FileError::Table {
        path: path.to_owned(),
        reason: reason.to_owned(),
    }
}

/// Decodes by byte order mark, then UTF-8 if it is, else GB 18030, which spreadsheets in China write.
fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    std::str::from_utf8(bytes).map_or_else(
        |_| encoding_rs::GB18030.decode(bytes).0.into_owned(),
        str::to_owned,
    )
}

/// Reads separated values; of comma, semicolon, tab and bar the one whose header binds most fields.
fn separated(text: &str) -> Sheet {
    let best = [b',', b';', b'\t', b'|']
        .into_iter()
        .max_by_key(|delimiter| {
            let head = rows(text, *delimiter, 40);
            let fields = head.header().map_or(0, |(_, fields)| fields);
            // Of equals the first is taken, which `max_by_key` does not do by itself.
            (fields, *delimiter == b',')
        });
    rows(text, best.unwrap_or(b','), usize::MAX)
}

fn rows(text: &str, delimiter: u8, most: usize) -> Sheet {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader
        .records()
        .take(most)
        .filter_map(Result::ok)
        .map(|record| {
            let line = record.position().map_or(0, csv::Position::line);
            (
                line,
                record
                    .iter()
                    .take(MOST_COLUMNS)
                    .map(str::to_owned)
                    .collect(),
            )
        });
    Sheet {
        rows: rows.collect(),
    }
}

/// Reads the first sheet of a workbook that has a header.
fn workbook(bytes: Vec<u8>) -> Result<Sheet, WorkbookError> {
    let mut book = Workbook::open(bytes, LARGEST_UNPACKED)?;
    let mut first = Sheet::default();
    for name in book.sheets() {
        let sheet = worksheet(&mut book, &name)?;
        if sheet.header().is_some() {
            return Ok(sheet);
        }
        if first.rows.is_empty() {
            first = sheet;
        }
    }
    Ok(first)
}

fn worksheet(book: &mut Workbook, name: &str) -> Result<Sheet, WorkbookError> {
    let mut sheet = Sheet::default();
    let mut cells = 0;
    book.walk(name, &mut |row| {
        cells += row.cells.len();
        if cells > MOST_CELLS {
            return ControlFlow::Break(());
        }
        let texts = row.cells.into_iter().take(MOST_COLUMNS);
        sheet
            .rows
            .push((row.line, texts.map(|cell| cell.text).collect()));
        ControlFlow::Continue(())
    })?;
    if cells > MOST_CELLS {
        let row = sheet.rows.last().map_or(0, |(line, _)| *line);
        let reason = format!("more than {MOST_CELLS} cells");
        return Err(WorkbookError::Damaged { row, reason });
    }
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Reading, Rows, read_row};

    const TABLE: &str = "河北省团体标准目录,,\n\n序号,实施日期,标准编号,标准名称,价格,起草人\n1,2020/1/2,T/HEBQIA 001-2019,钢丝绳,9,某某\n2,soon,T/HEBQIA 002-2019,\"丝\n网\",,\n";

    fn read(name: &str, bytes: &[u8]) -> Vec<crate::Text> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs_err::write(&path, bytes).unwrap();
        Rows::open(&path).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn a_table_reads_the_same_in_every_encoding_and_with_every_delimiter() {
        let gbk = encoding_rs::GBK.encode(TABLE).0.into_owned();
        let tabs = TABLE.replace(',', "\t");
        let plain = read("t.csv", TABLE.as_bytes());
        for bytes in [&gbk[..], tabs.as_bytes()] {
            assert_eq!(read("t.csv", bytes), plain);
        }
        assert_eq!(plain.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 5]);
        let Reading::Record(record) = read_row(&plain[0].text).unwrap() else {
            panic!()
        };
        assert_eq!(record.number, "T/HEBQIA 001-2019");
        assert_eq!(record.titles["zh"], "钢丝绳");
        assert_eq!(record.dates["implemented"], "2020-01-02");
        assert_eq!(record.extra["价格"], "9");
        assert_eq!(record.market.as_deref(), Some("CN"));
        assert!(!plain[0].text.contains("某某"));
        assert_eq!(read_row(&plain[1].text).unwrap_err().field, "implemented");
    }

    #[test]
    fn a_file_without_a_header_is_refused_with_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [("a.csv", &b"1,2,3\n"[..]), ("a.xlsx", b"PK\x03\x04damaged")] {
            let path = folder.path().join(name);
            fs_err::write(&path, bytes).unwrap();
            assert!(
                matches!(Rows::open(&path), Err(FileError::Table { .. })),
                "{name}"
            );
        }
    }
}
