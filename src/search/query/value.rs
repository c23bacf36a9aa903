//! What a written value means, by the type of its field.

use crate::model::{Kind, Status};

use super::ast::Content;
use super::characters::narrow;
use super::date_text;
use super::field::{Field, ValueType};

/// How a value was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    Plain,
    /// With a star at its end.
    Starred,
    /// In quotes.
    Quoted {
        slop: Option<u32>,
    },
}

/// Words for kinds of record besides those of [`Kind`] itself.
const KINDS: [(&str, Kind); 10] = [
    ("standards", Kind::Standard),
    ("標準", Kind::Standard),
    ("法规", Kind::Regulation),
    ("法規", Kind::Regulation),
    ("regulations", Kind::Regulation),
    ("通報", Kind::Notification),
    ("notifications", Kind::Notification),
    ("产品类", Kind::Product),
    ("產品", Kind::Product),
    ("products", Kind::Product),
];

/// Reads a value; `None` where the field has no such value.
pub(super) fn read(field: Field, text: &str, writing: Writing) -> Option<Content> {
    let folded: String = text.chars().map(narrow).collect();
    match field.value_type() {
        ValueType::Text | ValueType::Number => Some(written(text, writing)),
        ValueType::Ics => is_ics(&folded).then(|| code(folded, writing)),
        ValueType::Hs => is_hs(&folded).then(|| code(folded, writing)),
        ValueType::Ccs => is_ccs(&folded).then(|| code(folded.to_ascii_uppercase(), writing)),
        _ if writing == Writing::Starred => None,
        ValueType::Status => Status::read(&folded).map(Content::Status),
        ValueType::Kind => kind(&folded).map(Content::Kind),
        ValueType::Date(direction) => date_text::read(&folded, direction).map(Content::Dates),
    }
}

fn written(text: &str, writing: Writing) -> Content {
    let text = text.to_owned();
    match writing {
        Writing::Plain => Content::Text(text),
        Writing::Starred => Content::Prefix(text),
        Writing::Quoted { slop } => Content::Phrase { text, slop },
    }
}

/// A code of a classification; quotes add nothing to it.
fn code(text: String, writing: Writing) -> Content {
    if writing == Writing::Starred {
        Content::Prefix(text)
    } else {
        Content::Text(text)
    }
}

fn kind(word: &str) -> Option<Kind> {
    let lower = word.to_ascii_lowercase();
    let known = KINDS
        .iter()
        .find(|(name, _)| *name == lower)
        .map(|&(_, kind)| kind);
    known.or_else(|| word.parse().ok())
}

/// Digits in groups between points: `67`, `67.180.10`, and `83.` before a star.
fn is_ics(code: &str) -> bool {
    code.starts_with(|first: char| first.is_ascii_digit())
        && code.len() <= 10
        && code
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
        && !code.contains("..")
}

/// Two digits at least, as a rule in groups of two or four: `40`, `4011`, `4011.10`.
fn is_hs(code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    (2..=12).contains(&digits)
        && code.starts_with(|first: char| first.is_ascii_digit())
        && code
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
        && !code.contains("..")
}

/// A letter, then at most two digits, or a range of them: `G41`, `B`, `A00/09`.
fn is_ccs(code: &str) -> bool {
    let mut characters = code.chars();
    characters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && code.len() <= 6
        && characters.all(|other| other.is_ascii_digit() || other == '/')
}
