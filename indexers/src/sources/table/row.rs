//! One row of a table.

use serde_json::{Map, Value};

use crate::binding::{Cells, Field};
use crate::registry::Source;
use crate::{RawRecord, RowError};

/// The reader of rows that [`super::lines`] wrote.
#[derive(Debug)]
pub(crate) struct TableRow;

/// The field that marks such a row and holds the version of its shape.
pub(super) const TAG: &str = "table_row";

impl Source for TableRow {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        row.contains_key(TAG) && row.contains_key("cells")
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let Some(Value::Object(cells)) = row.get("cells") else {
            return Err(RowError::new(
                "cells",
                "expected an object of cells by header",
            ));
        };
        let mut cells = Cells::of_json(cells);
        let unbound = std::mem::take(&mut cells.unbound);
        let number = cells.get(Field::Number).unwrap_or_default();
        let market = ["T/", "Q/", "GB", "DB"]
            .iter()
            .any(|prefix| number.starts_with(prefix));
        let mut record = cells.into_record("table", None)?;
        record.market = market.then(|| "CN".to_owned());
        if let Some(table) = row.get("table") {
            record.extra.insert("table".to_owned(), table.clone());
        }
        for (header, value) in unbound.into_iter().filter(|(_, value)| !value.is_empty()) {
            record.extra.insert(header, Value::String(value));
        }
        Ok(record)
    }
}
