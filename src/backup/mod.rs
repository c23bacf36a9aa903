//! Backups: the whole store in one file, checked when it is made and again when it is restored.
//!
//! A backup is made while the program serves: the database writes a consistent copy of itself, which is packed together
//! with a manifest. The index is not packed; it can be made again from the store, and the manifest's fingerprint says by
//! which rules it was made. Restoring unpacks beside the data directory, checks every byte against the manifest, and only
//! then moves into place, so a broken backup or a full disk leaves everything as it was.

mod error;
mod manifest;
mod pack;
mod restore;

pub use error::BackupError;
pub use manifest::Manifest;
pub use pack::back_up;
pub use restore::{Existing, restore};
