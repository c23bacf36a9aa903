//! The bound values of one entry.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Field, china_day, field_of};
use crate::html::{plain, squeeze};
use crate::page::Drift;

/// Values by field; the first value that is not empty holds.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    values: BTreeMap<Field, String>,
    /// Names that are bound to no field, with their values.
    pub(crate) unbound: BTreeMap<String, String>,
}

impl Cells {
    /// Binds one name and its value.
    pub(crate) fn put(&mut self, name: &str, value: &str) {
        let value = squeeze(value);
        let Some(field) = field_of(name) else {
            self.unbound.insert(squeeze(name), value);
            return;
        };
        self.set(field, &value);
    }

    /// Sets a field whose name the source does not write.
    pub(crate) fn set(&mut self, field: Field, value: &str) {
        let kept = !matches!(field, Field::Person | Field::Ignored);
        if kept && !value.is_empty() && value != "-" && value != "," {
            self.values.entry(field).or_insert_with(|| value.to_owned());
        }
    }

    /// Binds a JSON row; numbers in fields of dates are milliseconds, tags in texts are taken out.
    pub(crate) fn of_json(row: &Map<String, Value>) -> Self {
        let mut cells = Self::default();
        for (name, value) in row {
            match (field_of(name), value) {
                (
                    Some(
                        Field::Published
                        | Field::Implemented
                        | Field::Withdrawn
                        | Field::RecordDate,
                    ),
                    Value::Number(number),
                ) => {
                    let day = number.as_i64().and_then(china_day);
                    cells.put(name, &day.unwrap_or_else(|| number.to_string()));
                }
                (_, Value::Number(number)) => cells.put(name, &number.to_string()),
                (_, Value::String(text)) => cells.put(name, &plain(text)),
                (None, _) => cells.put(name, ""),
                _ => {}
            }
        }
        cells
    }

    /// Takes over what another binding has and this one lacks.
    pub(crate) fn absorb(&mut self, other: Self) {
        for (field, value) in other.values {
            self.values.entry(field).or_insert(value);
        }
        self.unbound.extend(other.unbound);
    }

    /// Returns a value that is not empty.
    pub(crate) fn get(&self, field: Field) -> Option<&str> {
        self.values.get(&field).map(String::as_str)
    }

    /// Takes a value out.
    pub(crate) fn take(&mut self, field: Field) -> Option<String> {
        self.values.remove(&field)
    }

    /// Returns the values nobody took.
    pub(crate) fn rest(self) -> impl Iterator<Item = (Field, String)> {
        self.values.into_iter()
    }

    /// Notes unbound names and missing fields.
    pub(crate) fn drift(&self, always: &[Field], drift: &mut Vec<Drift>) {
        let missing = always.iter().filter(|field| self.get(**field).is_none());
        let found = (self.unbound.keys().cloned().map(Drift::Unbound))
            .chain(missing.map(|field| Drift::Missing(field.name().to_owned())));
        for sign in found {
            if !drift.contains(&sign) && drift.len() < MOST_SIGNS {
                drift.push(sign);
            }
        }
    }
}

/// Signs of drift that a page may give; a hostile page could give a million.
const MOST_SIGNS: usize = 100;
