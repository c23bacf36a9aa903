//! The saved searches of a store.

use std::sync::Arc;

use super::{SavedQuery, SavedQueryError};
use crate::clock::Clock;
use crate::search::query::GRAMMAR_VERSION;
use crate::storage::{NewSavedSearch, SavedSearchRow, Store, StoreError};

/// A search that somebody keeps.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SavedSearch {
    /// Its number.
    pub id: i64,
    /// Whose it is; empty for the one user of a program without accounts.
    pub owner: String,
    /// The name its owner gave it.
    pub name: String,
    /// What it asks.
    pub query: SavedQuery,
    /// When it was saved last (RFC 3339, UTC).
    pub saved_at: String,
}

/// An error of keeping a search.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The name is empty or too long.
    #[error("expected a name of 1 to {LONGEST_NAME} characters, found {0}")]
    Name(usize),
    /// The query cannot be kept.
    #[error(transparent)]
    Query(#[from] SavedQueryError),
    /// The owner has as many as are kept for one.
    #[error("expected at most {MOST_SEARCHES} saved searches, found another one")]
    TooMany,
    /// What is stored cannot be read.
    #[error("saved search {id} cannot be read: {reason}")]
    Unreadable {
        /// Its number.
        id: i64,
        /// Why.
        reason: String,
    },
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl SaveError {
    /// Tells whether whoever asked can mend it.
    pub fn is_askers(&self) -> bool {
        matches!(self, Self::Name(_) | Self::Query(_) | Self::TooMany)
    }

    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Name(_) => "give it a short name",
            Self::Query(_) => "a search that is kept must narrow, and have no fault",
            Self::TooMany => "forget some that are not asked any more",
            Self::Unreadable { .. } => "run `duibiao doctor`; the log has the details",
            Self::Store(error) => error.hint(),
        }
    }
}

/// Characters of the longest name.
const LONGEST_NAME: usize = 120;
/// Searches that are kept for one owner.
const MOST_SEARCHES: usize = 500;

/// Keeps searches.
#[derive(Debug, Clone)]
pub struct SavedSearches {
    store: Store,
    clock: Arc<dyn Clock>,
}

impl SavedSearches {
    /// Makes the keeper over a store.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock }
    }

    /// Keeps a search under a name; one of the same name is replaced.
    ///
    /// # Errors
    ///
    /// [`SaveError::Name`] and [`SaveError::TooMany`] beside the store's.
    pub async fn save(
        &self,
        owner: &str,
        name: &str,
        query: SavedQuery,
    ) -> Result<SavedSearch, SaveError> {
        let name = name.trim();
        let length = name.chars().count();
        if !(1..=LONGEST_NAME).contains(&length) {
            return Err(SaveError::Name(length));
        }
        let kept = self.store.saved_searches_of(owner).await?;
        if kept.len() >= MOST_SEARCHES && kept.iter().all(|one| one.name != name) {
            return Err(SaveError::TooMany);
        }
        self.write(owner, name, query).await
    }

    /// Returns a saved search; nothing when there is none.
    pub async fn get(&self, id: i64) -> Result<Option<SavedSearch>, SaveError> {
        let row = self.store.saved_search(id).await?;
        row.map(read).transpose()
    }

    /// Returns the saved searches of an owner by name; those that cannot be read any more are passed over and logged.
    pub async fn of(&self, owner: &str) -> Result<Vec<SavedSearch>, SaveError> {
        let rows = self.store.saved_searches_of(owner).await?;
        Ok(rows.into_iter().filter_map(readable).collect())
    }

    /// Forgets a saved search of an owner and tells whether there was one.
    pub async fn forget(&self, owner: &str, id: i64) -> Result<bool, SaveError> {
        Ok(self.store.forget_saved_search(owner, id).await?)
    }

    /// Reads again what an older grammar read, writes it back, and returns what means something else now.
    ///
    /// Called once after an update; between that and the update every search is read again whenever it is asked.
    pub async fn read_again(&self) -> Result<Vec<SavedSearch>, SaveError> {
        let rows = self.store.saved_searches_not_of(GRAMMAR_VERSION).await?;
        let mut changed = Vec::new();
        for search in rows.into_iter().filter_map(readable) {
            self.write(&search.owner, &search.name, search.query.clone())
                .await?;
            if search.query.reread().is_some_and(super::Reread::changed) {
                changed.push(search);
            }
        }
        Ok(changed)
    }

    async fn write(
        &self,
        owner: &str,
        name: &str,
        query: SavedQuery,
    ) -> Result<SavedSearch, SaveError> {
        let saved_at = self.clock.now().to_string();
        let stored = serde_json::to_string(&query).map_err(|reason| SaveError::Unreadable {
            id: 0,
            reason: reason.to_string(),
        })?;
        let new = NewSavedSearch {
            owner,
            name,
            query: &stored,
            grammar: query.grammar(),
            at: &saved_at,
        };
        let id = self.store.save_search(new).await?;
        Ok(SavedSearch {
            id,
            owner: owner.to_owned(),
            name: name.to_owned(),
            query,
            saved_at,
        })
    }
}

fn read(row: SavedSearchRow) -> Result<SavedSearch, SaveError> {
    let query = serde_json::from_str(&row.query).map_err(|reason| SaveError::Unreadable {
        id: row.id,
        reason: reason.to_string(),
    })?;
    Ok(SavedSearch {
        id: row.id,
        owner: row.owner,
        name: row.name,
        query,
        saved_at: row.saved_at,
    })
}

fn readable(row: SavedSearchRow) -> Option<SavedSearch> {
    read(row)
        .inspect_err(|error| tracing::warn!("{error}"))
        .ok()
}
