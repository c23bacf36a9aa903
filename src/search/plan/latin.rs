//! Clauses for words of scripts with spaces.

use super::{Clause, Key, Part, TextKind};
use crate::index::analyzer::{Stems, is_stop_word, stem};

/// What a match in each part is worth.
const TITLE: f32 = 6.0;
const TITLE_FRENCH: f32 = 4.0;
const BODY: f32 = 1.6;
const BODY_FRENCH: f32 = 1.0;
const DIGITS: f32 = 9.0;
const TITLE_PHRASE: f32 = 3.0;

/// Returns the clause of one word in lower case.
pub(super) fn word(word: &str) -> Clause {
    let (english, french) = (stem(word, Stems::English), stem(word, Stems::French));
    let mut ways = vec![
        Clause::Term(Part::Latin(TextKind::Title), english.clone()).boosted(TITLE),
        Clause::Term(Part::French(TextKind::Title), french.clone()).boosted(TITLE_FRENCH),
        Clause::Term(Part::Latin(TextKind::Body), english).boosted(BODY),
        Clause::Term(Part::French(TextKind::Body), french).boosted(BODY_FRENCH),
    ];
    if word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        ways.push(Clause::Key(Key::Digits, word.to_owned()).boosted(DIGITS));
    }
    Clause::best(ways)
}

/// Returns an exact phrase of words in lower case.
pub(super) fn phrase(words: &[String]) -> Clause {
    let of = |stems, part| {
        let terms: Vec<(usize, String)> = words
            .iter()
            .map(|word| stem(word, stems))
            .enumerate()
            .collect();
        match terms.len() {
            0 => Clause::Nothing,
            1 => Clause::Term(
                part,
                terms
                    .into_iter()
                    .next()
                    .map(|(_, term)| term)
                    .unwrap_or_default(),
            ),
            _ => Clause::Phrase(part, terms),
        }
    };
    Clause::best(vec![
        of(Stems::English, Part::Latin(TextKind::Title)).boosted(TITLE),
        of(Stems::French, Part::French(TextKind::Title)).boosted(TITLE_FRENCH),
        of(Stems::English, Part::Latin(TextKind::Body)).boosted(BODY),
        of(Stems::French, Part::French(TextKind::Body)).boosted(BODY_FRENCH),
    ])
}

/// Returns what makes titles rank higher that hold the words side by side, in their order.
pub(super) fn neighbours(words: &[String]) -> Vec<Clause> {
    let stems: Vec<String> = words
        .iter()
        .map(|word| stem(word, Stems::English))
        .collect();
    stems
        .windows(2)
        .map(|pair| {
            let terms = pair.iter().cloned().enumerate().collect();
            Clause::Phrase(Part::Latin(TextKind::Title), terms).boosted(TITLE_PHRASE)
        })
        .collect()
}

/// Returns the clause of words that begin like this.
pub(super) fn prefix(kind: TextKind, beginning: &str) -> Clause {
    let (english, french) = match kind {
        TextKind::Title => (TITLE, TITLE_FRENCH),
        TextKind::Body => (BODY, BODY_FRENCH),
    };
    Clause::best(vec![
        Clause::Prefix(Part::Latin(kind), beginning.to_owned()).boosted(english),
        Clause::Prefix(Part::French(kind), beginning.to_owned()).boosted(french),
    ])
}

/// Tells whether a query insists on a word.
pub(super) fn is_insisted_on(word: &str) -> bool {
    !is_stop_word(word)
}
