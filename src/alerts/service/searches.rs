//! Saved searches of whoever has a management link.

use super::{Account, Alerts};
use crate::alerts::AlertsError;
use crate::alerts::tokens::Purpose;
use crate::search::Filters;
use crate::search::saved::{SaveError, SavedQuery, SavedSearch, SavedSearches};

impl Alerts {
    /// Returns the searches that are kept for the owner of a management link.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing.
    pub async fn saved_searches(&self, token: &str) -> Result<Vec<SavedSearch>, AlertsError> {
        let owner = self.owner(token).await?;
        Ok(self.searches().of(&owner).await?)
    }

    /// Keeps a search under a name; one of the same name is replaced.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing, the query has a fault or matches everything, or there are too many.
    pub async fn save_search(
        &self,
        token: &str,
        name: &str,
        query: &str,
    ) -> Result<SavedSearch, AlertsError> {
        let owner = self.owner(token).await?;
        let read = SavedQuery::new(query, Filters::default());
        let query = read.map_err(SaveError::from)?;
        Ok(self.searches().save(&owner, name, query).await?)
    }

    /// Forgets a saved search.
    ///
    /// # Errors
    ///
    /// [`AlertsError::Gone`] when there is none of that number.
    pub async fn forget_search(&self, token: &str, id: i64) -> Result<(), AlertsError> {
        let owner = self.owner(token).await?;
        if self.searches().forget(&owner, id).await? {
            Ok(())
        } else {
            Err(AlertsError::Gone)
        }
    }

    /// Returns the searches kept for an account.
    pub(super) async fn searches_of(
        &self,
        account: &Account,
    ) -> Result<Vec<SavedSearch>, AlertsError> {
        let owner = crate::storage::owner_of(account.subscriber.id);
        Ok(self.searches().of(&owner).await?)
    }

    fn searches(&self) -> SavedSearches {
        SavedSearches::new(self.store().clone(), self.clock())
    }

    async fn owner(&self, token: &str) -> Result<String, AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Manage).await?;
        Ok(crate::storage::owner_of(subscriber.id))
    }
}
