//! A query of concepts in which all renderings of a concept count as one word.
//!
//! Each [`SynonymConcept`] is a synonym class after Pirkola (1998): the frequencies of its members
//! are added up and its document frequency is that of their union, so a concept with six renderings
//! weighs no more than one with a single one, and a rare wrong rendering no more than the right one.
//! Members of several words count fully where they stand as a phrase and less where their words are
//! scattered over the field. Every concept adds to a document's score; documents that name more of
//! the query's concepts are raised by the share they name.
//!
//! tantivy has neither the class nor the share, so the query is evaluated whole, over all segments,
//! when its weight is made (union frequencies need all of them anyway), and the scorers only walk
//! the result. The formula stands in [`evaluation`](super::synonym_evaluation).

use tantivy::query::{EnableScoring, Query, Weight};
use tantivy::schema::Field;
use tantivy::{Result, Score, TantivyError};

use super::synonym_evaluation::evaluate;
use super::synonym_scratch::ScratchPaper;
use super::synonym_weight::SynonymWeight;
use crate::terms::{Concept, StructuredQuery};

/// A field that is searched, with its share of the score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SynonymField {
    /// The field; it must keep frequencies and positions.
    pub(super) field: Field,
    /// What a match in the field counts.
    pub(super) boost: Score,
}

/// One rendering of a concept.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SynonymMember {
    /// The words as they are indexed, in order.
    pub(super) words: Vec<SynonymWord>,
    /// Trust in the rendering, above 0 and at most 1.
    pub(super) weight: Score,
}

/// A word of a rendering.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct SynonymWord {
    /// The word as it is indexed.
    pub(super) text: String,
    /// Whether the word says nothing by itself, such as `of`; it matters in a phrase only.
    pub(super) is_stop_word: bool,
}

/// A concept as the engine sees it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct SynonymConcept {
    /// What the concept says about the subject, at most 1.
    pub(super) weight: Score,
    /// The renderings.
    pub(super) members: Vec<SynonymMember>,
    /// The components of a compound.
    pub(super) parts: Vec<Self>,
}

/// A query of concepts over some fields.
#[derive(Debug, Clone)]
pub(super) struct SynonymQuery {
    pub(super) concepts: Vec<SynonymConcept>,
    pub(super) fields: Vec<SynonymField>,
    pub(super) paper: ScratchPaper,
}

impl SynonymQuery {
    /// Makes a query of a translated text.
    ///
    /// `analyse` cuts a rendering into words as the index of `fields` does. A concept that occurs
    /// twice is taken once; one without renderings is left out.
    pub(super) fn new(
        query: &StructuredQuery,
        fields: &[SynonymField],
        paper: ScratchPaper,
        analyse: impl Fn(&str) -> Vec<SynonymWord>,
    ) -> Self {
        let mut concepts: Vec<SynonymConcept> = Vec::new();
        for concept in &query.concepts {
            let concept = SynonymConcept::new(concept, &analyse);
            let known = concepts
                .iter()
                .any(|known| known.members == concept.members);
            if !known && !concept.members.is_empty() {
                concepts.push(concept);
            }
        }
        Self {
            concepts,
            fields: fields.to_vec(),
            paper,
        }
    }
}

impl SynonymConcept {
    fn new(concept: &Concept, analyse: &impl Fn(&str) -> Vec<SynonymWord>) -> Self {
        let mut members: Vec<SynonymMember> = Vec::new();
        for translation in &concept.translations {
            let words = analyse(&translation.target);
            // Renderings that differ in spelling only may meet in one stem.
            let known = members.iter().any(|member| member.words == words);
            if !known && words.iter().any(|word| !word.is_stop_word) {
                members.push(SynonymMember {
                    words,
                    weight: translation.weight,
                });
            }
        }
        let parts = concept
            .parts
            .iter()
            .map(|part| Self::new(part, analyse))
            .collect();
        Self {
            weight: concept.weight,
            members,
            parts,
        }
    }
}

impl Query for SynonymQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> Result<Box<dyn Weight>> {
        let searcher = scoring.searcher().ok_or_else(|| {
            TantivyError::InvalidArgument(
                "a synonym query needs a searcher, found a schema only".to_owned(),
            )
        })?;
        Ok(Box::new(SynonymWeight::new(evaluate(self, searcher)?)))
    }
}
