//! Files that hold one random key.

use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A key file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It cannot be read or written.
    #[error("cannot use the key file: {0}")]
    File(#[from] std::io::Error),
    /// It holds something else.
    #[error("expected {expected} bytes in the key file `{path}`, found {found}")]
    Length {
        /// The file.
        path: PathBuf,
        /// The length of a key.
        expected: usize,
        /// Its length.
        found: usize,
    },
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes: {0}")]
    Random(getrandom::Error),
}

/// Reads a key of a data directory, making one, readable by its owner alone, the first time.
///
/// A new key is written aside and moved into its place, which only one of two programs that begin at once can do: no
/// one ever finds half a key, and both have the same.
///
/// # Errors
///
/// [`KeyFileError`] when the file cannot be used or holds no key.
pub fn key_of<const LENGTH: usize>(
    directory: &Path,
    file: &str,
) -> Result<[u8; LENGTH], KeyFileError> {
    let path = directory.join(file);
    if !path.exists() {
        let mut key = [0; LENGTH];
        getrandom::fill(&mut key).map_err(KeyFileError::Random)?;
        let mut aside = NamedTempFile::new_in(directory)?;
        aside.write_all(&key)?;
        aside.as_file().sync_all()?;
        if let Err(refused) = aside.persist_noclobber(&path)
            && !path.exists()
        {
            return Err(refused.error.into());
        }
    }
    let bytes = fs_err::read(&path)?;
    let found = bytes.len();
    bytes.try_into().map_err(|_| KeyFileError::Length {
        path,
        expected: LENGTH,
        found,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "test.key";

    #[test]
    fn a_directory_has_one_key_that_stays_and_that_only_its_owner_reads() {
        let folder = tempfile::tempdir().unwrap();
        let first: [u8; 32] = key_of(folder.path(), FILE).unwrap();
        let again: [u8; 32] = key_of(folder.path(), FILE).unwrap();
        assert_eq!(first, again);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let about = fs_err::metadata(folder.path().join(FILE)).unwrap();
            assert_eq!(about.permissions().mode() & 0o777, 0o600);
        }
        let files = fs_err::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 1, "nothing is left beside it");
    }

    #[test]
    fn a_file_of_another_length_is_no_key() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::write(folder.path().join(FILE), b"short").unwrap();
        let refused = key_of::<32>(folder.path(), FILE).unwrap_err();
        assert!(refused.to_string().contains("expected 32 bytes"));
    }

    #[test]
    fn programs_that_begin_at_once_have_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let keys: Vec<[u8; 32]> = std::thread::scope(|scope| {
            let begun: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| key_of(path, FILE).unwrap()))
                .collect();
            begun.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
    }
}
