//! What happened to a record, with the record as it was then.

use std::sync::Arc;

use jiff::Timestamp;

use super::subscription::Matter;
use crate::model::{Change, Record};

/// One happening, ready to be held against what people watch.
///
/// Codes an addendum has from its parent stand in the record itself, with the document they come from.
#[derive(Debug, Clone)]
pub struct Occurrence {
    /// Number of the event in the store.
    pub event: i64,
    /// What changed.
    pub change: Change,
    /// When it became known.
    pub at: Timestamp,
    /// The record.
    pub record: Arc<Record>,
}

impl Occurrence {
    /// Returns what it is to a subscriber.
    pub fn matter(&self) -> Matter {
        Matter::of(&self.change)
    }
}
