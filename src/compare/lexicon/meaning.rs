//! Content words and agreement in meaning.

use std::collections::HashSet;

use super::Lexicon;
use crate::text::is_han;

const STOP_WORDS: &[&str] = &[
    "the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "by", "for", "with", "from",
    "shall", "should", "must", "be", "is", "are", "not", "no", "than", "that", "which", "this",
    "these", "as", "it", "its", "any", "all", "each", "per", "may", "can", "if", "when", "after",
    "before", "more", "less", "least", "most", "maximum", "minimum", "exceed", "was", "were",
    "has", "have", "other", "such", "into", "least", "document", "part", "used", "use", "using",
];

/// The content words of an English text, lower case and without their endings.
pub fn stems(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() >= 2)
        .map(str::to_ascii_lowercase)
        .filter(|word| !STOP_WORDS.contains(&word.as_str()))
        .map(|word| stem(&word).to_owned())
        .collect()
}

/// Cuts the endings of number and verb off an English word.
pub fn stem(word: &str) -> &str {
    const ENDINGS: &[&str] = &[
        "ibilities",
        "abilities",
        "ability",
        "ibility",
        "ations",
        "ation",
        "ments",
        "ment",
        "nesses",
        "ness",
        "ities",
        "ity",
        "ings",
        "ing",
        "ions",
        "ion",
        "ances",
        "ance",
        "able",
        "ible",
        "ies",
        "ers",
        "er",
        "ors",
        "or",
        "ed",
        "es",
        "al",
        "ly",
        "s",
        "e",
        "y",
    ];
    let plain = ENDINGS.iter().find_map(|ending| {
        let head = word.strip_suffix(ending)?;
        (head.len() >= 4
            || (head.len() == 3
                && ending.len() <= 2
                && *ending != "or"
                && *ending != "er"
                && *ending != "al"))
            .then_some(head)
    });
    let plain = plain.unwrap_or(word);
    let doubled = plain.len() >= 4
        && plain
            .as_bytes()
            .iter()
            .rev()
            .take(2)
            .all(|b| plain.ends_with(char::from(*b)));
    if doubled && !plain.ends_with(['s', 'l']) {
        &plain[..plain.len() - 1]
    } else {
        plain
    }
}

/// Whether two requirements in words say the same, in one language or across two.
///
/// Across languages every Chinese term with a translation must be answered, and at least one must be;
/// words that turn the meaning (不, not) must agree too.
pub fn shares_meaning(lexicon: &dyn Lexicon, left: &str, right: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    if plain(left) == plain(right) {
        return true;
    }
    let has_han = |text: &str| text.chars().any(is_han);
    let (chinese, english) = match (has_han(left), has_han(right)) {
        (true, false) => (left, right),
        (false, true) => (right, left),
        (true, true) => return same_terms(&chinese_content(left), &chinese_content(right)),
        (false, false) => {
            let (left, right): (HashSet<String>, HashSet<String>) = (
                stems(left).into_iter().collect(),
                stems(right).into_iter().collect(),
            );
            return !left.is_empty() && left == right;
        }
    };
    let words: HashSet<String> = stems(english).into_iter().collect();
    let terms = lexicon.terms(chinese);
    let answered = terms
        .iter()
        .filter(|term| {
            term.translations.iter().any(|each| {
                let wanted = stems(each);
                !wanted.is_empty() && wanted.iter().all(|stem| words.contains(stem))
            })
        })
        .count();
    answered > 0 && answered * 3 >= terms.len() * 2
}

fn chinese_content(text: &str) -> HashSet<char> {
    const EMPTY: &str = "应不得有的为和与及在可均无须宜、，。；能任何出现产生";
    text.chars()
        .filter(|c| is_han(*c) && !EMPTY.contains(*c))
        .collect()
}

fn same_terms(left: &HashSet<char>, right: &HashSet<char>) -> bool {
    !left.is_empty() && left == right
}
