//! Keeping a document beside a record.

use std::path::Path;

use serde::Serialize;

use super::{TextsError, document, language_of};
use crate::clock::Clock;
use crate::extract::Loss;
use crate::model::Rights;
use crate::storage::{NewText, Store, TextChange};

/// A document that is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The name of the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Language of its text (ISO 639-1); told by the text where it is left out.
    pub language: Option<String>,
    /// What may be shown of it.
    pub rights: Rights,
}

/// A text that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attached {
    /// Identifier of the record.
    pub record: String,
    /// The name of the file, without its folder.
    pub origin: String,
    /// What kind of file it was.
    pub format: String,
    /// Language of the text.
    pub language: String,
    /// What may be shown of it.
    pub rights: Rights,
    /// What keeping it did.
    pub change: TextChange,
    /// Characters of the text.
    pub characters: usize,
    /// What the document holds and the text does not.
    pub losses: Vec<Loss>,
}

/// Keeps the text of a document beside a record, in place of the one before in its language.
///
/// The document itself is not kept: it is the user's, and its hash tells whether the text is that of the same file.
///
/// # Errors
///
/// [`TextsError`] when there is no such record, or the document cannot be read.
pub async fn attach(
    store: &Store,
    clock: &dyn Clock,
    record: &str,
    paper: Paper,
) -> Result<Attached, TextsError> {
    if store.record(record).await?.is_none() {
        return Err(TextsError::NoRecord(record.to_owned()));
    }
    let origin = Path::new(&paper.name).file_name().map_or_else(
        || paper.name.clone(),
        |name| name.to_string_lossy().into_owned(),
    );
    let hash = blake3::hash(&paper.bytes).to_hex();
    let read = document(&paper.name, paper.bytes).await?;
    let told = paper.language;
    let language = told.unwrap_or_else(|| language_of(&read.text).to_owned());
    let format = read.format.to_string();
    let change = store
        .put_text(&NewText {
            slug: record,
            language: &language,
            rights: paper.rights,
            origin: &origin,
            format: &format,
            hash: &hash,
            text: &read.text,
            added_at: &clock.now().to_string(),
        })
        .await?;
    Ok(Attached {
        record: record.to_owned(),
        origin,
        format,
        language,
        rights: paper.rights,
        change,
        characters: read.text.chars().count(),
        losses: read.losses,
    })
}
