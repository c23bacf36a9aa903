//! Making a backup.

use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use fs_err::File;

use super::{BackupError, Manifest};
use crate::clock::Clock;
use crate::index;
use crate::storage::Store;

/// Level 6 of Zstandard: bodies in the store are compressed already, so higher levels gain next to nothing.
const LEVEL: i32 = 6;

/// Writes the store of a data directory into one file, also while it is being served and written.
///
/// The copy is made beside the store and removed afterwards, so the disk needs room for it. The file is readable by its
/// owner only: a store holds the addresses of subscribers.
///
/// # Errors
///
/// [`BackupError`] when the file is there already, cannot be written, or the store refuses.
pub async fn back_up(
    store: &Store,
    data_dir: &Path,
    file: &Path,
    clock: &dyn Clock,
) -> Result<Manifest, BackupError> {
    if file.exists() {
        return Err(BackupError::Exists {
            path: file.to_owned(),
        });
    }
    let copy = Temporary(data_dir.join(format!("{}.copy-{}", Store::FILE, std::process::id())));
    copy.remove();
    store.copy_to(&copy.0).await?;
    let copied = Store::open_copy(&copy.0).await?;
    let revision = copied.revision().await?;
    let records = copied.record_count().await?;
    copied.close().await;
    let mut manifest = Manifest {
        format: Manifest::FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: clock.now().to_string(),
        revision,
        records,
        index_fingerprint: index::fingerprint(),
        bytes: 0,
        blake3: String::new(),
    };
    let file = file.to_owned();
    let work = move || {
        let unfinished = Temporary(file.with_extension("unfinished"));
        unfinished.remove();
        (manifest.bytes, manifest.blake3) = sum(&copy.0).map_err(at(&copy.0))?;
        write(&unfinished.0, &copy.0, &manifest).map_err(at(&unfinished.0))?;
        // A name that is there is whole: the file gets it only now.
        fs_err::rename(&unfinished.0, &file).map_err(at(&file))?;
        Ok(manifest)
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(reason) => Err(BackupError::Broken(reason.to_string())),
    }
}

pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> BackupError {
    let path = path.to_owned();
    move |reason| BackupError::File {
        path: path.clone(),
        reason,
    }
}

fn sum(path: &Path) -> io::Result<(u64, String)> {
    let mut hasher = blake3::Hasher::new();
    let bytes = io::copy(&mut File::open(path)?, &mut hasher)?;
    Ok((bytes, hasher.finalize().to_hex().to_string()))
}

fn write(path: &Path, store: &Path, manifest: &Manifest) -> io::Result<()> {
    let mut options = fs_err::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use fs_err::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let frame = zstd::Encoder::new(options.open(path)?, LEVEL)?;
    let mut archive = tar::Builder::new(frame);
    let words = serde_json::to_vec_pretty(manifest)?;
    append(
        &mut archive,
        Manifest::ENTRY,
        words.len() as u64,
        &words[..],
    )?;
    let mut store = File::open(store)?;
    store.rewind()?;
    append(
        &mut archive,
        Store::FILE,
        manifest.bytes,
        store.take(manifest.bytes),
    )?;
    let mut file = archive.into_inner()?.finish()?;
    file.flush()?;
    file.file().sync_all()
}

fn append<W: Write>(
    archive: &mut tar::Builder<W>,
    name: &str,
    size: u64,
    from: impl Read,
) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_cksum();
    archive.append_data(&mut header, name, from)
}

/// A file that goes when the work ends, however it ends.
pub(super) struct Temporary(pub(super) PathBuf);

impl Temporary {
    pub(super) fn remove(&self) {
        match fs_err::remove_file(&self.0) {
            Err(reason) if reason.kind() != io::ErrorKind::NotFound => {
                tracing::warn!("cannot remove a temporary file: {reason}");
            }
            _ => {}
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        self.remove();
    }
}
