//! The one question asked of a term base.

use std::borrow::Cow;

/// A source of translations between Chinese and English.
pub trait Lexicon {
    /// The translations of a term, in either direction; Latin terms are asked in lower case.
    fn translations<'a>(&'a self, term: &str) -> Vec<Cow<'a, str>>;
}

/// Two lexicons asked together.
#[derive(Debug, Clone, Copy)]
pub struct Layered<A, B> {
    /// Asked first.
    pub first: A,
    /// Asked as well.
    pub second: B,
}

impl<A: Lexicon, B: Lexicon> Lexicon for Layered<A, B> {
    fn translations<'a>(&'a self, term: &str) -> Vec<Cow<'a, str>> {
        let mut all = self.first.translations(term);
        all.extend(self.second.translations(term));
        all
    }
}

impl<L: Lexicon + ?Sized> Lexicon for &L {
    fn translations<'a>(&'a self, term: &str) -> Vec<Cow<'a, str>> {
        (**self).translations(term)
    }
}
