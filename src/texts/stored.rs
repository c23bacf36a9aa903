//! Getting a text back.

use crate::model::Rights;
use crate::storage::{Store, StoreError};

/// A text of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredText {
    /// Its language (ISO 639-1).
    pub language: String,
    /// What may be shown of it.
    pub rights: Rights,
    /// The text.
    pub text: String,
}

/// Returns a text of a record: in the language wanted, else the first it has; nothing when it has none.
pub async fn stored(
    store: &Store,
    record: &str,
    wanted: &str,
) -> Result<Option<StoredText>, StoreError> {
    let mut entries = store.texts(record).await?;
    if entries.is_empty() {
        return Ok(None);
    }
    let place = entries.iter().position(|entry| entry.language == wanted);
    let entry = entries.swap_remove(place.unwrap_or(0));
    let text = store.text(record, &entry.language).await?;
    Ok(text.map(|text| StoredText {
        language: entry.language,
        rights: entry.rights,
        text,
    }))
}
