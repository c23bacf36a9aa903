//! Taking one's data along.

use serde::Serialize;

use super::{Account, Alerts};
use crate::alerts::AlertsError;
use crate::alerts::subscription::{Interest, Schedule};
use crate::search::saved::SavedSearch;

/// Everything that is kept about a subscriber.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// The address.
    pub address: String,
    /// The language of letters.
    pub language: String,
    /// The state.
    pub state: &'static str,
    /// When the address was first given (seconds since 1970).
    pub created_at: i64,
    /// When it was confirmed.
    pub consent_at: Option<i64>,
    /// Version of the text that was agreed to.
    pub consent_text: Option<String>,
    /// The subscriptions.
    pub subscriptions: Vec<ExportedSubscription>,
    /// The searches that are kept.
    pub searches: Vec<SavedSearch>,
    /// The digests that were made.
    pub digests: Vec<serde_json::Value>,
}

/// One subscription on its way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportedSubscription {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: &'static str,
    /// What it is about.
    pub interest: Interest,
    /// When letters come.
    pub schedule: Schedule,
}

/// Digests that are taken along.
const MOST_DIGESTS: u32 = 1_000;

impl From<&Account> for Vec<ExportedSubscription> {
    fn from(account: &Account) -> Self {
        let one = |(stored, subscription): &(
            crate::storage::StoredSubscription,
            crate::alerts::subscription::Subscription,
        )| {
            ExportedSubscription {
                id: stored.id,
                name: stored.name.clone(),
                state: stored.state.code(),
                interest: subscription.interest().clone(),
                schedule: subscription.schedule().clone(),
            }
        };
        account.subscriptions.iter().map(one).collect()
    }
}

impl Alerts {
    /// Returns everything that is kept about whoever has a management link.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing.
    pub async fn export(&self, token: &str) -> Result<Exported, AlertsError> {
        let account = self.account(token).await?;
        let digests = self
            .store()
            .digests_of(account.subscriber.id, MOST_DIGESTS)
            .await?;
        let read = |stored: crate::storage::StoredDigest| serde_json::from_str(&stored.body).ok();
        let searches = self.searches_of(&account).await?;
        Ok(Exported {
            searches,
            subscriptions: (&account).into(),
            address: account.subscriber.address,
            language: account.subscriber.language,
            state: account.subscriber.state.code(),
            created_at: account.subscriber.created_at,
            consent_at: account.subscriber.consent_at,
            consent_text: account.subscriber.consent_text,
            digests: digests.into_iter().filter_map(read).collect(),
        })
    }
}
