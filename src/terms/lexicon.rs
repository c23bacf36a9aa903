//! The curated terms and those learned, by their Chinese spelling.

use std::collections::HashMap;

use corpora::terms::{FORMULAE, Vocabulary};
use serde::Deserialize;

use super::english;
use super::translation::Origin;

/// How much less each further rendering of a line is trusted than the one before it.
const TRUST_OF_THE_NEXT: f32 = 0.93;
const LEAST_TRUST: f32 = 0.6;

/// One rendering of a term.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rendering {
    pub(super) target: String,
    pub(super) weight: f32,
    pub(super) origin: Origin,
}

/// A term's renderings and whether it is a formula of titles.
#[derive(Debug, Clone, Default)]
pub(super) struct Term {
    pub(super) renderings: Vec<Rendering>,
    pub(super) is_formula: bool,
}

/// Terms by Chinese spelling, Latin letters in lower case.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    terms: HashMap<String, Term>,
    longest: usize,
}

#[derive(Deserialize)]
struct GlossaryRow<'a> {
    zh: &'a str,
    en: &'a str,
    #[serde(borrow, default)]
    synonyms_zh: Vec<&'a str>,
    #[serde(borrow, default)]
    synonyms_en: Vec<&'a str>,
}

impl Lexicon {
    /// Adds the lines of a vocabulary; a line without a tab is a comment or broken and is left out.
    pub(super) fn add_vocabulary(&mut self, vocabulary: Vocabulary) {
        let lines = vocabulary
            .text
            .lines()
            .filter(|line| !line.starts_with('#'));
        for (chinese, english) in lines.filter_map(|line| line.split_once('\t')) {
            let renderings: Vec<String> = english.split('|').map(english::phrase).collect();
            for term in chinese.split('|') {
                self.add(term, &renderings, vocabulary.field == FORMULAE);
            }
        }
    }

    /// Adds the rows of the starter glossary.
    pub(super) fn add_glossary(&mut self, lines: &str) {
        for row in lines
            .lines()
            .filter_map(|l| serde_json::from_str::<GlossaryRow<'_>>(l).ok())
        {
            let english: Vec<String> = std::iter::once(row.en)
                .chain(row.synonyms_en)
                .map(english::phrase)
                .collect();
            for term in std::iter::once(row.zh).chain(row.synonyms_zh) {
                self.add(term, &english, false);
            }
        }
    }

    /// Adds one learned rendering with its probability.
    pub(super) fn add_learned(&mut self, chinese: &str, english: &str, probability: f32) {
        self.push(
            chinese,
            english::phrase(english),
            probability,
            Origin::Learned,
        );
    }

    /// Looks a term up by its spelling, Latin letters in lower case.
    pub(super) fn get(&self, spelling: &str) -> Option<&Term> {
        self.terms.get(spelling)
    }

    /// Returns the length in characters of the longest term.
    pub(super) const fn longest(&self) -> usize {
        self.longest
    }

    /// Returns how many terms there are.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// Iterates over all terms.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Term)> {
        self.terms
            .iter()
            .map(|(spelling, term)| (spelling.as_str(), term))
    }

    fn add(&mut self, chinese: &str, english: &[String], is_formula: bool) {
        let mut weight = 1.0_f32;
        for target in english {
            self.push(chinese, target.clone(), weight, Origin::Curated);
            weight = (weight * TRUST_OF_THE_NEXT).max(LEAST_TRUST);
        }
        if is_formula {
            self.terms
                .entry(chinese.to_lowercase())
                .or_default()
                .is_formula = true;
        }
    }

    fn push(&mut self, chinese: &str, target: String, weight: f32, origin: Origin) {
        if chinese.is_empty() || target.is_empty() {
            return;
        }
        self.longest = self.longest.max(chinese.chars().count());
        let renderings = &mut self
            .terms
            .entry(chinese.to_lowercase())
            .or_default()
            .renderings;
        if renderings.iter().all(|known| known.target != target) {
            renderings.push(Rendering {
                target,
                weight,
                origin,
            });
        }
    }
}
