//! One's own subscriptions: seeing, changing, leaving, erasing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Alerts;
use crate::alerts::AlertsError;
use crate::alerts::outbox::bounce::{Bounce, Verdict};
use crate::alerts::subscription::{Interest, Schedule, Subscription};
use crate::alerts::tokens::Purpose;
use crate::model::Language;
use crate::storage::{StoredSubscription, Subscriber, SubscriberState, SubscriptionState};

/// Everything a subscriber has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The subscriber.
    pub subscriber: Subscriber,
    /// The subscriptions with their numbers and states.
    pub subscriptions: Vec<(StoredSubscription, Subscription)>,
}

/// What is to be changed about a subscription; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Change {
    /// A new name.
    pub name: Option<String>,
    /// A new interest.
    pub interest: Option<Interest>,
    /// A new schedule.
    pub schedule: Option<Schedule>,
    /// Whether it rests.
    pub paused: Option<bool>,
}

impl Alerts {
    /// Returns everything of whoever has a management link.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing.
    pub async fn account(&self, token: &str) -> Result<Account, AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Manage).await?;
        self.account_of(subscriber).await
    }

    pub(super) async fn account_of(&self, subscriber: Subscriber) -> Result<Account, AlertsError> {
        let stored = self.store().subscriptions_of(subscriber.id).await?;
        let read = |one: StoredSubscription| {
            let subscription = Subscription::read(one.id, &one.name, &one.body)?;
            Ok((one, subscription))
        };
        let subscriptions: Result<_, AlertsError> = stored.into_iter().map(read).collect();
        Ok(Account {
            subscriber,
            subscriptions: subscriptions?,
        })
    }

    /// Adds a subscription for whoever has a management link; it begins at once, because the link is the owner's.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing or there are too many.
    pub async fn add(&self, token: &str, enrolment: &super::Enrolment) -> Result<i64, AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Manage).await?;
        let subscription = Subscription::new(
            &enrolment.name,
            enrolment.interest.clone(),
            enrolment.schedule.clone(),
        )?;
        if self.store().subscriptions_of(subscriber.id).await?.len() >= super::MOST_SUBSCRIPTIONS {
            return Err(AlertsError::TooManySubscriptions(super::MOST_SUBSCRIPTIONS));
        }
        // Who never confirmed has no management link; who stopped letters keeps them stopped.
        let state = SubscriptionState::Active;
        let now = self.now().as_second();
        let body = subscription.to_json();
        Ok(self
            .store()
            .add_subscription(subscriber.id, subscription.name(), state, &body, now)
            .await?)
    }

    /// Changes a subscription of whoever has a management link.
    ///
    /// What was found and not told yet follows the new schedule.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing or there is no such subscription of theirs.
    pub async fn change(&self, token: &str, id: i64, change: &Change) -> Result<(), AlertsError> {
        let account = self.account(token).await?;
        let found = account
            .subscriptions
            .iter()
            .find(|(stored, _)| stored.id == id);
        let (stored, old) = found.ok_or(AlertsError::Gone)?;
        let new = Subscription::new(
            change.name.as_deref().unwrap_or(old.name()),
            change
                .interest
                .clone()
                .unwrap_or_else(|| old.interest().clone()),
            change
                .schedule
                .clone()
                .unwrap_or_else(|| old.schedule().clone()),
        )?;
        let state = match (stored.state, change.paused) {
            (SubscriptionState::Pending, _) => SubscriptionState::Pending,
            (_, Some(true)) => SubscriptionState::Paused,
            (_, Some(false)) => SubscriptionState::Active,
            (state, None) => state,
        };
        self.store()
            .change_subscription(account.subscriber.id, id, new.name(), state, &new.to_json())
            .await?;
        if new.schedule() != old.schedule() {
            let due = new.schedule().due(self.now()).map(Timestamp::as_second);
            self.store().reschedule(id, due).await?;
        }
        Ok(())
    }

    /// Removes a subscription of whoever has a management link.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing or there is no such subscription of theirs.
    pub async fn remove(&self, token: &str, id: i64) -> Result<(), AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Manage).await?;
        if self.store().remove_subscription(subscriber.id, id).await? {
            Ok(())
        } else {
            Err(AlertsError::Gone)
        }
    }

    /// Sets the language of letters of whoever has a management link.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing.
    pub async fn speak(&self, token: &str, language: Language) -> Result<(), AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Manage).await?;
        Ok(self
            .store()
            .set_subscriber_language(subscriber.id, language.code())
            .await?)
    }

    /// Stops all letters to whoever has the link of a letter; doing so twice is doing it once.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing.
    pub async fn unsubscribe(&self, token: &str) -> Result<Subscriber, AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Unsubscribe).await?;
        self.store()
            .set_subscriber_state(subscriber.id, SubscriberState::Stopped)
            .await?;
        Ok(subscriber)
    }

    /// Lets letters come again to whoever has a management link and once confirmed.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing or the address was never confirmed.
    pub async fn resume(&self, token: &str) -> Result<(), AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Manage).await?;
        if subscriber.consent_at.is_none() {
            return Err(AlertsError::Gone);
        }
        Ok(self
            .store()
            .set_subscriber_state(subscriber.id, SubscriberState::Active)
            .await?)
    }

    /// Makes every link mailed so far worthless, for whoever has one.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing.
    pub async fn renew_links(&self, token: &str) -> Result<(), AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Manage).await?;
        Ok(self.store().renew_links(subscriber.id).await?)
    }

    /// Erases everything of whoever has a management link.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing.
    pub async fn erase(&self, token: &str) -> Result<(), AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Manage).await?;
        Ok(self.store().erase_subscriber(subscriber.id).await?)
    }

    /// Takes note of letters that came back; returns how many were ours.
    ///
    /// A mailbox that does not exist gets no further letters; one that is full is tried with the next digest.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses.
    pub async fn note_bounces(&self, bounces: &[Bounce]) -> Result<u64, AlertsError> {
        let mut ours = 0;
        for bounce in bounces {
            let Some(subscriber) = self.store().addressee_of(&bounce.message_id).await? else {
                continue;
            };
            ours += 1;
            let now = self.now().as_second();
            self.store()
                .note_bounce(&bounce.message_id, &bounce.status, now)
                .await?;
            if bounce.verdict == Verdict::Hard {
                self.store()
                    .set_subscriber_state(subscriber, SubscriberState::Bounced)
                    .await?;
            }
        }
        Ok(ours)
    }
}
