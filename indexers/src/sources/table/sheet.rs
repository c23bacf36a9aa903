//! A table in memory: rows of texts with the line each has in its file.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::row::TAG;
use crate::binding::{Field, field_of};

/// Rows among which the header is looked for; titles and notes stand above it.
const HEADER_WITHIN: usize = 20;
/// Columns that are read; no catalogue has as many.
pub(super) const MOST_COLUMNS: usize = 256;

/// A table.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Line or row in the file, counted from one, and the cells.
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

impl Sheet {
    /// Returns the place of the header row, and how many fields it binds.
    ///
    /// A header binds the number and at least one field more; of several the one that binds most.
    pub(super) fn header(&self) -> Option<(usize, usize)> {
        let rows = self.rows.iter().take(HEADER_WITHIN).enumerate();
        rows.filter_map(|(at, (_, cells))| {
            let fields: BTreeSet<Field> = cells.iter().filter_map(|cell| field_of(cell)).collect();
            let enough = fields.contains(&Field::Number) && fields.len() > 1;
            enough.then_some((at, fields.len()))
        })
        .max_by_key(|(at, fields)| (*fields, usize::MAX - at))
    }

    /// Writes the rows below the header as JSON, each on the line it has in the file.
    pub(super) fn lines(&self, header: usize, table: &str) -> String {
        let Some((_, headers)) = self.rows.get(header) else {
            return String::new();
        };
        let mut text = String::new();
        let mut line = 1;
        for (at, cells) in self.rows.iter().skip(header + 1) {
            let row: Map<String, Value> = headers
                .iter()
                .zip(cells)
                .filter(|(header, cell)| !header.trim().is_empty() && !cell.trim().is_empty())
                .filter(|(header, _)| field_of(header) != Some(Field::Person))
                .map(|(header, cell)| (header.trim().to_owned(), Value::String(cell.clone())))
                .collect();
            if row.is_empty() {
                continue;
            }
            while line < *at {
                text.push('\n');
                line += 1;
            }
            text.push_str(&json!({TAG: 1, "table": table, "cells": row}).to_string());
        }
        text
    }
}
