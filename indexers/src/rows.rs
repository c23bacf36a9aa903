//! Reading one row of a file: recognise its shape, hand it to its source.

use serde_json::Value;

use crate::registry::READERS;
use crate::{RawRecord, RowError};

/// What a row turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// A record of a known source.
    Record(Box<RawRecord>),
    /// JSON, but of no known shape.
    Unknown,
}

/// Reads a line of JSON as a record of whichever source has this shape.
///
/// # Errors
///
/// [`RowError`] when the line is not a JSON object, or lacks what its source must have.
pub fn read_row(line: &str) -> Result<Reading, RowError> {
    let value: Value = serde_json::from_str(line).map_err(|reason| {
        RowError::new(
            "row",
            format!("expected a JSON object, found broken JSON ({reason})"),
        )
    })?;
    let Value::Object(row) = value else {
        return Err(RowError::new(
            "row",
            "expected a JSON object, found another JSON value",
        ));
    };
    match READERS.iter().find(|source| source.recognises(&row)) {
        Some(source) => source
            .read(row)
            .map(|record| Reading::Record(Box::new(record))),
        None => Ok(Reading::Unknown),
    }
}
