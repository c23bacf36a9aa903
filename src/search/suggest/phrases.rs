//! Phrases that stand in many titles.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use crate::index::analyzer::is_stop_word;

/// Words of the longest phrase.
const LONGEST: usize = 4;
/// Titles a phrase of several words must stand in, and a single word.
const FEWEST: u32 = 6;
const FEWEST_ALONE: u32 = 4;
/// Phrases that are kept, the most frequent first.
const MOST: usize = 60_000;

/// Returns the frequent phrases of some titles with the number of titles each stands in.
///
/// They are counted by a hash first, so that a million phrases that stand in one title each are never written down; the
/// second walk writes down the frequent ones. Phrases neither begin nor end with a stop word and do not reach across a
/// sign.
pub(super) fn frequent(titles: &[String]) -> Vec<(String, u32)> {
    let hasher = std::hash::BuildHasherDefault::<std::hash::DefaultHasher>::default();
    let hash = |phrase: &str| {
        let mut state = hasher.build_hasher();
        state.write(phrase.as_bytes());
        state.finish()
    };
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for title in titles {
        each_phrase(title, |phrase| {
            *counts.entry(hash(phrase)).or_default() += 1;
        });
    }
    let enough = |phrase: &str, count: u32| {
        count
            >= if phrase.contains(' ') {
                FEWEST
            } else {
                FEWEST_ALONE
            }
    };
    counts.retain(|_, count| *count >= FEWEST.min(FEWEST_ALONE));
    let mut phrases: HashMap<String, u32> = HashMap::new();
    for title in titles {
        each_phrase(title, |phrase| {
            if let Some(&count) = counts.get(&hash(phrase))
                && enough(phrase, count)
                && !phrases.contains_key(phrase)
            {
                phrases.insert(phrase.to_owned(), count);
            }
        });
    }
    let mut phrases: Vec<(String, u32)> = phrases.into_iter().collect();
    phrases.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    phrases.truncate(MOST);
    phrases
}

/// Calls for every phrase of a title, in lower case.
fn each_phrase(title: &str, mut call: impl FnMut(&str)) {
    let lower = title.to_lowercase();
    for part in
        lower.split(|character: char| !(character.is_alphanumeric() || " -'".contains(character)))
    {
        let words: Vec<&str> = part
            .split(' ')
            .map(|word| word.trim_matches(['-', '\'']))
            .filter(|word| !word.is_empty())
            .collect();
        for from in 0..words.len() {
            if !is_border(words[from]) {
                continue;
            }
            for to in from + 1..=words.len().min(from + LONGEST) {
                if is_border(words[to - 1]) {
                    call(&words[from..to].join(" "));
                }
            }
        }
    }
}

/// Tells whether a phrase may begin or end with a word.
fn is_border(word: &str) -> bool {
    word.chars().count() > 2 && !is_stop_word(word) && word.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_begin_and_end_with_words_that_say_something_and_stay_between_signs() {
        let mut phrases = Vec::new();
        each_phrase("Methods of test for tyres — Part 2: Rims", |phrase| {
            phrases.push(phrase.to_owned());
        });
        assert!(phrases.contains(&"methods of test".to_owned()));
        assert!(phrases.contains(&"tyres".to_owned()));
        assert!(
            phrases
                .iter()
                .all(|phrase| !phrase.ends_with(" for") && !phrase.contains("tyres part"))
        );
    }

    #[test]
    fn only_frequent_phrases_are_kept_the_most_frequent_first() {
        let titles: Vec<String> = (0..6)
            .map(|part| format!("Steel wire ropes — Part {part}"))
            .chain(["Steel bars".to_owned()])
            .collect();
        let phrases = frequent(&titles);
        assert_eq!(phrases[0], ("steel".to_owned(), 7));
        assert!(phrases.contains(&("steel wire ropes".to_owned(), 6)));
        assert!(!phrases.iter().any(|(phrase, _)| phrase.contains("bars")));
    }
}
