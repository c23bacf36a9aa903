//! The shape of the entries of a JSON list: their key, the fields they always have, the fields that are known.
//!
//! What several sources do alike with a list of objects: read each into a record or say why not, keep every key for the
//! completeness of the walk, and notice fields that came or went.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::fields::Fields;
use crate::page::{Drift, Listing, PageReading};
use crate::{RawRecord, RowError};

/// The shape of an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// The field that identifies an entry.
    pub(super) key: &'static str,
    /// Fields that every entry has, with a value or null.
    pub(super) always: &'static [&'static str],
    /// Further fields that are known, bound or left alone on purpose.
    pub(super) sometimes: &'static [&'static str],
}

impl Shape {
    /// Reads the entries of a page; the listing is one of no name, to be completed with [`listed`].
    pub(super) fn read(
        &self,
        items: Vec<Value>,
        read: impl Fn(Fields) -> Result<RawRecord, RowError>,
    ) -> PageReading {
        let mut reading = PageReading::default();
        let mut keys = Vec::with_capacity(items.len());
        let mut drift = BTreeSet::new();
        for item in items {
            keys.push(self.key_of(&item));
            let Value::Object(entry) = item else {
                let found = item.to_string().chars().take(40).collect::<String>();
                let reason = format!("expected an object, found `{found}`");
                reading.bad.push(RowError::new("row", reason));
                continue;
            };
            for name in entry.keys() {
                let name = name.as_str();
                if name != self.key
                    && !self.always.contains(&name)
                    && !self.sometimes.contains(&name)
                {
                    drift.insert(Drift::Unbound(name.to_owned()));
                }
            }
            for name in self.always {
                if !entry.contains_key(*name) {
                    drift.insert(Drift::Missing((*name).to_owned()));
                }
            }
            match read(Fields::new(entry)) {
                Ok(record) => reading.records.push(record),
                Err(error) => reading.bad.push(error),
            }
        }
        reading.drift = drift.into_iter().collect();
        reading.listing = Some(Listing {
            keys,
            ..Listing::default()
        });
        reading
    }

    /// An entry without a key is known by its own text, so that it counts once.
    fn key_of(&self, item: &Value) -> String {
        match item.get(self.key) {
            Some(Value::String(text)) if !text.trim().is_empty() => text.trim().to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            _ => format!(
                "without a key: {}",
                blake3::hash(item.to_string().as_bytes()).to_hex()
            ),
        }
    }
}

/// Completes the listing of a page.
pub(super) fn listed(
    mut reading: PageReading,
    walk: impl Into<String>,
    total: Option<u64>,
    last: bool,
) -> PageReading {
    if let Some(listing) = &mut reading.listing {
        listing.walk = walk.into();
        listing.total = total;
        listing.last = last;
    }
    reading
}
