//! The key under which tokens are made.

use std::fmt;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::secrets::{KeyFileError, key_of};

/// The length of the key in bytes.
const LENGTH: usize = 32;
/// Bytes of a name that must not be guessed.
const NAME: usize = 12;

/// A key that never leaves the program: it cannot be printed.
#[derive(Clone)]
pub struct Secret([u8; LENGTH]);

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

impl Secret {
    /// The file inside the data directory.
    pub const FILE: &'static str = "alerts.key";

    /// Wraps a key.
    pub fn new(key: [u8; LENGTH]) -> Self {
        Self(key)
    }

    /// Reads the key of a data directory, making one the first time.
    ///
    /// # Errors
    ///
    /// [`KeyFileError`] when the file cannot be used or holds no key.
    pub fn of(directory: &Path) -> Result<Self, KeyFileError> {
        key_of(directory, Self::FILE).map(Self)
    }

    /// Returns the HMAC-SHA-256 of a message.
    pub(super) fn sign(&self, message: &[u8]) -> Hmac<Sha256> {
        // HMAC takes keys of any length; the fixed one cannot be refused.
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0)
            .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        mac.update(message);
        mac
    }

    /// Returns a short name for something that must not be guessed, the same each time.
    pub fn name(&self, of: &str) -> String {
        let mac = self.sign(of.as_bytes()).finalize().into_bytes();
        hex::encode(&mac[..NAME])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_has_one_key_that_stays() {
        let folder = tempfile::tempdir().unwrap();
        let first = Secret::of(folder.path()).unwrap();
        let again = Secret::of(folder.path()).unwrap();
        assert_eq!(first.0, again.0);
        assert_eq!(format!("{first:?}"), "Secret(…)");
        fs_err::write(folder.path().join(Secret::FILE), b"short").unwrap();
        assert!(Secret::of(folder.path()).is_err());
    }
}
