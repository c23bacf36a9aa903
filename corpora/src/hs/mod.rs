//! The Harmonized System, edition 2022: all chapters, and the headings round the export products.
//!
//! Not the whole nomenclature: all 97 chapters, every heading of the chapters that a product uses and
//! every subheading of the headings it uses. What lies outside is answered by its chapter. A row
//! names its edition, because a code without one is ambiguous every five years.

mod entry;

pub use entry::{HsEdition, HsEntry};

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table;

static ENTRIES: LazyLock<Vec<HsEntry>> =
    LazyLock::new(|| table::embedded("hs.jsonl", include_str!("../../data/hs.jsonl")));

static BY_CODE: LazyLock<HashMap<&str, &HsEntry>> = LazyLock::new(|| {
    ENTRIES
        .iter()
        .map(|entry| (entry.code.as_str(), entry))
        .collect()
});

/// Returns every entry in the order of the codes.
pub fn entries() -> &'static [HsEntry] {
    &ENTRIES
}

/// Returns the entry of exactly this code: 2, 4 or 6 digits without dots.
pub fn entry(code: &str) -> Option<&'static HsEntry> {
    BY_CODE.get(code).copied()
}

/// Returns the longest entry that covers a code, which may be a longer national one.
///
/// `7214200000` is answered by `721420`, or by `7214` or `72` where the table has no more.
pub fn nearest(code: &str) -> Option<&'static HsEntry> {
    [6, 4, 2]
        .into_iter()
        .filter_map(|digits| code.get(..digits))
        .find_map(entry)
}

/// Returns the entries directly below a code.
pub fn children(code: &str) -> impl Iterator<Item = &'static HsEntry> {
    ENTRIES
        .iter()
        .filter(move |entry| entry.parent() == Some(code))
}

#[cfg(test)]
mod tests;
