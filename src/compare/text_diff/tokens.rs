//! Cutting a text into what is compared.

use std::ops::Range;

use crate::compare::indicator::extract::protected;

/// Cuts a stretch of text into words: byte ranges, rising; what it leaves out is a word of its own.
pub type Tokenizer<'t> = dyn Fn(&str) -> Vec<Range<usize>> + 't;

/// Cuts a text: numbers and standard numbers whole, the rest by the tokenizer.
///
/// The tokens always cover the text.
pub(super) fn words(text: &str, tokenizer: &Tokenizer<'_>) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    for range in protected(text) {
        if range.start < at {
            continue;
        }
        stretch(text, at..range.start, tokenizer, &mut tokens);
        tokens.push(range.clone());
        at = range.end;
    }
    stretch(text, at..text.len(), tokenizer, &mut tokens);
    tokens
}

fn stretch(
    text: &str,
    range: Range<usize>,
    tokenizer: &Tokenizer<'_>,
    tokens: &mut Vec<Range<usize>>,
) {
    let piece = &text[range.clone()];
    let mut at = 0;
    for token in tokenizer(piece) {
        let usable =
            token.start >= at && token.end > token.start && piece.get(token.clone()).is_some();
        if !usable {
            continue;
        }
        if token.start > at {
            tokens.push(range.start + at..range.start + token.start);
        }
        tokens.push(range.start + token.start..range.start + token.end);
        at = token.end;
    }
    if at < piece.len() {
        tokens.push(range.start + at..range.end);
    }
}

/// The tokenizer for those who have no segmenter: Latin words, single other characters, runs of space.
pub fn script_runs(text: &str) -> Vec<Range<usize>> {
    let class = |letter: char| {
        if letter.is_whitespace() {
            1
        } else if letter.is_alphanumeric() && (letter as u32) < 0x2E80 {
            2
        } else {
            0
        }
    };
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut last = 0;
    for (at, letter) in text.char_indices() {
        let own = class(letter);
        let end = at + letter.len_utf8();
        match tokens.last_mut() {
            Some(token) if own != 0 && own == last => token.end = end,
            _ => tokens.push(at..end),
        }
        last = own;
    }
    tokens
}

/// Sentences, each with its end mark.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    cut(text, &['。', '；', '\n', '.', ';'])
}

/// Paragraphs, each with its line feed.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    cut(text, &['\n'])
}

fn cut(text: &str, marks: &[char]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut pieces: Vec<Range<usize>> = text
        .match_indices(marks)
        .map(|(at, mark)| {
            let piece = start..at + mark.len();
            start = piece.end;
            piece
        })
        .collect();
    if start < text.len() {
        pieces.push(start..text.len());
    }
    pieces
}
