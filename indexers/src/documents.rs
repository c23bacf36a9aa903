//! Files that are one document and no lines: a spreadsheet, a saved answer of an interface.
//!
//! Each is opened as rows of JSON, one a line, so that whatever comes after does not know the difference.

use std::io::Read;
use std::path::Path;

use serde_json::{Map, Value};

use crate::FileError;
use crate::document::Text;
use crate::registry::READERS;
use crate::workbook::{TableRow, TableRows, WorkbookError};

/// The rows of a document.
pub(crate) type DocumentRows = Box<dyn Iterator<Item = Result<Text, FileError>> + Send>;

/// First bytes of a spreadsheet, which is a ZIP archive.
pub(crate) const ARCHIVE: [u8; 4] = *b"PK\x03\x04";

/// A saved answer is read as a whole; the largest page of an interface is a thousandth of this.
const LARGEST_ANSWER: u64 = 256 << 20;

/// Opens a spreadsheet as rows of JSON objects whose fields are named by the headers.
///
/// # Errors
///
/// [`FileError`] when the file is no spreadsheet, or its headers belong to no known source.
pub(crate) fn spreadsheet(path: &Path) -> Result<DocumentRows, FileError> {
    let refused = |reason: WorkbookError| FileError::Spreadsheet {
        path: path.to_owned(),
        reason,
    };
    let table = TableRows::open(path).map_err(refused)?;
    let headers = table.headers().to_vec();
    let named: Map<String, Value> = headers
        .iter()
        .map(|header| (header.clone(), Value::Null))
        .collect();
    if !READERS.iter().any(|source| source.recognises(&named)) {
        return Err(FileError::UnknownTable {
            path: path.to_owned(),
            headers: headers.join(", ").chars().take(200).collect(),
        });
    }
    let owned = path.to_owned();
    Ok(Box::new(table.map(move |row| match row {
        Ok(row) => Ok(text_of(&headers, row)),
        Err(reason) => Err(FileError::Spreadsheet {
            path: owned.clone(),
            reason,
        }),
    })))
}

fn text_of(headers: &[String], row: TableRow) -> Text {
    let cells = headers
        .iter()
        .zip(row.cells)
        .filter(|(header, _)| !header.is_empty());
    let fields: Map<String, Value> = cells
        .map(|(header, cell)| (header.clone(), Value::String(cell.text)))
        .collect();
    Text {
        line: row.line,
        text: Value::Object(fields).to_string(),
    }
}

/// Tells whether a text begins like one JSON document that holds many rows: a list, or an object with `items`.
pub(crate) fn is_answer(start: &[u8]) -> bool {
    let start = String::from_utf8_lossy(start);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('[') {
        return true;
    }
    let squeezed: String = start
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    squeezed.starts_with('{') && squeezed.contains("\"items\":[")
}

/// Reads a document as rows; gives the bytes back where it turns out to be lines after all.
pub(crate) fn answer(
    path: &Path,
    reader: &mut dyn Read,
) -> Result<Result<DocumentRows, Vec<u8>>, FileError> {
    let mut bytes = Vec::new();
    reader
        .take(LARGEST_ANSWER + 1)
        .read_to_end(&mut bytes)
        .map_err(|reason| FileError::Truncated {
            path: path.to_owned(),
            lines: 0,
            reason,
        })?;
    if bytes.len() as u64 > LARGEST_ANSWER {
        return Err(FileError::LongLine {
            path: path.to_owned(),
            line: 1,
            limit: usize::try_from(LARGEST_ANSWER).unwrap_or(usize::MAX),
        });
    }
    let items = match serde_json::from_slice(&bytes) {
        Ok(Value::Array(items)) => items,
        Ok(Value::Object(mut body)) => match body.remove("items") {
            Some(Value::Array(items)) => items,
            _ => return Ok(Err(bytes)),
        },
        Ok(_) | Err(_) => return Ok(Err(bytes)),
    };
    let rows = items.into_iter().zip(1..);
    Ok(Ok(Box::new(rows.map(|(item, line)| {
        Ok(Text {
            line,
            text: item.to_string(),
        })
    }))))
}
