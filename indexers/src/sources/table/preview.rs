//! What an import of a table would do.

use std::path::Path;

use super::open::{no_header, sheet};
use crate::binding::{Field, field_of};
use crate::{FileError, RawRecord, Reading, RowError, read_row};

/// The binding of a table and its first records.
#[derive(Debug)]
pub struct TablePreview {
    /// Line of the header in the file, counted from one.
    pub header_line: u64,
    /// Headers and the fields they are bound to, in the order of the columns.
    pub bound: Vec<(String, &'static str)>,
    /// Headers that are bound to nothing; their cells are kept under their own name.
    pub unbound: Vec<String>,
    /// Fields that a list of standards should have and this one lacks.
    pub missing: Vec<&'static str>,
    /// What the first rows become.
    pub first: Vec<Result<RawRecord, RowError>>,
}

/// Rows that are shown.
const SHOWN: usize = 3;

/// Reads a table without importing it; nothing when the file is no table.
///
/// # Errors
///
/// [`FileError`] as at the import.
pub fn preview(path: &Path) -> Result<Option<TablePreview>, FileError> {
    let Some(sheet) = sheet(path)? else {
        return Ok(None);
    };
    let (at, _) = sheet.header().ok_or_else(|| no_header(path))?;
    let (header_line, headers) = &sheet.rows[at];
    let mut bound = Vec::new();
    let mut unbound = Vec::new();
    for header in headers.iter().filter(|header| !header.trim().is_empty()) {
        match field_of(header) {
            Some(field) => bound.push((header.clone(), field.name())),
            None => unbound.push(header.clone()),
        }
    }
    let expected = [
        Field::Title,
        Field::Published,
        Field::Implemented,
        Field::Status,
    ]
    .map(Field::name);
    let has = |name: &&'static str| bound.iter().any(|(_, field)| field == name);
    let missing = expected.into_iter().filter(|name| !has(name)).collect();
    let text = sheet.lines(at, "");
    let rows = text.lines().filter(|line| !line.is_empty()).take(SHOWN);
    let first = rows
        .filter_map(|line| match read_row(line) {
            Ok(Reading::Record(record)) => Some(Ok(*record)),
            Ok(Reading::Unknown) => None,
            Err(error) => Some(Err(error)),
        })
        .collect();
    Ok(Some(TablePreview {
        header_line: *header_line,
        bound,
        unbound,
        missing,
        first,
    }))
}
