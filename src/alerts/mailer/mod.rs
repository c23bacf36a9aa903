//! Letters: composing them, signing them, handing them to a server. The only place that names lettre.
//!
//! [`Composer`] turns a [`Draft`] into the bytes of a message (RFC 5322): multipart, encoded words where a header is not
//! ASCII (RFC 2047), one-click unsubscription (RFC 8058), a DKIM signature over all of it (RFC 6376) when the operator
//! has a key. [`Postman`] hands the bytes to a server, or keeps them in memory for tests and dry runs, and says of a
//! refusal what the outbox needs to know: is it the mailbox, the letter, the moment or the line.

mod composer;
mod draft;
mod postman;
mod refusal;

#[cfg(test)]
mod tests;

pub use crate::config::{DkimSettings, MailSettings, Security};
pub use composer::{ComposeError, Composer};
pub use draft::{Draft, ListLinks};
pub use postman::{Posted, Postman};
pub use refusal::Refusal;
