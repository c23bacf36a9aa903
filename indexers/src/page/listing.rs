//! What a page says about the list it belongs to.

use serde::{Deserialize, Serialize};

/// One page of a paged list.
///
/// The crawler holds pages of one `walk` together: a list is complete only if no page repeats another, all keys are
/// distinct, and their count meets the declared total. An incomplete list retires nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Name of the list within this run (`2026-01-01..2026-01-31`), the same on each of its pages.
    pub walk: String,
    /// How many entries the server declares for the whole list, where it does.
    pub total: Option<u64>,
    /// The keys of the entries on this page, in order, including those that could not be read as records.
    pub keys: Vec<String>,
    /// Tells that the server marks this page as the last.
    pub last: bool,
}
