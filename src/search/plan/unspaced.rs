//! Clauses for text without spaces: Chinese, Japanese, Korean.

use super::{Clause, Part, TextKind};
use crate::index::analyzer::Analysis;

/// What a match in each part is worth; a word in the title says more than one in the abstract.
const TITLE_WORD: f32 = 6.0;
const TITLE_SUB_WORD: f32 = 4.5;
const TITLE_PAIRS: f32 = 3.5;
const BODY_WORD: f32 = 1.6;
const BODY_PAIRS: f32 = 0.8;
const CONTEXT: f32 = 1.0;
const WHOLE_RUN: f32 = 7.0;

/// Returns the clause of one word: it may stand as a word, inside a longer one, or across a border of words.
pub(super) fn word(word: &str) -> Clause {
    let mut ways = vec![
        Clause::Term(Part::Words(TextKind::Title), word.to_owned()).boosted(TITLE_WORD),
        Clause::Term(Part::Sub(TextKind::Title), word.to_owned()).boosted(TITLE_SUB_WORD),
        pairs(TextKind::Title, word).boosted(TITLE_PAIRS),
        Clause::Term(Part::Sub(TextKind::Body), word.to_owned()).boosted(BODY_WORD),
        Clause::Term(Part::Context, word.to_owned()).boosted(CONTEXT),
    ];
    if word.chars().count() > 1 {
        ways.push(pairs(TextKind::Body, word).boosted(BODY_PAIRS));
    }
    Clause::best(ways)
}

/// Returns the clause of a word that is a translation: fewer ways, because a concept has several words.
pub(super) fn rendering(word: &str) -> Clause {
    Clause::best(vec![
        pairs(TextKind::Title, word).boosted(TITLE_SUB_WORD),
        Clause::Term(Part::Sub(TextKind::Body), word.to_owned()).boosted(BODY_WORD),
    ])
}

/// Returns the clause that finds a text of any length as a true substring, by its pairs of characters.
pub(super) fn pairs(kind: TextKind, text: &str) -> Clause {
    let characters: Vec<char> = text.chars().collect();
    match characters.as_slice() {
        [] => Clause::Nothing,
        [single] => Clause::Term(Part::Bigrams(kind), single.to_string()),
        [first, second] => Clause::Term(Part::Bigrams(kind), [*first, *second].iter().collect()),
        many => {
            let pairs = many
                .windows(2)
                .enumerate()
                .map(|(at, pair)| (at, pair.iter().collect()));
            Clause::Phrase(Part::Bigrams(kind), pairs.collect())
        }
    }
}

/// Returns an exact phrase in titles or bodies.
pub(super) fn phrase(analysis: &Analysis, text: &str) -> Clause {
    let words: Vec<(usize, String)> = {
        let first = analysis.words.first().map_or(0, |word| word.position);
        analysis
            .words
            .iter()
            .map(|word| (word.position - first, word.text.clone()))
            .collect()
    };
    let mut ways = vec![
        pairs(TextKind::Title, text).boosted(TITLE_WORD),
        pairs(TextKind::Body, text).boosted(BODY_WORD),
    ];
    ways.push(match words.as_slice() {
        [] => Clause::Nothing,
        [(_, single)] => Clause::Term(Part::Sub(TextKind::Body), single.clone()).boosted(BODY_WORD),
        _ => Clause::Phrase(Part::Words(TextKind::Body), words).boosted(BODY_WORD),
    });
    Clause::best(ways)
}

/// Returns what makes titles that hold the whole run rank higher.
pub(super) fn whole_run(run: &str) -> Clause {
    pairs(TextKind::Title, run).boosted(WHOLE_RUN)
}
