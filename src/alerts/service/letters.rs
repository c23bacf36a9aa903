//! From a row of the outbox to a draft.

use jiff::Timestamp;

use super::Alerts;
use super::drafts::{self, Question};
use super::gather::language_of;
use crate::alerts::AlertsError;
use crate::alerts::address::EmailAddress;
use crate::alerts::digest::{Digest, DigestLinks, render};
use crate::alerts::links::paths;
use crate::alerts::mailer::{Draft, ListLinks};
use crate::alerts::tokens::Purpose;
use crate::storage::{Letter, LetterKind, StoredDigest, Subscriber, SubscriberState};

impl Alerts {
    /// Writes a letter that was queued at an instant; nothing where it is no longer wanted.
    ///
    /// Everything in it depends on what is stored and on that instant, so that every attempt writes the same.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses or the digest cannot be read.
    pub async fn draft(
        &self,
        letter: &Letter,
        written: Timestamp,
    ) -> Result<Option<Draft>, AlertsError> {
        let Some(subscriber) = self.store().subscriber(letter.subscriber).await? else {
            return Ok(None);
        };
        let to: EmailAddress = subscriber.address.parse()?;
        let wanted = match letter.kind {
            LetterKind::Digest => subscriber.state == SubscriberState::Active,
            // Who is asked has not agreed yet; a mailbox that does not exist is not asked again.
            LetterKind::Confirm | LetterKind::Manage => {
                subscriber.state != SubscriberState::Bounced
            }
        };
        if !wanted {
            return Ok(None);
        }
        let language = language_of(&subscriber);
        let manage = self.token(&subscriber, Purpose::Manage, subscriber.id);
        let manage = self.site().with_token(language, paths::MANAGE, &manage);
        let question = |question: &Question<'_>| {
            let (subject, text, html) = drafts::question(question, language);
            (subject, text, html, None)
        };
        let (subject, text, html, list) = match letter.kind {
            LetterKind::Digest => {
                let Some((id, digest)) = self.stored_digest(letter.digest).await? else {
                    return Ok(None);
                };
                let links = self.digest_links(&subscriber, id);
                let list = ListLinks {
                    one_click: self.site().one_click(&links.unsubscribe),
                    manage,
                };
                let rendered = render(&digest, self.site(), &links)?;
                (rendered.subject, rendered.text, rendered.html, Some(list))
            }
            LetterKind::Confirm => {
                let token = self.confirm_token(&subscriber, written);
                let href = self.site().with_token(language, paths::CONFIRM, &token);
                question(&Question::Confirm { href: &href })
            }
            LetterKind::Manage => question(&Question::Manage { href: &manage }),
        };
        Ok(Some(Draft {
            to,
            message_id: letter.message_id.clone(),
            date: written,
            language,
            subject,
            text,
            html,
            list,
        }))
    }

    /// Returns the links of a digest's letter.
    pub fn digest_links(&self, subscriber: &Subscriber, digest: i64) -> DigestLinks {
        DigestLinks {
            page: self.token(subscriber, Purpose::Digest, digest),
            manage: self.token(subscriber, Purpose::Manage, subscriber.id),
            unsubscribe: self.token(subscriber, Purpose::Unsubscribe, subscriber.id),
        }
    }

    /// Returns the digest a link names, as it was made.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the link is worth nothing or the digest cannot be read.
    pub async fn digest(&self, token: &str) -> Result<Digest, AlertsError> {
        let (claim, _) = self.bearer(token, Purpose::Digest).await?;
        let found = self.stored_digest(Some(claim.id)).await?;
        found.map(|(_, digest)| digest).ok_or(AlertsError::Gone)
    }

    async fn stored_digest(&self, id: Option<i64>) -> Result<Option<(i64, Digest)>, AlertsError> {
        let Some(id) = id else {
            return Ok(None);
        };
        let stored = self.store().digest(id).await?;
        stored
            .map(|stored: StoredDigest| {
                let digest = serde_json::from_str(&stored.body).map_err(|error| {
                    AlertsError::Unreadable {
                        what: "digest",
                        id,
                        reason: error.to_string(),
                    }
                })?;
                Ok((id, digest))
            })
            .transpose()
    }
}
