//! Cutting Chinese runs into words.

use std::ops::Range;

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
    let (mut start, mut position) = (start, position);
    for part in parts(run) {
        cut_part(jieba, part, start, position, analysis);
        start += part.len();
        position += part.chars().count();
    }
}

/// Cuts a run into words alone; `start` is where it stands in bytes.
pub(super) fn words(jieba: &Jieba, run: &str, start: usize, words: &mut Vec<Range<usize>>) {
    let mut start = start;
    for part in parts(run) {
        let tokens = jieba.cut(part, false);
        words.extend(
            tokens
                .iter()
                .map(|token| start + token.byte_start..start + token.byte_end),
        );
        start += part.len();
    }
}

/// A run in parts that are not too long.
fn parts(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let (part, behind) = rest.split_at(border(rest));
        rest = behind;
        (!part.is_empty()).then_some(part)
    })
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
