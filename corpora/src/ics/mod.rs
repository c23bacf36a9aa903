//! The International Classification for Standards, edition 7 (ISO, 2015, as maintained since).
//!
//! Field (2 digits), group (3), sub-group (2): `67`, `67.080`, `67.080.10`. A code covers all that
//! lies below it. Edition 6 is still met in older catalogues; it is not carried here, because the
//! codes that it has and edition 7 has not are few and are answered by their group.

mod code;
mod entry;

pub use code::{IcsCode, IcsCodeError, Level};
pub use entry::IcsEntry;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table;

static ENTRIES: LazyLock<Vec<IcsEntry>> =
    LazyLock::new(|| table::embedded("ics.jsonl", include_str!("../../data/ics.jsonl")));

static BY_CODE: LazyLock<HashMap<&str, &IcsEntry>> = LazyLock::new(|| {
    ENTRIES
        .iter()
        .map(|entry| (entry.code.as_str(), entry))
        .collect()
});

/// Returns every entry in the order of the codes.
pub fn entries() -> &'static [IcsEntry] {
    &ENTRIES
}

/// Returns the entry of a code, with its titles.
pub fn title(code: &str) -> Option<&'static IcsEntry> {
    BY_CODE.get(code).copied()
}

/// Returns the entries above a code, the field first; the code itself is not among them.
///
/// A code that is not in the classification still has the ancestors that are.
pub fn ancestors(code: &str) -> Vec<&'static IcsEntry> {
    code.match_indices('.')
        .filter_map(|(dot, _)| title(&code[..dot]))
        .collect()
}

/// Returns the entries directly below a code.
pub fn children(code: &str) -> impl Iterator<Item = &'static IcsEntry> {
    ENTRIES.iter().filter(move |entry| {
        entry
            .parent
            .as_ref()
            .is_some_and(|parent| parent.as_str() == code)
    })
}

#[cfg(test)]
mod tests;
