//! Everything that is particular to SQLite: options, migrations, error codes, file checks.

use std::path::Path;
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{
    SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};

use super::StoreError;

/// The statement that opens a write transaction; a plain `BEGIN` that upgrades later fails with "busy" at once.
pub(super) const BEGIN_WRITE: &str = "BEGIN IMMEDIATE";

/// The statement that writes a consistent copy of the database into a new file.
pub(super) const COPY: &str = "VACUUM INTO $1";

/// The most parameters one statement may carry (SQLite's default since 3.32).
pub(super) const MOST_PARAMETERS: usize = 32_000;

static MIGRATIONS: Migrator = sqlx::migrate!("src/storage/migrations/sqlite");

/// A trouble that people can do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    Locked,
    DiskFull,
}

/// Recognises the troubles by SQLite's result codes (5 busy, 6 locked, 13 full).
pub(super) fn trouble(error: &sqlx::Error) -> Option<Trouble> {
    let sqlx::Error::Database(error) = error else {
        return None;
    };
    match error.code()?.parse::<u32>().ok()? & 0xFF {
        5 | 6 => Some(Trouble::Locked),
        13 => Some(Trouble::DiskFull),
        _ => None,
    }
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // With WAL a kill loses nothing; only a power cut may lose the last transactions, never consistency.
        .synchronous(SqliteSynchronous::Normal)
        .auto_vacuum(SqliteAutoVacuum::None)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(20))
        .pragma("cache_size", "-8000")
        .pragma("temp_store", "memory")
        .statement_cache_capacity(64)
        // Statements are no events of ours; errors are logged where they are met.
        .disable_statement_logging()
}

/// Opens the pools: one connection that writes, several that read.
pub(super) async fn open(path: &Path) -> Result<(SqlitePool, SqlitePool), StoreError> {
    let damaged = |error: sqlx::Error| match &error {
        // 26: not a database, 11: corrupt.
        sqlx::Error::Database(inner) if matches!(inner.code().as_deref(), Some("26" | "11")) => {
            StoreError::Damaged {
                path: path.to_owned(),
            }
        }
        _ => error.into(),
    };
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options(path))
        .await
        .map_err(damaged)?;
    MIGRATIONS.run(&writer).await.map_err(|error| match error {
        MigrateError::VersionMissing(found) => {
            let known = MIGRATIONS
                .iter()
                .map(|migration| migration.version)
                .max()
                .unwrap_or(0);
            StoreError::NewerSchema { found, known }
        }
        MigrateError::Execute(error) => damaged(error),
        other => StoreError::Migration(other),
    })?;
    let readers = SqlitePoolOptions::new()
        .max_connections(4)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options(path).read_only(true).create_if_missing(false))
        .await
        .map_err(damaged)?;
    Ok((writer, readers))
}
