//! Words of scripts that put spaces between them.

use std::cell::RefCell;
use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

use super::Term;

/// The rules by which words are cut to their stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stems {
    /// Snowball's English stemmer; also for text in languages without one of their own here.
    English,
    /// Snowball's French stemmer.
    French,
}

impl Stems {
    /// Returns the rules for a text in a language.
    pub fn of(language: &str) -> Self {
        if language == "fr" {
            Self::French
        } else {
            Self::English
        }
    }
}

/// No word that people write is longer; what is longer is a hash or an accident.
const LONGEST_WORD: usize = 100;

/// Adds the stem of a run; `position` counts the words of the text.
pub(super) fn cut(
    run: &str,
    start: usize,
    position: &mut usize,
    stems: Stems,
    terms: &mut Vec<Term>,
) {
    if run.len() <= LONGEST_WORD {
        terms.push(Term {
            text: known_stem(run, stems),
            position: *position,
            start,
            end: start + run.len(),
        });
    }
    *position += 1;
}

/// Stems a thread remembers; a catalogue has some hundred thousand words, and few of them are most of it.
const REMEMBERED: usize = 40_000;

/// Words of a text with their stems.
type Stemmed = HashMap<String, String>;

thread_local! {
    /// What was stemmed lately, by English and by French rules: stemming was a sixth of the time of indexing.
    static STEMMED: RefCell<[Stemmed; 2]> = RefCell::default();
}

/// Returns the stem of a word of a text, from memory where it was met before.
fn known_stem(word: &str, stems: Stems) -> String {
    STEMMED.with_borrow_mut(|[english, french]| {
        let stemmed = match stems {
            Stems::English => english,
            Stems::French => french,
        };
        if let Some(known) = stemmed.get(word) {
            return known.clone();
        }
        if stemmed.len() >= REMEMBERED {
            stemmed.clear();
        }
        let stem = stem(word, stems);
        stemmed.insert(word.to_owned(), stem.clone());
        stem
    })
}

/// Returns the stem of a lower-case word; words with digits stay as they are.
pub fn stem(word: &str, stems: Stems) -> String {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let algorithm = match stems {
        Stems::English => Algorithm::English,
        Stems::French => Algorithm::French,
    };
    Stemmer::new(algorithm).stem(word).into_owned()
}

/// Words that say nothing about what a document is about; a query does not insist on them.
const STOP_WORDS: [&str; 39] = [
    "a", "an", "and", "are", "as", "at", "aux", "be", "by", "d", "dans", "de", "des", "du", "en",
    "et", "for", "from", "in", "into", "is", "it", "its", "l", "la", "le", "les", "of", "on", "or",
    "par", "pour", "s", "sur", "than", "that", "the", "to", "with",
];

/// Tells whether a lower-case word says nothing about what a document is about.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted_for_binary_search() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the") && !is_stop_word("tyre"));
    }

    #[test]
    fn singular_and_plural_have_one_stem_in_both_languages() {
        assert_eq!(stem("tyres", Stems::English), stem("tyre", Stems::English));
        assert_eq!(
            stem("exigences", Stems::French),
            stem("exigence", Stems::French)
        );
        assert_eq!(stem("304l", Stems::English), "304l");
    }
}
