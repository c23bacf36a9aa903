//! Alerts: the right notice to the right person, once, with the reason.
//!
//! What happens to records ([`occurrence`]) is held against what people watch ([`subscription`]) by the [`percolator`],
//! which says not only who is concerned but why. What was found is kept as it stood and told in one [`digest`] a slot
//! and subscriber; the [`outbox`] sends it through the [`mailer`], once, whatever is killed in between. Nobody has an
//! account: links carry [`tokens`], and only a `POST` changes anything, because mail gateways follow every link.
//!
//! The core (subscriptions, percolator, digests, tokens, deadlines) is pure; [`service`] joins it with store and clock.

pub mod address;
pub mod deadline;
pub mod desk;
pub mod digest;
mod error;
pub mod exchange;
pub mod feeds;
pub mod links;
pub mod mailer;
pub mod occurrence;
pub mod outbox;
pub mod percolator;
mod service;
pub mod subscription;
pub mod tokens;

#[cfg(test)]
pub(crate) mod samples;

pub use crate::config::AlertsSettings;
pub use error::AlertsError;
pub use service::{
    Account, Alerts, Breadth, Change, Enrolment, Exported, Gathered, MOST_SUBSCRIPTIONS, Replay,
    ReplayWeek, Watched,
};
