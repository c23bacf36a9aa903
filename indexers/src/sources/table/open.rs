//! Opening CSV and XLSX files as tables.

use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{DataRef, Reader, Xlsx};
use fs_err::File;

use super::sheet::{MOST_COLUMNS, Sheet};
use crate::FileError;

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
            .map_err(|reason| refused(path, &reason))
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

/// Reads the first sheet of a workbook that has a header, cell by cell: a range from A1 to the last cell of all would
/// be seventeen milliard cells.
fn workbook(bytes: Vec<u8>) -> Result<Sheet, String> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(&bytes)).map_err(|reason| reason.to_string())?;
    let mut unpacked = 0_u64;
    for at in 0..archive.len() {
        let size = archive
            .by_index_raw(at)
            .map_err(|reason| reason.to_string())?
            .size();
        unpacked = unpacked.saturating_add(size);
    }
    if unpacked > LARGEST_UNPACKED {
        return Err(format!(
            "unpacks to {unpacked} bytes, at most {LARGEST_UNPACKED} are read"
        ));
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|reason| reason.to_string())?;
    let mut first = Sheet::default();
    for name in book.sheet_names() {
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

fn worksheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<Sheet, String> {
    let mut reader = book
        .worksheet_cells_reader(name)
        .map_err(|reason| reason.to_string())?;
    let mut sheet = Sheet::default();
    let mut cells = 0_usize;
    while let Some(cell) = reader.next_cell().map_err(|reason| reason.to_string())? {
        let (row, column) = cell.get_position();
        let line = u64::from(row) + 1;
        let column = column as usize;
        if column >= MOST_COLUMNS {
            continue;
        }
        if sheet.rows.last().is_none_or(|(last, _)| *last != line) {
            sheet.rows.push((line, Vec::new()));
        }
        if let Some((_, row)) = sheet.rows.last_mut() {
            cells += (column + 1).saturating_sub(row.len());
            if cells > MOST_CELLS {
                return Err(format!("more than {MOST_CELLS} cells"));
            }
            row.resize(row.len().max(column + 1), String::new());
            row[column] = cell_text(cell.get_value());
        }
    }
    Ok(sheet)
}

fn cell_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
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
