//! What happens to records.

use serde::{Deserialize, Serialize};

/// A kind of change that somebody may wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EventKind {
    /// The record was not there before.
    New,
    /// Its status word or a date that decides the status changed.
    StatusChanged,
    /// A document that replaces it became known.
    Replaced,
    /// The final date for comments moved.
    DeadlineChanged,
    /// A title changed.
    TitleChanged,
    /// Some other field changed.
    DocumentChanged,
    /// The source corrected its number; the record lives on under another one.
    Renumbered,
}

impl EventKind {
    /// Returns the word under which the store keeps it.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::StatusChanged => "status_changed",
            Self::Replaced => "replaced",
            Self::DeadlineChanged => "deadline_changed",
            Self::TitleChanged => "title_changed",
            Self::DocumentChanged => "document_changed",
            Self::Renumbered => "renumbered",
        }
    }
}

/// A change of one record, with its value before and after where it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What kind of change.
    pub kind: EventKind,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
}
