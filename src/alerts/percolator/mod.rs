//! Who is concerned by what happened, and why.
//!
//! Searching asks one query of many documents; here one document asks which of many queries it meets. Each stored
//! interest is filed under a *necessary set* of keys: whatever meets the interest has at least one of them. A happening
//! looks up its own keys, which gives few candidates, and each candidate is verified on the record, which gives the
//! reasons. So the cost is that of the matches and not of the subscriptions.
//!
//! - Codes are filed under themselves and everything above them ([`key`]), paired with the market where markets are
//!   watched: pairing keeps "steel, in Laos" out of the way of everything that happens to steel.
//! - A query is compiled ([`condition`]) to conditions on words, fields and dates; its words are met in the other
//!   language too, as a search meets them. The cheapest of its conditions gives its keys.
//! - What cannot be narrowed by a key (a query of dates only) is verified each time; checks refuse most of those.
//!
//! Keys are 64-bit hashes: two texts with one hash cost a verification and nothing else.

mod concept;
mod condition;
mod dated;
mod facts;
mod key;
mod percolate;
mod reason;
mod watch;

pub use percolate::{Match, Percolator};
pub use reason::Reason;

#[cfg(test)]
mod tests;
