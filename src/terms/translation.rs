//! One rendering of a stretch of text in the other language.

use std::fmt;
use std::ops::Range;

/// Where a rendering comes from, which says how far to trust it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The text itself: a Latin word or a number in a Chinese query.
    Verbatim,
    /// A vocabulary written for a field of standardization, or the starter glossary.
    Curated,
    /// A pair learned from the store's own bilingual titles.
    Learned,
    /// The general Chinese-English dictionary.
    Dictionary,
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Verbatim => "verbatim",
            Self::Curated => "curated",
            Self::Learned => "learned",
            Self::Dictionary => "dictionary",
        })
    }
}

/// A rendering of part of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Translation {
    /// The bytes of the text that are rendered, on character boundaries.
    pub source: Range<usize>,
    /// The rendering: lower-case words with single spaces, or a Chinese term.
    pub target: String,
    /// Trust in the rendering, above 0 and at most 1.
    pub weight: f32,
    /// Where the rendering comes from.
    pub origin: Origin,
}

impl Translation {
    /// Iterates over the words of the rendering; a Chinese term is one word.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.target.split(' ')
    }
}
