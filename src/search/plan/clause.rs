//! The clauses of a plan.

use crate::terms::StructuredQuery;

/// A text of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextKind {
    /// Titles and other names.
    Title,
    /// Abstracts, keywords, products covered.
    Body,
}

/// A part of the index that text is looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Chinese words.
    Words(TextKind),
    /// Chinese words and the words inside them.
    Sub(TextKind),
    /// Characters and pairs of characters.
    Bigrams(TextKind),
    /// English stems.
    Latin(TextKind),
    /// French stems.
    French(TextKind),
    /// Chinese names of products and ICS groups.
    Context,
}

/// A part of the index that holds keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// Exact keys of numbers.
    Number,
    /// Families.
    Family,
    /// Looser keys.
    Kin,
    /// Digits of numbers.
    Digits,
    /// Families that the text mentions.
    Mentions,
    /// Kinds.
    Kind,
    /// Issuing bodies.
    Body,
    /// Markets.
    Market,
    /// Statuses.
    Status,
    /// ICS codes with the groups above them.
    Ics,
    /// CCS codes with their letter.
    Ccs,
    /// HS codes with their prefixes.
    Hs,
    /// Products.
    Product,
    /// Languages of titles.
    Language,
    /// Families of adopted standards.
    Adopts,
}

/// A date of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateKey {
    /// Publication.
    Published,
    /// Entry into force.
    Implemented,
    /// Final day for comments.
    Deadline,
}

/// What a document must or may have.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// A term in a part of the index.
    Term(Part, String),
    /// Terms at the given distances from each other.
    Phrase(Part, Vec<(usize, String)>),
    /// A word that begins like this, in a part of the index.
    Prefix(Part, String),
    /// A key.
    Key(Key, String),
    /// A key that begins like this.
    KeyPrefix(Key, String),
    /// A date between two days, counted from 0001-01-01, both included.
    Days(DateKey, u64, u64),
    /// All must match; scores add up.
    All(Vec<Self>),
    /// At least so many must match; scores add up.
    AtLeast(usize, Vec<Self>),
    /// One must match; the best one's score counts.
    Best(Vec<Self>),
    /// The first must match, the others add to the score where they do.
    With(Box<Self>, Vec<Self>),
    /// The first must match, the second must not.
    Without(Box<Self>, Box<Self>),
    /// The clause with its score multiplied.
    Boost(Box<Self>, f32),
    /// The concepts of a text in the other language, all renderings of one counting as one word.
    Concepts(StructuredQuery),
    /// Every document.
    Every,
    /// No document.
    Nothing,
}

impl Clause {
    /// Multiplies the score.
    #[must_use]
    pub fn boosted(self, factor: f32) -> Self {
        Self::Boost(Box::new(self), factor)
    }

    /// Puts clauses together that all must match.
    pub fn all(clauses: Vec<Self>) -> Self {
        single_or(clauses, Self::All)
    }

    /// Puts clauses together of which the best counts.
    pub fn best(clauses: Vec<Self>) -> Self {
        single_or(clauses, Self::Best)
    }
}

fn single_or(mut clauses: Vec<Clause>, many: impl FnOnce(Vec<Clause>) -> Clause) -> Clause {
    match clauses.len() {
        0 => Clause::Nothing,
        1 => clauses.swap_remove(0),
        _ => many(clauses),
    }
}
