//! Cutting Chinese runs into words.

use jieba_rs::Jieba;

use super::{Analysis, Term};

/// Longest run handed to jieba at once.
///
/// Its graph grows with the run; a megabyte of Han without any punctuation is hostile, and cutting it costs a word at the
/// border at most.
const LONGEST_RUN: usize = 3_000;

/// Cuts a run; `start` and `position` are where it stands in bytes and characters.
pub(super) fn cut(
    jieba: &Jieba,
    run: &str,
    start: usize,
    position: usize,
    analysis: &mut Analysis,
) {
    let (mut rest, mut start, mut position) = (run, start, position);
    while !rest.is_empty() {
        let (part, behind) = rest.split_at(border(rest));
        cut_part(jieba, part, start, position, analysis);
        start += part.len();
        position += part.chars().count();
        rest = behind;
    }
}

fn border(run: &str) -> usize {
    if run.len() <= LONGEST_RUN {
        return run.len();
    }
    (0..=LONGEST_RUN)
        .rev()
        .find(|&at| run.is_char_boundary(at))
        .unwrap_or(run.len())
}

fn cut_part(jieba: &Jieba, part: &str, start: usize, position: usize, analysis: &mut Analysis) {
    for token in jieba.cut(part, false) {
        let term = Term {
            text: token.word.to_owned(),
            position: position + token.start,
            start: start + token.byte_start,
            end: start + token.byte_end,
        };
        inner_words(jieba, &term, &mut analysis.sub);
        analysis.sub.push(term.clone());
        analysis.words.push(term);
    }
}

/// Adds the dictionary words of two and three characters inside a longer word, as jieba's search mode does.
fn inner_words(jieba: &Jieba, word: &Term, terms: &mut Vec<Term>) {
    let bounds: Vec<usize> = word
        .text
        .char_indices()
        .map(|(at, _)| at)
        .chain([word.text.len()])
        .collect();
    let length = bounds.len() - 1;
    for size in 2..length.min(4) {
        for first in 0..=length - size {
            let inner = &word.text[bounds[first]..bounds[first + size]];
            if jieba.has_word(inner) {
                terms.push(Term {
                    text: inner.to_owned(),
                    position: word.position + first,
                    start: word.start + bounds[first],
                    end: word.start + bounds[first + size],
                });
            }
        }
    }
}
