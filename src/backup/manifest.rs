//! What a backup says about itself.

use serde::{Deserialize, Serialize};

/// The first entry of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this layout.
    pub format: u32,
    /// Version of the program that made it.
    pub program: String,
    /// When it was made (RFC 3339, UTC).
    pub made_at: String,
    /// The store's revision.
    pub revision: i64,
    /// Records in the store.
    pub records: u64,
    /// Fingerprint of the index that belonged to it; the index itself is made again.
    pub index_fingerprint: String,
    /// Size of the store in bytes.
    pub bytes: u64,
    /// BLAKE3 hash of the store, in hexadecimal.
    pub blake3: String,
}

impl Manifest {
    /// The layout this program writes: a Zstandard frame around a tar archive of manifest and store.
    pub const FORMAT: u32 = 1;
    /// Name of the entry that holds the manifest.
    pub(super) const ENTRY: &'static str = "manifest.json";
    /// A manifest is never larger; one that claims more is no manifest.
    pub(super) const LARGEST: u64 = 64 << 10;
}
