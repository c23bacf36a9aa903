//! One process a source.

use std::fs::TryLockError;
use std::path::Path;

use fs_err::OpenOptions;

/// The right to crawl a source; it ends with the value or with the process.
#[derive(Debug)]
pub(super) struct SourceLock {
    _file: std::fs::File,
}

impl SourceLock {
    /// Takes the lock of a source; nothing when another process has it.
    pub(super) fn take(data_dir: &Path, source: &str) -> std::io::Result<Option<Self>> {
        let folder = data_dir.join("locks");
        fs_err::create_dir_all(&folder)?;
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        let (file, _) = options
            .open(folder.join(format!("crawl-{source}")))?
            .into_parts();
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}
