//! Reading a document beside the work of others.

use tokio::sync::Semaphore;

use super::TextsError;
use crate::extract::{self, ExtractedText, Limits};

/// Documents that are read at the same time: each may take a core and a gigabyte.
static READING: Semaphore = Semaphore::const_new(2);

/// Reads a document: the name it was handed in under, and its bytes.
///
/// # Errors
///
/// [`TextsError::Document`] when it cannot be read as text.
pub async fn document(name: &str, bytes: Vec<u8>) -> Result<ExtractedText, TextsError> {
    let _permit = READING
        .acquire()
        .await
        .map_err(|reason| TextsError::BrokenOff(reason.to_string()))?;
    let name = name.to_owned();
    let work = move || extract::read(&name, &bytes, &Limits::default());
    let read = tokio::task::spawn_blocking(work)
        .await
        .map_err(|reason| TextsError::BrokenOff(reason.to_string()))?;
    Ok(read?)
}
