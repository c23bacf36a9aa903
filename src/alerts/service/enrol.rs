//! Asking for a subscription, and confirming it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Alerts;
use crate::alerts::AlertsError;
use crate::alerts::address::EmailAddress;
use crate::alerts::subscription::{Interest, Schedule, Subscription};
use crate::alerts::tokens::{Purpose, Token};
use crate::model::Language;
use crate::storage::{LetterKind, NewLetter, Subscriber, SubscriptionState};

/// Subscriptions one address may have.
pub const MOST_SUBSCRIPTIONS: usize = 100;
/// Hours in which a question must be answered.
const ANSWER_WITHIN: i64 = 72;
/// Version of the text that is consented to, kept with the consent.
pub(super) const CONSENT_TEXT: &str = "2026-11";

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// What the subscription is called.
    pub name: String,
    /// What it is about.
    pub interest: Interest,
    /// When letters come.
    #[serde(default)]
    pub schedule: Schedule,
}

impl Alerts {
    /// Notes a subscription and asks the owner of the address whether it is wanted; nothing is sent before they agree.
    ///
    /// Also for an address that has subscriptions: whoever types an address is not its owner.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the address was asked too often, has too many subscriptions, or the name cannot be used.
    pub async fn enrol(
        &self,
        address: &EmailAddress,
        language: Language,
        enrolment: &Enrolment,
    ) -> Result<(), AlertsError> {
        self.enrol_all(address, language, std::slice::from_ref(enrolment))
            .await
    }

    /// Notes several subscriptions of one address with one question.
    ///
    /// # Errors
    ///
    /// As [`enrol`](Self::enrol); nothing is noted then.
    pub async fn enrol_all(
        &self,
        address: &EmailAddress,
        language: Language,
        enrolments: &[Enrolment],
    ) -> Result<(), AlertsError> {
        let made = |one: &Enrolment| {
            Subscription::new(&one.name, one.interest.clone(), one.schedule.clone())
        };
        let subscriptions: Vec<Subscription> =
            enrolments.iter().map(made).collect::<Result<_, _>>()?;
        let now = self.now().as_second();
        let subscriber = self
            .store()
            .subscriber_with_address(address.as_str(), language.code(), now)
            .await?;
        self.check_questions(&subscriber, LetterKind::Confirm, now)
            .await?;
        let had = self.store().subscriptions_of(subscriber.id).await?;
        if had.len() + subscriptions.len() > MOST_SUBSCRIPTIONS {
            return Err(AlertsError::TooManySubscriptions(MOST_SUBSCRIPTIONS));
        }
        for one in &subscriptions {
            let body = one.to_json();
            let state = SubscriptionState::Pending;
            self.store()
                .add_subscription(subscriber.id, one.name(), state, &body, now)
                .await?;
        }
        self.ask(&subscriber, LetterKind::Confirm, now).await
    }

    /// Mails the link to the page where subscriptions are managed, if the address has any.
    ///
    /// The answer is the same where it has none: nobody learns who subscribes.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the address was asked too often or the store refuses.
    pub async fn mail_manage_link(&self, address: &EmailAddress) -> Result<(), AlertsError> {
        let Some(subscriber) = self.store().find_subscriber(address.as_str()).await? else {
            return Ok(());
        };
        let now = self.now().as_second();
        self.check_questions(&subscriber, LetterKind::Manage, now)
            .await?;
        self.ask(&subscriber, LetterKind::Manage, now).await
    }

    /// Returns the subscriber that a question was mailed to, without changing anything.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing or was used.
    pub async fn asked(&self, token: &str) -> Result<Subscriber, AlertsError> {
        let (_, subscriber) = self.bearer(token, Purpose::Confirm).await?;
        if self.store().is_link_spent(&Token::hash(token)).await? {
            return Err(AlertsError::Spent);
        }
        Ok(subscriber)
    }

    /// Takes the owner's agreement: subscriptions that waited for it begin. A link agrees once.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing or was used.
    pub async fn confirm(&self, token: &str) -> Result<Subscriber, AlertsError> {
        let (claim, subscriber) = self.bearer(token, Purpose::Confirm).await?;
        let expires = claim.expires.map_or(i64::MAX, Timestamp::as_second);
        // Agreeing comes first: killed in between, the owner agrees again, which changes nothing.
        if self.store().is_link_spent(&Token::hash(token)).await? {
            return Err(AlertsError::Spent);
        }
        self.store()
            .consent(subscriber.id, CONSENT_TEXT, self.now().as_second())
            .await?;
        self.store()
            .spend_link(&Token::hash(token), expires)
            .await?;
        Ok(subscriber)
    }

    /// Makes the token with which a question that was written at an instant is answered.
    pub(super) fn confirm_token(&self, subscriber: &Subscriber, written: Timestamp) -> Token {
        let until = written.saturating_add(SignedDuration::from_hours(ANSWER_WITHIN));
        self.token_until(subscriber, Purpose::Confirm, subscriber.id, until.ok())
    }

    async fn check_questions(
        &self,
        subscriber: &Subscriber,
        kind: LetterKind,
        now: i64,
    ) -> Result<(), AlertsError> {
        let most = self.settings().questions_a_day;
        let asked = self
            .store()
            .count_letters(subscriber.id, kind, now - 86_400)
            .await?;
        if asked >= most {
            return Err(AlertsError::TooManyQuestions(most));
        }
        Ok(())
    }

    async fn ask(
        &self,
        subscriber: &Subscriber,
        kind: LetterKind,
        now: i64,
    ) -> Result<(), AlertsError> {
        // Two questions of one second are one: a form that was sent twice.
        let window_key = format!("{}:{now}", kind.code());
        let letter = NewLetter {
            subscriber: subscriber.id,
            kind,
            message_id: self.message_id(subscriber.id, &window_key),
            window_key,
            now,
        };
        self.store().queue_letter(&letter).await?;
        Ok(())
    }

    /// Returns the Message-ID of a letter: the same at every attempt, and not to be guessed.
    pub(super) fn message_id(&self, subscriber: i64, window_key: &str) -> String {
        let name = self.secret().name(&format!("{subscriber}/{window_key}"));
        format!("{name}@{}", self.mail().domain())
    }
}
