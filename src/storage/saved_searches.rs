//! Saved searches as rows; what a query is stays opaque here.

use super::{Store, StoreError};

/// A saved search as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearchRow {
    /// Its number.
    pub id: i64,
    /// Whose it is; empty for the one user of a program without accounts.
    pub owner: String,
    /// The name its owner gave it, one of a kind among the owner's.
    pub name: String,
    /// The query in its stored form, JSON.
    pub query: String,
    /// The version of the grammar that read it.
    pub grammar: u32,
    /// When it was saved last (RFC 3339, UTC).
    pub saved_at: String,
}

/// What is kept of a search that is saved.
#[derive(Debug, Clone, Copy)]
pub struct NewSavedSearch<'s> {
    /// Whose it is.
    pub owner: &'s str,
    /// Its name.
    pub name: &'s str,
    /// The query in its stored form, JSON.
    pub query: &'s str,
    /// The version of the grammar that read it.
    pub grammar: u32,
    /// Now (RFC 3339, UTC).
    pub at: &'s str,
}

/// Returns the owner under whom the searches of a subscriber are kept.
pub fn owner_of(subscriber: i64) -> String {
    format!("subscriber:{subscriber}")
}

type Row = (i64, String, String, String, i64, String);

const COLUMNS: &str = "SELECT id, owner, name, query, grammar, saved_at FROM saved_search";

fn saved((id, owner, name, query, grammar, saved_at): Row) -> SavedSearchRow {
    SavedSearchRow {
        id,
        owner,
        name,
        query,
        // A number no version has is read again, as an old one is.
        grammar: u32::try_from(grammar).unwrap_or(0),
        saved_at,
    }
}

impl Store {
    /// Saves a search and returns its number; one of the same owner and name is replaced and keeps its number.
    pub async fn save_search(&self, new: NewSavedSearch<'_>) -> Result<i64, StoreError> {
        let id = sqlx::query_scalar(
            "INSERT INTO saved_search (owner, name, query, grammar, saved_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (owner, name) DO UPDATE SET query = excluded.query, grammar = excluded.grammar, \
             saved_at = excluded.saved_at RETURNING id",
        )
        .bind(new.owner)
        .bind(new.name)
        .bind(new.query)
        .bind(i64::from(new.grammar))
        .bind(new.at)
        .fetch_one(&self.writer)
        .await?;
        Ok(id)
    }

    /// Returns a saved search by its number.
    pub async fn saved_search(&self, id: i64) -> Result<Option<SavedSearchRow>, StoreError> {
        let row: Option<Row> =
            sqlx::query_as(sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1")))
                .bind(id)
                .fetch_optional(&self.readers)
                .await?;
        Ok(row.map(saved))
    }

    /// Returns the saved searches of an owner by name.
    pub async fn saved_searches_of(&self, owner: &str) -> Result<Vec<SavedSearchRow>, StoreError> {
        let statement = format!("{COLUMNS} WHERE owner = $1 ORDER BY name, id");
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(owner)
            .fetch_all(&self.readers)
            .await?;
        Ok(rows.into_iter().map(saved).collect())
    }

    /// Returns the saved searches that another version of the grammar read, whoever owns them.
    pub async fn saved_searches_not_of(
        &self,
        grammar: u32,
    ) -> Result<Vec<SavedSearchRow>, StoreError> {
        let statement = format!("{COLUMNS} WHERE grammar <> $1 ORDER BY id");
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(i64::from(grammar))
            .fetch_all(&self.readers)
            .await?;
        Ok(rows.into_iter().map(saved).collect())
    }

    /// Forgets a saved search of an owner and tells whether there was one.
    pub async fn forget_saved_search(&self, owner: &str, id: i64) -> Result<bool, StoreError> {
        let done = sqlx::query("DELETE FROM saved_search WHERE id = $1 AND owner = $2")
            .bind(id)
            .bind(owner)
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}
