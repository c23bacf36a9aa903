//! A query as concepts, each with all its renderings.

use std::collections::HashSet;
use std::ops::Range;

use super::english;
use super::spelling;
use super::translation::Translation;

/// A text cut into concepts, in the order of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StructuredQuery {
    /// The concepts; one without translations marks a stretch nobody could render.
    pub concepts: Vec<Concept>,
}

impl StructuredQuery {
    /// Tells whether no concept has a rendering.
    pub fn is_empty(&self) -> bool {
        self.concepts
            .iter()
            .all(|concept| concept.translations.is_empty())
    }

    /// Returns, for each concept an English text names, the rendering by which it names it.
    ///
    /// A rendering is named when all its words occur, in whatever order, spelling and number; of
    /// several the most trusted is returned. This is what a hit shows as "matched by".
    pub fn named_in(&self, english: &str) -> Vec<&Translation> {
        let words = english::keys(english);
        self.concepts
            .iter()
            .filter_map(|concept| concept.named_in(&words))
            .collect()
    }

    /// Iterates over the stretches of the text that have no rendering.
    pub fn untranslated(&self) -> impl Iterator<Item = Range<usize>> {
        self.concepts
            .iter()
            .filter(|concept| concept.translations.is_empty())
            .map(|concept| concept.source.clone())
    }
}

/// One thing the query speaks of: a synonym class with its weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Concept {
    /// The bytes of the text the concept was read from.
    pub source: Range<usize>,
    /// How much the concept says about the subject: 1 for a term, less for title formulae such as
    /// `试验方法`, single characters and numbers.
    pub weight: f32,
    /// The renderings, the most trusted first.
    pub translations: Vec<Translation>,
    /// The concepts of a compound's components, for documents that name it in another way.
    pub parts: Vec<Self>,
}

impl Concept {
    /// Returns the first rendering whose words are all among the keys of a text.
    pub(super) fn named_in(&self, keys: &HashSet<String>) -> Option<&Translation> {
        self.translations.iter().find(|translation| {
            translation
                .words()
                .all(|word| keys.contains(&spelling::key(word)))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::terms::TermBase;

    #[test]
    fn a_hit_can_say_which_rendering_it_was_found_by() {
        let query = TermBase::embedded().translate_query("轮胎 试验方法");
        let named = query.named_in("Tires - Methods of test");
        let targets: Vec<&str> = named.iter().map(|named| named.target.as_str()).collect();
        assert_eq!(targets.len(), 2, "{targets:?}");
        assert_eq!(targets[0], "tyre");
        assert!(query.named_in("Steel").is_empty());
    }
}
