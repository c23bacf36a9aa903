//! The keys under which interests are filed and happenings look.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A hash of one necessary thing, alone or with a market.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key(u64);

/// What a key is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Term<'t> {
    /// The product is tagged.
    Product(&'t str),
    /// A notified HS code begins with these digits.
    HsUnder(&'t str),
    /// A notified HS code is exactly this one.
    HsAt(&'t str),
    /// A notified ICS code begins with this one.
    IcsUnder(&'t str),
    /// A notified ICS code is exactly this one.
    IcsAt(&'t str),
    /// The record or its family has this name.
    Document(&'t str),
    /// A text holds this word or pair of characters.
    Word(&'t str),
    /// The market.
    Market(&'t str),
    /// A value of another field of the query language.
    Field(&'static str, &'t str),
}

impl Key {
    /// Makes the key of a term in any market.
    pub(super) fn of(term: Term<'_>) -> Self {
        let mut hasher = DefaultHasher::new();
        term.hash(&mut hasher);
        Self(hasher.finish())
    }

    /// Makes the key of the same term in one market.
    ///
    /// Mixed and not hashed again: every term of a joint notification is paired with each of its seven markets.
    #[must_use]
    pub(super) fn within(self, market: Self) -> Self {
        Self(self.0.rotate_left(23).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ market.0)
    }
}
