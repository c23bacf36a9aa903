//! A letter before it is composed.

use jiff::Timestamp;

use crate::alerts::address::EmailAddress;
use crate::model::Language;

/// The ways out of a list that stand in the headers of its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLinks {
    /// Where a mail program posts to unsubscribe (RFC 8058).
    pub one_click: String,
    /// Where a person manages the subscription (RFC 2369).
    pub manage: String,
}

/// A letter before it is composed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// To whom.
    pub to: EmailAddress,
    /// Its Message-ID without angle brackets; the same at every attempt.
    pub message_id: String,
    /// When it was written; the same at every attempt.
    pub date: Timestamp,
    /// Its language.
    pub language: Language,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
    /// HTML.
    pub html: String,
    /// The ways out, for letters of the list; a question whether to subscribe is none.
    pub list: Option<ListLinks>,
}
