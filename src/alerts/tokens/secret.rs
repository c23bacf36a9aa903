//! The key under which tokens are made.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The length of the key in bytes.
const LENGTH: usize = 32;

/// A key that never leaves the program: it cannot be printed.
#[derive(Clone)]
pub struct Secret([u8; LENGTH]);

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// A key that cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file cannot be read or written.
    #[error("cannot use the key file: {0}")]
    File(#[from] std::io::Error),
    /// The file holds something else.
    #[error("expected {LENGTH} bytes in the key file `{path}`, found {found}")]
    Length {
        /// The file.
        path: PathBuf,
        /// Its length.
        found: usize,
    },
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes: {0}")]
    Random(getrandom::Error),
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
    /// Two programs that begin at once agree: a new key is written aside and linked into place, which only one can do.
    ///
    /// # Errors
    ///
    /// [`SecretError`] when the file cannot be used or holds no key.
    pub fn of(directory: &Path) -> Result<Self, SecretError> {
        let path = directory.join(Self::FILE);
        if !path.exists() {
            let mut key = [0; LENGTH];
            getrandom::fill(&mut key).map_err(SecretError::Random)?;
            let aside = directory.join(format!("{}.{}.new", Self::FILE, std::process::id()));
            private_file(&aside)?.write_all(&key)?;
            let linked = fs_err::hard_link(&aside, &path);
            fs_err::remove_file(&aside)?;
            if !path.exists() {
                linked?;
            }
        }
        let bytes = fs_err::read(&path)?;
        let found = bytes.len();
        let key = bytes
            .try_into()
            .map_err(|_| SecretError::Length { path, found })?;
        Ok(Self(key))
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
        mac.iter()
            .take(12)
            .fold(String::new(), |name, byte| format!("{name}{byte:02x}"))
    }
}

#[cfg(unix)]
fn private_file(path: &Path) -> std::io::Result<fs_err::File> {
    use fs_err::os::unix::fs::OpenOptionsExt;
    fs_err::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> std::io::Result<fs_err::File> {
    fs_err::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)
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
