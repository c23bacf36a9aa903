//! Searches that are kept: what alerts, digests and lists of one's own are built on.
//!
//! A saved search is read once, strictly, when it is saved: a fault is shown then and not in a mail weeks later, and a
//! query that matches everything is refused. Kept are the text as it was typed, its tree, its canonical form and the
//! version of the grammar. A relative date stays relative in the tree. When the grammar changes, the text is read
//! again, and what that changed is said; a tree of an old version is never guessed at.

mod query;
mod searches;
#[cfg(test)]
mod tests;

pub use query::{Reread, SavedQuery, SavedQueryError};
pub use searches::{SaveError, SavedSearch, SavedSearches};
