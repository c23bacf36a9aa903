//! Restoring a backup.

use std::io::{self, Read};
use std::path::Path;

use fs_err::File;

use super::pack::{Temporary, at};
use super::{BackupError, Manifest};
use crate::storage::Store;

/// What is done with a store that is where the backup shall go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is restored.
    Keep,
    /// It is moved aside, to a name that says so.
    MoveAside,
}

/// Restores a backup into a data directory; nobody may serve or write it meanwhile.
///
/// The index is not part of a backup and is made again at the next start.
///
/// # Errors
///
/// [`BackupError`] when the file is no whole backup, or the directory holds a store that shall stay.
pub async fn restore(
    file: &Path,
    data_dir: &Path,
    existing: Existing,
) -> Result<Manifest, BackupError> {
    let place = data_dir.join(Store::FILE);
    if place.exists() && existing == Existing::Keep {
        return Err(BackupError::Occupied {
            path: data_dir.to_owned(),
        });
    }
    fs_err::create_dir_all(data_dir).map_err(at(data_dir))?;
    let fresh = Temporary(data_dir.join(format!("{}.restoring", Store::FILE)));
    fresh.remove();
    let (from, to) = (file.to_owned(), fresh.0.clone());
    let unpacked = tokio::task::spawn_blocking(move || unpack(&from, &to)).await;
    let manifest = unpacked.map_err(|reason| BackupError::Broken(reason.to_string()))??;
    let copy = Store::open_copy(&fresh.0).await?;
    let troubles = copy.check().await?;
    copy.close().await;
    if let Some(trouble) = troubles.into_iter().next() {
        return Err(damaged(file, "a sound database", trouble));
    }
    put_in_place(&fresh.0, data_dir)?;
    Ok(manifest)
}

/// Moves the old store aside with its log, and the new one to its place.
fn put_in_place(fresh: &Path, data_dir: &Path) -> Result<(), BackupError> {
    for ending in ["", "-wal", "-shm"] {
        let old = data_dir.join(format!("{}{ending}", Store::FILE));
        if old.exists() {
            let aside = data_dir.join(format!("{}.replaced{ending}", Store::FILE));
            fs_err::rename(&old, &aside).map_err(at(&old))?;
        }
    }
    // An index of another store must not be followed further: it would pass over what it believes to have seen.
    let index = data_dir.join("index");
    if index.exists() {
        fs_err::remove_dir_all(&index).map_err(at(&index))?;
    }
    let place = data_dir.join(Store::FILE);
    fs_err::rename(fresh, &place).map_err(at(&place))
}

fn damaged(file: &Path, expected: impl Into<String>, found: impl Into<String>) -> BackupError {
    BackupError::Damaged {
        path: file.to_owned(),
        expected: expected.into(),
        found: found.into(),
    }
}

fn unpack(file: &Path, to: &Path) -> Result<Manifest, BackupError> {
    let packed = File::open(file).map_err(at(file))?;
    let frame = zstd::Decoder::new(packed)
        .map_err(|reason| damaged(file, "a Zstandard frame", reason.to_string()))?;
    let mut archive = tar::Archive::new(frame);
    let mut entries = archive
        .entries()
        .map_err(|reason| damaged(file, "an archive", reason.to_string()))?;
    let mut next = |name: &str| -> Result<_, BackupError> {
        let missing = || damaged(file, format!("an entry `{name}`"), "nothing more");
        let entry = entries.next().ok_or_else(missing)?;
        let entry = entry
            .map_err(|reason| damaged(file, format!("an entry `{name}`"), reason.to_string()))?;
        let found = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if found == name {
            Ok(entry)
        } else {
            Err(damaged(
                file,
                format!("an entry `{name}`"),
                format!("`{found}`"),
            ))
        }
    };
    let mut words = Vec::new();
    next(Manifest::ENTRY)?
        .take(Manifest::LARGEST)
        .read_to_end(&mut words)
        .map_err(|reason| damaged(file, "a manifest", reason.to_string()))?;
    let manifest: Manifest = serde_json::from_slice(&words)
        .map_err(|reason| damaged(file, "a manifest", reason.to_string()))?;
    if manifest.format > Manifest::FORMAT {
        return Err(BackupError::Newer {
            found: manifest.format,
            known: Manifest::FORMAT,
        });
    }
    // The manifest bounds what is written: an archive that goes on for ever is cut where it should end.
    let mut store = next(Store::FILE)?.take(manifest.bytes.saturating_add(1));
    let mut copy = Summing {
        to: File::create(to).map_err(at(to))?,
        hasher: blake3::Hasher::new(),
    };
    let bytes = io::copy(&mut store, &mut copy)
        .map_err(|reason| damaged(file, "the store", reason.to_string()))?;
    copy.to.sync_all().map_err(at(to))?;
    let sum = copy.hasher.finalize().to_hex().to_string();
    if (bytes, &sum) != (manifest.bytes, &manifest.blake3) {
        let expected = format!("{} bytes with the hash {}", manifest.bytes, manifest.blake3);
        return Err(damaged(
            file,
            expected,
            format!("{bytes} bytes with the hash {sum}"),
        ));
    }
    Ok(manifest)
}

/// Writes a file and sums it up at once.
struct Summing {
    to: File,
    hasher: blake3::Hasher,
}

impl io::Write for Summing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
