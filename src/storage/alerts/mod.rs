//! What the store keeps for alerts: subscribers, subscriptions, what was found for them, letters on their way.
//!
//! Interests, schedules, snapshots and digests are texts here: their shapes belong to the alerts, which give each a
//! version. States are words with one place that lists them, so that a query and a page cannot spell them apart.

mod digests;
mod items;
mod links;
mod outbox;
mod subscribers;
mod subscriptions;

pub use digests::{DueMatch, StoredDigest};
pub use items::{FoundItem, FoundMatch, StoredItem};
pub use outbox::{Letter, LetterKind, LetterLine, LetterState, NewLetter, Settling};
pub use subscribers::{Subscriber, SubscriberState};
pub use subscriptions::{StoredSubscription, SubscriptionState};
