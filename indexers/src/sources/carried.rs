//! Rows that carry a raw record as a reader of pages made it.
//!
//! A page is read once, by its source; what comes of it goes the same way as the rows of a file. The row is the record
//! itself, under one field that no other row has.

use serde_json::{Map, Value};

use crate::registry::Source;
use crate::{RawRecord, RowError};

/// The field that carries the record.
const FIELD: &str = "raw_record";

/// The reader.
#[derive(Debug)]
pub(crate) struct Carried;

impl Source for Carried {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        row.len() == 1 && row.contains_key(FIELD)
    }

    fn read(&self, mut row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let value = row.remove(FIELD).unwrap_or_default();
        let record: RawRecord = serde_json::from_value(value).map_err(|reason| {
            RowError::new(FIELD, format!("expected a raw record, found {reason}"))
        })?;
        for (field, value) in [
            ("source", &record.source),
            ("key", &record.key),
            ("number", &record.number),
        ] {
            if value.trim().is_empty() {
                return Err(RowError::missing(field));
            }
        }
        Ok(record)
    }
}

/// Writes a record as a row.
///
/// # Errors
///
/// [`RowError`] when the record cannot be written as JSON.
pub fn carried_row(record: &RawRecord) -> Result<String, RowError> {
    let value =
        serde_json::to_value(record).map_err(|reason| RowError::new(FIELD, reason.to_string()))?;
    let mut row = Map::new();
    row.insert(FIELD.to_owned(), value);
    Ok(Value::Object(row).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Reading, read_row};

    #[test]
    fn a_record_comes_back_as_it_went() {
        let mut record = RawRecord {
            source: "eping".to_owned(),
            key: "1".to_owned(),
            number: "G/TBT/N/CHN/1".to_owned(),
            ..RawRecord::default()
        };
        record.titles.insert("zh".to_owned(), "轮胎".to_owned());
        let row = carried_row(&record).unwrap();
        assert_eq!(read_row(&row), Ok(Reading::Record(Box::new(record))));
    }

    #[test]
    fn a_record_without_a_key_is_refused() {
        let row = r#"{"raw_record":{"source":"eping","number":"G/TBT/N/CHN/1"}}"#;
        assert_eq!(read_row(row).unwrap_err().field, "key");
    }
}
