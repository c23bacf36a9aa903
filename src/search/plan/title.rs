//! Clauses over titles alone.

use super::{Clause, Part, TextKind, latin, unspaced};
use crate::index::analyzer::{Analyzer, Pairs, Stems, is_stop_word, stem};
use crate::text::{Script, normalize, runs};

/// Every word of a text must stand in a title.
pub(super) fn words(text: &str) -> Clause {
    let normalized = normalize(text);
    let text = normalized.as_str();
    let clauses = pieces(text)
        .into_iter()
        .filter(|(_, piece)| !is_stop_word(piece));
    Clause::all(clauses.map(|(script, piece)| word(script, piece)).collect())
}

/// The text must stand in a title as it is written.
pub(super) fn phrase(analyzer: &Analyzer, text: &str) -> Clause {
    let normalized = normalize(text);
    let text = normalized.as_str();
    let analysis = analyzer.analyze_normalized(text, Stems::English, Pairs::None);
    let latin: Vec<(usize, String)> = analysis
        .latin
        .iter()
        .enumerate()
        .map(|(at, term)| (at, term.text.clone()))
        .collect();
    let unspaced = pieces(text)
        .into_iter()
        .filter(|(script, _)| script.is_unspaced());
    let mut clauses: Vec<Clause> = unspaced
        .map(|(_, piece)| unspaced::pairs(TextKind::Title, piece))
        .collect();
    match latin.len() {
        0 => {}
        1 => clauses.extend(
            latin
                .into_iter()
                .map(|(_, term)| Clause::Term(Part::Latin(TextKind::Title), term)),
        ),
        _ => clauses.push(Clause::Phrase(Part::Latin(TextKind::Title), latin)),
    }
    Clause::all(clauses)
}

/// A word of a title begins like this.
pub(super) fn prefix(text: &str) -> Clause {
    let normalized = normalize(text);
    let mut pieces = pieces(normalized.as_str());
    let Some((script, last)) = pieces.pop() else {
        return Clause::Every;
    };
    let last = match script {
        Script::Word => latin::prefix(TextKind::Title, last),
        _ => unspaced::pairs(TextKind::Title, last),
    };
    Clause::all(
        pieces
            .into_iter()
            .map(|(script, piece)| word(script, piece))
            .chain([last])
            .collect(),
    )
}

fn word(script: Script, piece: &str) -> Clause {
    if script.is_unspaced() {
        return unspaced::pairs(TextKind::Title, piece);
    }
    Clause::best(vec![
        Clause::Term(Part::Latin(TextKind::Title), stem(piece, Stems::English)),
        Clause::Term(Part::French(TextKind::Title), stem(piece, Stems::French)),
    ])
}

/// Cuts a normalised text into words and runs without spaces.
fn pieces(text: &str) -> Vec<(Script, &str)> {
    let mut pieces: Vec<(Script, std::ops::Range<usize>)> = Vec::new();
    for run in runs(text).filter(|run| run.script != Script::Other) {
        match pieces.last_mut() {
            // Han and kana side by side are one run for a search of substrings.
            Some((last, bytes))
                if last.is_unspaced()
                    && run.script.is_unspaced()
                    && bytes.end == run.bytes.start =>
            {
                bytes.end = run.bytes.end;
            }
            _ => pieces.push((run.script, run.bytes)),
        }
    }
    pieces
        .into_iter()
        .map(|(script, bytes)| (script, &text[bytes]))
        .collect()
}
