//! The store and its opening.

use std::path::Path;

use sqlx::SqlitePool;

use super::{StoreError, dialect};

/// The store of one data directory.
#[derive(Debug, Clone)]
pub struct Store {
    pub(super) writer: SqlitePool,
    pub(super) readers: SqlitePool,
}

impl Store {
    /// The file inside the data directory.
    pub const FILE: &'static str = "store.sqlite";

    /// Opens the store of a data directory, making both where they are not there yet.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the directory cannot be used, the file is no store, or a newer program wrote it.
    pub async fn open(directory: &Path) -> Result<Self, StoreError> {
        let unusable = |reason| StoreError::Directory {
            path: directory.to_owned(),
            reason,
        };
        fs_err::create_dir_all(directory).map_err(unusable)?;
        let (writer, readers) = dialect::open(&directory.join(Self::FILE)).await?;
        Ok(Self { writer, readers })
    }

    /// Returns the revision of the last committed change; 0 for an empty store.
    pub async fn revision(&self) -> Result<i64, StoreError> {
        Ok(self
            .meta("revision")
            .await?
            .and_then(|value| value.parse().ok())
            .unwrap_or(0))
    }

    /// Tells whether the very same bytes were taken before and every row of them is still the latest of its key.
    ///
    /// A file that returns to an older state must be read again: its rows were overtaken by others in between.
    pub async fn knows_harvest(&self, hash: &[u8; 32]) -> Result<bool, StoreError> {
        let found: Option<bool> = sqlx::query_scalar(
            "SELECT (SELECT count(*) FROM raw_row WHERE raw_row.harvest = harvest.id) >= harvest.row_count \
             FROM harvest WHERE hash = $1",
        )
        .bind(&hash[..])
        .fetch_optional(&self.readers)
        .await?;
        Ok(found.unwrap_or(false))
    }

    /// Returns the number of records.
    pub async fn record_count(&self) -> Result<u64, StoreError> {
        let count: i64 = sqlx::query_scalar("SELECT count(*) FROM record")
            .fetch_one(&self.readers)
            .await?;
        Ok(count.unsigned_abs())
    }

    /// Returns a remembered value.
    pub async fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        let value = sqlx::query_scalar("SELECT value FROM meta WHERE name = $1")
            .bind(name)
            .fetch_optional(&self.readers)
            .await?;
        Ok(value)
    }

    /// Remembers a value.
    pub async fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        sqlx::query(SET_META)
            .bind(name)
            .bind(value)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Opens a copy of a store where it lies, whatever its name.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the file is no store, or a newer program wrote it.
    pub async fn open_copy(file: &Path) -> Result<Self, StoreError> {
        let (writer, readers) = dialect::open(file).await?;
        Ok(Self { writer, readers })
    }

    /// Writes a consistent copy of the whole store into a new file, while others read and write.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        sqlx::query(dialect::COPY)
            .bind(file.to_string_lossy().into_owned())
            .execute(&self.readers)
            .await?;
        Ok(())
    }

    /// Checks the database file page by page and returns what is wrong with it; empty when nothing is.
    pub async fn check(&self) -> Result<Vec<String>, StoreError> {
        let words: Vec<String> = sqlx::query_scalar("PRAGMA quick_check")
            .fetch_all(&self.readers)
            .await?;
        Ok(words.into_iter().filter(|word| word != "ok").collect())
    }

    /// Closes all connections, writing the log back into the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

pub(super) const SET_META: &str = "INSERT INTO meta (name, value) VALUES ($1, $2) \
     ON CONFLICT (name) DO UPDATE SET value = excluded.value";
