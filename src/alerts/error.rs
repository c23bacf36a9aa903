//! What can go wrong with alerts.

use super::address::EmailAddressError;
use super::digest::RenderError;
use super::links::SiteError;
use super::mailer::ComposeError;
use super::subscription::InterestError;
use super::tokens::TokenError;
use crate::search::saved::SaveError;
use crate::secrets::KeyFileError;
use crate::storage::StoreError;

/// An error of the alerts.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AlertsError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key of the links cannot be had.
    #[error(transparent)]
    Secret(#[from] KeyFileError),
    /// The address of the site is none.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// No random bytes.
    #[error("the operating system gave no random bytes: {0}")]
    Random(getrandom::Error),
    /// Not an address.
    #[error(transparent)]
    Address(#[from] EmailAddressError),
    /// Not an interest.
    #[error(transparent)]
    Interest(#[from] InterestError),
    /// A link that is worth nothing.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// A link that was used before.
    #[error("the link was used before")]
    Spent,
    /// What a link names is gone.
    #[error("there is no such subscription any more")]
    Gone,
    /// Too many letters were asked for.
    #[error("expected at most {0} questions a day for one address, found one more")]
    TooManyQuestions(u64),
    /// More subscriptions than one address may have.
    #[error("expected at most {0} subscriptions for one address, found one more")]
    TooManySubscriptions(usize),
    /// A name that is empty or too long.
    #[error("expected a name of 1 to {0} characters, found {1}")]
    Name(usize, usize),
    /// A search cannot be kept.
    #[error(transparent)]
    Search(#[from] SaveError),
    /// A letter cannot be written.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A letter cannot be composed.
    #[error(transparent)]
    Compose(#[from] ComposeError),
    /// Something that was stored cannot be read.
    #[error("{what} {id} cannot be read back: {reason}")]
    Unreadable {
        /// What it is.
        what: &'static str,
        /// Its number.
        id: i64,
        /// Why.
        reason: String,
    },
}

impl AlertsError {
    /// Tells whether whoever asked can mend it.
    pub fn is_askers(&self) -> bool {
        matches!(
            self,
            Self::Address(_)
                | Self::Interest(_)
                | Self::Token(_)
                | Self::Spent
                | Self::Gone
                | Self::TooManyQuestions(_)
                | Self::TooManySubscriptions(_)
                | Self::Name(..)
        ) || matches!(self, Self::Search(error) if error.is_askers())
    }

    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Store(error) => error.hint(),
            Self::Interest(error) => error.hint(),
            Self::Search(error) => error.hint(),
            Self::Address(_) => "write one address, without a name beside it",
            Self::Token(_) | Self::Spent => "ask for a new link on the page where you subscribed",
            Self::Gone => "subscribe again",
            Self::TooManyQuestions(_) => {
                "look into the mailbox, also among unwanted mail, or come back tomorrow"
            }
            Self::TooManySubscriptions(_) => "join several topics in one subscription",
            Self::Name(..) => "give the subscription a short name",
            Self::Site(_) => "correct `site` in the section `[alerts]` of the settings",
            Self::Compose(_) => "correct the section `[mail]` of the settings",
            _ => "run `duibiao doctor`; the log has the details",
        }
    }
}
