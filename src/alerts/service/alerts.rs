//! What every service has.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::alerts::AlertsError;
use crate::alerts::links::Site;
use crate::alerts::tokens::{Claim, Purpose, Secret, Token};
use crate::clock::Clock;
use crate::config::{AlertsSettings, MailSettings};
use crate::storage::{Store, Subscriber};

/// The alerts of one data directory.
#[derive(Debug, Clone)]
pub struct Alerts {
    store: Store,
    clock: Arc<dyn Clock>,
    secret: Secret,
    site: Site,
    settings: Arc<AlertsSettings>,
    mail: Arc<MailSettings>,
}

impl Alerts {
    /// Opens the alerts of a data directory; the key is made the first time.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the key cannot be had or the address of the site is none.
    pub fn open(
        directory: &Path,
        store: Store,
        clock: Arc<dyn Clock>,
        settings: AlertsSettings,
        mail: MailSettings,
    ) -> Result<Self, AlertsError> {
        Ok(Self {
            store,
            clock,
            secret: Secret::of(directory)?,
            site: settings.site.parse()?,
            settings: Arc::new(settings),
            mail: Arc::new(mail),
        })
    }

    /// Returns the store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Returns the settings.
    pub fn settings(&self) -> &AlertsSettings {
        &self.settings
    }

    /// Returns the settings of mail.
    pub fn mail(&self) -> &MailSettings {
        &self.mail
    }

    /// Returns the address of the site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Returns the clock.
    pub(super) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    /// Returns the present instant.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Returns the same alerts at another instant, for digests as of a day.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> Self {
        Self {
            clock: Arc::new(crate::clock::FixedClock(now)),
            ..self.clone()
        }
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Makes the token for something of a subscriber.
    pub fn token(&self, subscriber: &Subscriber, purpose: Purpose, id: i64) -> Token {
        self.token_until(subscriber, purpose, id, None)
    }

    pub(super) fn token_until(
        &self,
        subscriber: &Subscriber,
        purpose: Purpose,
        id: i64,
        expires: Option<Timestamp>,
    ) -> Token {
        let claim = Claim {
            purpose,
            id,
            epoch: subscriber.epoch,
            expires,
        };
        Token::make(&self.secret, &claim)
    }

    /// Returns what a token names and the subscriber it belongs to.
    ///
    /// # Errors
    ///
    /// [`AlertsError::Token`] for a token that is forged, late or of an earlier epoch, [`AlertsError::Gone`] when what it
    /// names was erased.
    pub async fn bearer(
        &self,
        token: &str,
        purpose: Purpose,
    ) -> Result<(Claim, Subscriber), AlertsError> {
        let claim = Token::read(&self.secret, token, purpose, self.now())?;
        let subscriber = match purpose {
            Purpose::Confirm | Purpose::Manage | Purpose::Unsubscribe => claim.id,
            Purpose::Digest => {
                self.store
                    .digest(claim.id)
                    .await?
                    .ok_or(AlertsError::Gone)?
                    .subscriber
            }
            Purpose::Feed => {
                self.store
                    .subscription(claim.id)
                    .await?
                    .ok_or(AlertsError::Gone)?
                    .subscriber
            }
        };
        let subscriber = self
            .store
            .subscriber(subscriber)
            .await?
            .ok_or(AlertsError::Gone)?;
        // Whoever made all links worthless wants a link of before to be as good as forged.
        if subscriber.epoch != claim.epoch {
            return Err(crate::alerts::tokens::TokenError::Expired.into());
        }
        Ok((claim, subscriber))
    }
}
