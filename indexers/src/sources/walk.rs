//! The place of a page in a paged list, carried from page to page in the request's note.

use serde::{Deserialize, Serialize};

use crate::page::Listing;

/// Where a walk stands; the server's own page size counts, because some ignore the one that was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Walk {
    /// Name of the list.
    pub(crate) name: String,
    /// This page, counted from one.
    pub(crate) page: u64,
    /// Entries on the pages before.
    pub(crate) seen: u64,
    /// First day of an incremental run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    /// Whether details are asked for.
    #[serde(default)]
    pub(crate) details: bool,
}

impl Walk {
    /// Begins a list.
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            page: 1,
            ..Self::default()
        }
    }

    /// Reads the note of a request; a note that is none is the first page of a nameless list.
    pub(crate) fn of(note: &str) -> Self {
        serde_json::from_str(note).unwrap_or_else(|_| Self::new("list"))
    }

    /// Writes the note.
    pub(crate) fn note(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Returns what this page says of its list; without a next page it is the last.
    pub(crate) fn listing(
        self,
        keys: Vec<String>,
        total: Option<u64>,
        next: Option<&Self>,
    ) -> Listing {
        Listing {
            walk: self.name,
            total,
            keys,
            last: next.is_none(),
        }
    }

    /// Returns the next page, unless the list is at its end.
    pub(crate) fn next(&self, entries: usize, total: Option<u64>) -> Option<Self> {
        let seen = self.seen.saturating_add(entries as u64);
        let more = entries > 0 && total.is_none_or(|total| seen < total);
        more.then(|| Self {
            page: self.page.saturating_add(1),
            seen,
            ..self.clone()
        })
    }
}

/// Reads a page as a JSON object; a byte order mark is passed over.
pub(crate) fn object(
    text: &str,
) -> Result<serde_json::Map<String, serde_json::Value>, crate::page::PageError> {
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str(text) {
        Ok(serde_json::Value::Object(object)) => Ok(object),
        _ => Err(crate::page::PageError::new(
            "a JSON object",
            text.trim().chars().take(40).collect::<String>(),
        )),
    }
}

/// Takes the list of entries under a name.
pub(crate) fn entries<'json>(
    object: &'json serde_json::Map<String, serde_json::Value>,
    name: &str,
) -> Result<&'json [serde_json::Value], crate::page::PageError> {
    let list = object.get(name).and_then(serde_json::Value::as_array);
    list.map(Vec::as_slice)
        .ok_or_else(|| crate::page::PageError::new(format!("a list under `{name}`"), "none"))
}
