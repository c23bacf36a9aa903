//! The key that session cookies are signed with.

use std::fmt;
use std::path::Path;

use super::AccountError;
use crate::secrets::key_of;

/// Bytes of the key: what signing and encrypting cookies take together.
const LENGTH: usize = 64;

/// The key of a data directory; it never leaves the program and cannot be printed.
#[derive(Clone)]
pub struct CookieKey([u8; LENGTH]);

impl fmt::Debug for CookieKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CookieKey(…)")
    }
}

impl CookieKey {
    /// The file inside the data directory.
    pub const FILE: &'static str = "session.key";

    /// Reads the key of a data directory, making one, readable by its owner alone, the first time.
    ///
    /// # Errors
    ///
    /// [`AccountError`] when the file cannot be used or holds no key.
    pub fn of(directory: &Path) -> Result<Self, AccountError> {
        Ok(Self(key_of(directory, Self::FILE)?))
    }

    /// Returns the bytes, for whoever signs.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_has_one_key_that_is_not_printed() {
        let folder = tempfile::tempdir().unwrap();
        let first = CookieKey::of(folder.path()).unwrap();
        assert_eq!(first.bytes(), CookieKey::of(folder.path()).unwrap().bytes());
        assert_eq!(format!("{first:?}"), "CookieKey(…)");
    }
}
