//! Clauses for what the words of a query are called in the other language.

use super::{Clause, unspaced};
use crate::search::Rendering;
use crate::terms::{Concept, Origin, StructuredQuery, TermBase};
use crate::text::is_han;

/// What a match by translation counts against one in the query's own words.
const INTO_CHINESE: f32 = 0.7;

/// A concept of less weight is a formula of titles (`test method`); documents need not name it.
const TELLING: f32 = 0.6;

/// Chinese words of one concept that are looked for; what comes after them is a general dictionary's guess.
const MOST_RENDERINGS: usize = 3;

/// Words of a query and what they are called in the other language.
#[derive(Debug, Clone, PartialEq)]
pub struct Translated {
    /// The words, normalised.
    text: String,
    concepts: StructuredQuery,
}

impl Translated {
    /// Translates normalised words; nothing when the term base knows none of them.
    pub(super) fn of(text: &str) -> Option<Self> {
        let concepts = TermBase::embedded().translate_query(text);
        (!concepts.is_empty()).then(|| Self {
            text: text.to_owned(),
            concepts,
        })
    }

    /// Returns the clause; nothing when the words cannot be said in the other language.
    ///
    /// Into English the renderings are many and compete: they are scored as synonym classes. Into Chinese a term has few,
    /// and the parts that find any substring find them.
    pub(super) fn clause(&self) -> Option<Clause> {
        let into_chinese = self
            .concepts
            .concepts
            .iter()
            .flat_map(|concept| &concept.translations)
            .any(is_chinese);
        if !into_chinese {
            return Some(Clause::Concepts(self.concepts.clone()));
        }
        let mut named = Vec::new();
        for concept in self
            .concepts
            .concepts
            .iter()
            .filter(|concept| concept.weight >= TELLING)
        {
            named.push(in_chinese(concept)?);
        }
        (!named.is_empty()).then(|| Clause::all(named).boosted(INTO_CHINESE))
    }

    /// Returns the words that an English text names, each with the rendering by which it does.
    pub fn named_in(&self, english: &str) -> Vec<Rendering> {
        let named = self
            .concepts
            .named_in(english)
            .into_iter()
            .filter(|one| one.origin != Origin::Verbatim);
        let words = named.filter_map(|one| {
            let from = self.text.get(one.source.clone())?.to_owned();
            Some(Rendering {
                from,
                to: one.target.clone(),
            })
        });
        words.collect()
    }
}

fn in_chinese(concept: &Concept) -> Option<Clause> {
    let words = concept
        .translations
        .iter()
        .filter(|one| is_chinese(one))
        .take(MOST_RENDERINGS);
    let ways: Vec<Clause> = words
        .map(|one| unspaced::rendering(&one.target).boosted(one.weight))
        .collect();
    (!ways.is_empty()).then(|| Clause::best(ways))
}

fn is_chinese(translation: &crate::terms::Translation) -> bool {
    translation.target.chars().any(is_han)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_text_becomes_concepts_in_english() {
        let translated = Translated::of("科考船单卷筒绞车").unwrap();
        assert!(
            matches!(translated.clause(), Some(Clause::Concepts(_))),
            "{translated:?}"
        );
    }

    #[test]
    fn an_english_text_becomes_chinese_words_that_must_all_stand() {
        let translated = Translated::of("pneumatic tyres").unwrap();
        assert!(
            matches!(translated.clause(), Some(Clause::Boost(..))),
            "{translated:?}"
        );
    }
}
