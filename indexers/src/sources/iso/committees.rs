//! What ISO's committees are called (the file of technical committees, some 785 lines, weekly).

use std::collections::BTreeMap;

use serde_json::Value;

use super::lines::entries;
use crate::RowError;
use crate::page::{Page, PageError, Request};

/// Names by reference (`ISO/TC 181` is Safety of toys), carried to the deliverables in the note of their request.
///
/// Fifty kilobytes in a note are cheap, and right: when a name changes, the deliverables are asked for and read again.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub(super) struct Committees(BTreeMap<String, String>);

impl Committees {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// [`PageError`] when the page is not lines of JSON.
    pub(super) fn read(page: &Page<'_>) -> Result<(Self, Vec<RowError>), PageError> {
        let (items, mut bad) = entries(page, false)?;
        let mut names = BTreeMap::new();
        for item in items {
            let text = |value: Option<&Value>| {
                let text = value.and_then(Value::as_str).map(str::trim);
                text.filter(|text| !text.is_empty()).map(str::to_owned)
            };
            let title = item.get("title").and_then(|title| title.get("en"));
            match (text(item.get("reference")), text(title)) {
                (Some(reference), Some(title)) => {
                    names.insert(reference, title);
                }
                (Some(_), None) => {}
                (None, _) => bad.push(RowError::missing("reference")),
            }
        }
        if names.is_empty() {
            return Err(PageError::new("lines of committees", "none"));
        }
        Ok((Self(names), bad))
    }

    /// Takes them out of the note of a request; an empty note has none.
    pub(super) fn of(request: &Request) -> Self {
        serde_json::from_str(&request.note).unwrap_or_default()
    }

    /// Writes them into a note.
    pub(super) fn note(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Returns a reference with the name behind it, as other catalogues of ISO print it.
    pub(super) fn named(&self, reference: String) -> String {
        match self.0.get(&reference) {
            Some(name) => format!("{reference} {name}"),
            None => reference,
        }
    }
}
