//! A word of a query with everything that says the same.

use super::facts::{FieldText, latin_words, pairs};
use super::key::{Key, Term};
use crate::terms::{TermBase, spelling};
use crate::text::{is_han, normalize};

/// A concept of less weight is a formula of titles (`试验方法`); a text need not name it when others are named.
const TELLING: f32 = 0.6;

/// Renderings of one concept that are looked for, the most trusted first.
const MOST_RENDERINGS: usize = 8;

/// One way of saying a concept.
#[derive(Debug, Clone, PartialEq)]
struct Saying {
    /// The words as they are shown in a reason.
    shown: String,
    /// Chinese stretches that must stand there as they are.
    stretches: Vec<String>,
    /// Keys of Latin words that must all stand there.
    words: Vec<String>,
}

/// One concept: met when any of its sayings is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Concept {
    /// What was asked for.
    asked: String,
    sayings: Vec<Saying>,
}

impl Saying {
    /// Makes the saying of a normalised text; nothing where it holds no word.
    fn of(text: &str) -> Option<Self> {
        let mut stretches: Vec<String> = Vec::new();
        let mut open = false;
        for character in text.chars() {
            if is_han(character) {
                match stretches.last_mut() {
                    Some(stretch) if open => stretch.push(character),
                    _ => stretches.push(character.to_string()),
                }
            }
            open = is_han(character);
        }
        let words: Vec<String> = latin_words(text).map(spelling::key).collect();
        (!stretches.is_empty() || !words.is_empty()).then(|| Self {
            shown: text.to_owned(),
            stretches,
            words,
        })
    }

    fn is_met(&self, field: &FieldText) -> bool {
        self.words.iter().all(|word| field.words.contains(word))
            && self
                .stretches
                .iter()
                .all(|stretch| field.text.contains(stretch.as_str()))
    }

    /// Returns a key that whatever meets the saying has: of its longest word or its first pair of characters.
    fn key(&self) -> Option<Key> {
        let pair = self.stretches.iter().max_by_key(|stretch| stretch.len());
        let pair = pair.and_then(|stretch| pairs(stretch).max_by_key(|pair| pair.len()));
        let word = self
            .words
            .iter()
            .max_by_key(|word| word.len())
            .map(String::as_str);
        pair.or(word).map(|word| Key::of(Term::Word(word)))
    }
}

impl Concept {
    /// Cuts words of a query into concepts, all of which must be met.
    ///
    /// The term base cuts and renders; blanks that the reader typed separate too. A stretch nobody can render has to
    /// stand as it is.
    pub(super) fn all_in(text: &str) -> Vec<Self> {
        let normalized = normalize(text);
        let text = normalized.as_str();
        let query = TermBase::embedded().translate_query(text);
        let mut concepts = Vec::new();
        let telling = query
            .concepts
            .iter()
            .any(|concept| concept.weight >= TELLING);
        for concept in &query.concepts {
            if telling && concept.weight < TELLING {
                continue;
            }
            let asked = text.get(concept.source.clone()).unwrap_or_default().trim();
            let renderings = concept
                .translations
                .iter()
                .take(MOST_RENDERINGS)
                .map(|translation| translation.target.as_str());
            concepts.extend(Self::of(asked, renderings));
        }
        if concepts.is_empty() {
            concepts.extend(
                text.split_whitespace()
                    .filter_map(|word| Self::of(word, [])),
            );
        }
        concepts
    }

    /// Makes a concept that is met by its own words only.
    pub(super) fn verbatim(text: &str) -> Option<Self> {
        Self::of(normalize(text).as_str().trim(), [])
    }

    fn of<'r>(asked: &str, renderings: impl IntoIterator<Item = &'r str>) -> Option<Self> {
        let mut sayings: Vec<Saying> = Saying::of(asked).into_iter().collect();
        for rendering in renderings {
            let saying = Saying::of(normalize(rendering).as_str());
            sayings.extend(saying.filter(|new| sayings.iter().all(|old| old.shown != new.shown)));
        }
        (!sayings.is_empty()).then(|| Self {
            asked: asked.to_owned(),
            sayings,
        })
    }

    /// Returns the words asked for.
    pub(super) fn asked(&self) -> &str {
        &self.asked
    }

    /// Returns the words that stand in a field and say the concept.
    pub(super) fn met_in(&self, field: &FieldText) -> Option<&str> {
        self.sayings
            .iter()
            .find(|saying| saying.is_met(field))
            .map(|saying| saying.shown.as_str())
    }

    /// Returns the keys of which whatever meets the concept has one.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.sayings.iter().filter_map(Saying::key).collect()
    }
}
