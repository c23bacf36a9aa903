//! The International Classification for Standards, edition 7 (ISO, 2015, as maintained since).
//!
//! Field (2 digits), group (3), sub-group (2): `67`, `67.080`, `67.080.10`. A code covers all that
//! lies below it. Edition 6 is still met in older catalogues. Of it only what moved is carried
//! ([`moved()`]): of 299,318 classifications in the catalogues at hand 96 bear a code that edition 7
//! has not, 58 of them 59.080.60. A code that kept its number and was narrowed (35.040, from which
//! IT security went to 35.030) is not followed, because nothing tells which part a document is of.

mod code;
mod entry;
mod moved;

pub use code::{IcsCode, IcsCodeError, Level};
pub use entry::IcsEntry;
pub use moved::MovedCode;

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

static MOVED: LazyLock<Vec<MovedCode>> = LazyLock::new(|| {
    table::embedded(
        "ics_moves.jsonl",
        include_str!("../../data/ics_moves.jsonl"),
    )
});

/// Returns the codes of earlier editions that stand elsewhere in edition 7.
pub fn moved() -> &'static [MovedCode] {
    &MOVED
}

/// Returns the codes of another edition under which documents of a code, or below it, may stand.
///
/// Asked for a code that moved, it is where it went; asked for where it went, or for what lies above
/// that, it is the code that moved.
pub fn elsewhere(code: &str) -> Vec<&'static str> {
    let Ok(asked) = code.parse::<IcsCode>() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for row in moved() {
        if asked == row.code {
            found.extend(row.now.iter().map(IcsCode::as_str));
        } else if !asked.covers(&row.code) && row.now.iter().any(|now| asked.covers(now)) {
            found.push(row.code.as_str());
        }
    }
    found
}

#[cfg(test)]
mod tests;
