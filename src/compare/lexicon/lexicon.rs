//! The one question asked of a term base.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::is_han;

/// The longest term, in characters, that is looked up.
const LONGEST: usize = 8;

/// A Chinese term found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term<'l> {
    /// Where it stands, in bytes.
    pub source: Range<usize>,
    /// What it may be called in English.
    pub translations: Vec<Cow<'l, str>>,
}

/// A source of translations between Chinese and English.
pub trait Lexicon {
    /// Returns the translations of a term, in either direction; Latin terms are asked in lower case.
    fn translations<'a>(&'a self, term: &str) -> Vec<Cow<'a, str>>;

    /// Cuts a text into the Chinese terms that have translations, in the order they stand.
    ///
    /// A lexicon without a cut of its own takes the longest term at each place.
    fn terms(&self, text: &str) -> Vec<Term<'_>> {
        let mut bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bounds.push(text.len());
        let mut found = Vec::new();
        let mut at = 0;
        while at + 1 < bounds.len() {
            let is_chinese = text[bounds[at]..].starts_with(is_han);
            let longest = if is_chinese {
                LONGEST.min(bounds.len() - 1 - at)
            } else {
                0
            };
            let term = (1..=longest).rev().find_map(|length| {
                let source = bounds[at]..bounds[at + length];
                let translations = self.translations(&text[source.clone()]);
                (!translations.is_empty()).then_some((
                    length,
                    Term {
                        source,
                        translations,
                    },
                ))
            });
            match term {
                Some((length, term)) => {
                    found.push(term);
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }
}

/// Two lexicons asked together.
///
/// The first cuts a text; the second is asked only about what the first leaves. Asking both at every
/// place would let the longer terms of a large term base swallow the general words by which clauses
/// of different bodies are recognised (`圆钢直径` against `diameter of bars`).
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

    fn terms(&self, text: &str) -> Vec<Term<'_>> {
        let mut all = Vec::new();
        let mut at = 0;
        for term in self.first.terms(text) {
            all.extend(between(&self.second, text, at..term.source.start));
            at = term.source.end;
            all.push(term);
        }
        all.extend(between(&self.second, text, at..text.len()));
        all
    }
}

/// The terms of a stretch, at their places in the whole text.
fn between<'l, L: Lexicon>(
    lexicon: &'l L,
    text: &str,
    stretch: Range<usize>,
) -> impl Iterator<Item = Term<'l>> {
    let piece = &text[stretch.clone()];
    let terms = if piece.contains(is_han) {
        lexicon.terms(piece)
    } else {
        Vec::new()
    };
    terms.into_iter().map(move |term| Term {
        source: stretch.start + term.source.start..stretch.start + term.source.end,
        translations: term.translations,
    })
}

impl<L: Lexicon + ?Sized> Lexicon for &L {
    fn translations<'a>(&'a self, term: &str) -> Vec<Cow<'a, str>> {
        (**self).translations(term)
    }

    fn terms(&self, text: &str) -> Vec<Term<'_>> {
        (**self).terms(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::lexicon::FieldVocabulary;

    struct One(&'static str, &'static str);

    impl Lexicon for One {
        fn translations<'a>(&'a self, term: &str) -> Vec<Cow<'a, str>> {
            if term == self.0 {
                vec![Cow::Borrowed(self.1)]
            } else {
                Vec::new()
            }
        }
    }

    #[test]
    fn the_second_lexicon_is_asked_about_what_the_first_leaves() {
        let text = "甲乙范围丙丁";
        let cut = |second| {
            let lexicon = Layered {
                first: FieldVocabulary,
                second,
            };
            let terms = lexicon.terms(text);
            terms
                .into_iter()
                .map(|term| &text[term.source])
                .collect::<Vec<_>>()
        };
        assert_eq!(cut(One("丙丁", "x")), ["范围", "丙丁"]);
        assert_eq!(cut(One("甲乙", "x")), ["甲乙", "范围"]);
        assert_eq!(cut(One("围丙", "x")), ["范围"]);
    }
}
