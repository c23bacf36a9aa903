//! All keys.

use std::sync::Arc;

use super::{ApiKey, KeyError, KeyToken, Scopes};
use crate::clock::Clock;
use crate::storage::{NewStoredKey, Store};

/// The longest name.
const LONGEST_NAME: usize = 80;

/// A key to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    /// Who or what will use it.
    pub name: String,
    /// What it is for.
    pub scopes: Scopes,
    /// Requests it may make within a day.
    pub daily_quota: Option<u64>,
}

/// All keys.
#[derive(Debug, Clone)]
pub struct Keyring {
    store: Store,
    clock: Arc<dyn Clock>,
}

impl Keyring {
    /// Opens the keys of a store.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock }
    }

    /// Makes a key; the returned token is the only time its secret is seen.
    ///
    /// # Errors
    ///
    /// [`KeyError`] when the name cannot be used or the store refuses.
    pub async fn create(&self, new: &NewKey) -> Result<KeyToken, KeyError> {
        let name = new.name.trim();
        let length = name.chars().count();
        if length == 0 || length > LONGEST_NAME {
            return Err(KeyError::Name(length));
        }
        let token = KeyToken::random()?;
        let row = NewStoredKey {
            public: token.name(),
            hash: &token.hash(),
            name,
            scopes: &new.scopes.to_string(),
            daily_quota: new
                .daily_quota
                .map(|quota| i64::try_from(quota).unwrap_or(i64::MAX)),
            created_at: &self.clock.now().to_string(),
        };
        self.store.add_key(&row).await?;
        Ok(token)
    }

    /// Returns every key, the newest first, the revoked ones included.
    pub async fn list(&self) -> Result<Vec<ApiKey>, KeyError> {
        let rows = self.store.keys().await?;
        Ok(rows.into_iter().filter_map(ApiKey::of).collect())
    }

    /// Revokes a key by the part of its text that may be told.
    ///
    /// # Errors
    ///
    /// [`KeyError::NoKey`] when there is none, or it was revoked before.
    pub async fn revoke(&self, key: &str) -> Result<(), KeyError> {
        // Whoever pastes the whole key means it too.
        let name = KeyToken::read(key).map_or_else(|| key.to_owned(), |key| key.name().to_owned());
        let now = self.clock.now().to_string();
        if self.store.revoke_key(&name, &now).await? {
            Ok(())
        } else {
            Err(KeyError::NoKey(name))
        }
    }

    /// Returns the key a text is; nothing for a text that is none, a wrong secret, or a key that was revoked.
    pub async fn check(&self, text: &str) -> Result<Option<ApiKey>, KeyError> {
        let Some(token) = KeyToken::read(text) else {
            return Ok(None);
        };
        let found = self.store.key(token.name()).await?;
        let valid = found.filter(|row| token.is_of(&row.hash) && row.revoked_at.is_none());
        Ok(valid.and_then(ApiKey::of))
    }

    /// Keeps how often keys were used on a day: internal number and requests.
    pub async fn note_uses(&self, day: &str, uses: &[(i64, u64)]) -> Result<(), KeyError> {
        for (key, count) in uses {
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            self.store.note_key_use(*key, day, count).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;

    async fn keyring() -> (Keyring, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        (Keyring::new(store, Arc::new(SystemClock)), folder)
    }

    fn new(name: &str) -> NewKey {
        NewKey {
            name: name.to_owned(),
            scopes: "read".parse().unwrap(),
            daily_quota: Some(10),
        }
    }

    #[tokio::test]
    async fn a_key_works_until_it_is_revoked() {
        let (keyring, _folder) = keyring().await;
        let token = keyring.create(&new("a program")).await.unwrap();
        let found = keyring.check(&token.reveal()).await.unwrap().unwrap();
        assert_eq!(
            (found.name.as_str(), found.daily_quota),
            ("a program", Some(10))
        );
        keyring.revoke(token.name()).await.unwrap();
        assert!(keyring.check(&token.reveal()).await.unwrap().is_none());
        assert!(matches!(
            keyring.revoke(token.name()).await,
            Err(KeyError::NoKey(_))
        ));
        assert_eq!(keyring.list().await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn the_store_holds_no_secret() {
        let (keyring, folder) = keyring().await;
        let token = keyring.create(&new("a program")).await.unwrap();
        keyring.store.close().await;
        let bytes = fs_err::read(folder.path().join(Store::FILE)).unwrap();
        let secret = token.reveal();
        let secret = secret.rsplit('_').next().unwrap().as_bytes();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }

    #[tokio::test]
    async fn a_name_is_needed() {
        let (keyring, _folder) = keyring().await;
        assert!(matches!(
            keyring.create(&new("  ")).await,
            Err(KeyError::Name(0))
        ));
    }

    #[tokio::test]
    async fn uses_of_a_day_are_kept() {
        let (keyring, _folder) = keyring().await;
        let token = keyring.create(&new("a program")).await.unwrap();
        let key = keyring.check(&token.reveal()).await.unwrap().unwrap();
        keyring
            .note_uses("2026-11-25", &[(key.number, 7)])
            .await
            .unwrap();
        let key = keyring.check(&token.reveal()).await.unwrap().unwrap();
        assert_eq!(
            (key.last_used.as_deref(), key.used_then),
            (Some("2026-11-25"), 7)
        );
    }
}
