//! Reading rows of text, many at a time: raw record, hash, identity.

use indexers::{RawKind, RawRecord, Reading, RowError, read_row};

use super::identity::Identity;
use crate::storage::RowHash;

/// A row of text on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line of the file, from one; or place in the page.
    pub line: u64,
    /// The row.
    pub text: String,
}

/// A row that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// What the source says.
    pub raw: RawRecord,
    /// Hash of the text.
    pub hash: RowHash,
    /// The document it speaks of.
    pub identity: Identity,
}

/// Reads a row.
///
/// # Errors
///
/// [`RowError`] when the row is no record of a known source.
pub fn prepare(text: &str) -> Result<Prepared, RowError> {
    let raw = match read_row(text)? {
        Reading::Record(record) => *record,
        Reading::Unknown => {
            return Err(RowError::new(
                "row",
                "expected a record of a known source, found an object with other fields",
            ));
        }
    };
    if raw.titles.is_empty()
        && !matches!(raw.kind, RawKind::Limit)
        && raw.extra.is_empty()
        && raw.dates.is_empty()
    {
        return Err(RowError::missing("title"));
    }
    let identity = Identity::of(&raw);
    Ok(Prepared {
        raw,
        hash: hash_of(text),
        identity,
    })
}

/// Returns the hash that tells two versions of a row apart.
pub(super) fn hash_of(text: &str) -> RowHash {
    let mut hash = RowHash::default();
    for (to, from) in hash
        .iter_mut()
        .zip(blake3::hash(text.as_bytes()).as_bytes())
    {
        *to = *from;
    }
    hash
}
