//! The key that session cookies are signed with.

use std::fmt;
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::AccountError;

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
        let path = directory.join(Self::FILE);
        let mut key = [0; LENGTH];
        getrandom::fill(&mut key).map_err(AccountError::Random)?;
        match new_private_file(&path) {
            Ok(mut file) => {
                file.write_all(&key)?;
                file.sync_all()?;
                return Ok(Self(key));
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
        let bytes = fs_err::read(&path)?;
        let found = bytes.len();
        let key = bytes.try_into().map_err(|_| {
            let expected = format!(
                "expected {LENGTH} bytes in `{}`, found {found}",
                path.display()
            );
            std::io::Error::new(ErrorKind::InvalidData, expected)
        })?;
        Ok(Self(key))
    }

    /// Returns the bytes, for whoever signs.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

fn new_private_file(path: &Path) -> std::io::Result<fs_err::File> {
    let mut options = fs_err::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use fs_err::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_has_one_key_that_only_its_owner_reads() {
        let folder = tempfile::tempdir().unwrap();
        let first = CookieKey::of(folder.path()).unwrap();
        assert_eq!(first.bytes(), CookieKey::of(folder.path()).unwrap().bytes());
        assert_eq!(format!("{first:?}"), "CookieKey(…)");
        let path = folder.path().join(CookieKey::FILE);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs_err::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        fs_err::write(&path, b"short").unwrap();
        assert!(CookieKey::of(folder.path()).is_err());
    }
}
