//! A query as concepts, each with all its renderings.

use std::ops::Range;

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
        self.concepts.iter().all(|concept| concept.translations.is_empty())
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
    pub parts: Vec<Concept>,
}
