//! One sentence as quantities, comparing words and marks; everything else is the gap between them.

use rust_decimal::Decimal;

use super::super::number::{self, CommaStyle};
use super::super::unit::{self, Unit};
use super::phrases::{self, Role};
use crate::compare::reference;

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A number with the unit behind it.
    Quantity {
        value: Decimal,
        unit: Option<Unit>,
        is_signed: bool,
        is_multiple: bool,
    },
    /// A comparing, obliging or joining phrase.
    Phrase(Role),
    /// A standard number.
    Reference,
    /// A comma of the sentence.
    Comma,
    /// `、`
    Enumerator,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A colon.
    Colon,
}

/// A token and its byte range in the sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn role(&self) -> Option<Role> {
        match self.kind {
            Kind::Phrase(role) => Some(role),
            _ => None,
        }
    }

    pub(super) fn is_quantity(&self) -> bool {
        matches!(self.kind, Kind::Quantity { .. })
    }
}

/// Cuts a sentence into tokens, in order.
pub(super) fn tokens(text: &str, style: CommaStyle) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let references = if text.bytes().any(|b| b.is_ascii_uppercase()) {
        reference::find(text)
    } else {
        Vec::new()
    };
    let mut marked: Vec<(Role, usize, usize)> = Vec::new();
    phrases::each(text, |role, start, end| marked.push((role, start, end)));
    let mut next_reference = references.iter().peekable();
    let mut next_phrase = marked.iter().peekable();
    let mut at = 0;
    while at < text.len() {
        while next_phrase.peek().is_some_and(|(_, start, _)| *start < at) {
            next_phrase.next();
        }
        while next_reference.peek().is_some_and(|range| range.start < at) {
            next_reference.next();
        }
        if let Some(range) = next_reference.peek().filter(|range| range.start == at) {
            tokens.push(Token {
                kind: Kind::Reference,
                start: at,
                end: range.end,
            });
            at = range.end;
            continue;
        }
        let letter = text[at..].chars().next().unwrap_or(' ');
        if let Some(token) = quantity_at(text, at, letter, tokens.last(), style) {
            at = token.end;
            tokens.push(token);
            continue;
        }
        if let Some((role, _, end)) = next_phrase.peek().filter(|(_, start, _)| *start == at) {
            tokens.push(Token {
                kind: Kind::Phrase(*role),
                start: at,
                end: *end,
            });
            at = *end;
            continue;
        }
        let end = at + letter.len_utf8();
        if let Some(kind) = mark(letter) {
            tokens.push(Token {
                kind,
                start: at,
                end,
            });
        }
        at = if letter.is_ascii_alphanumeric() {
            end_of_code(text, at)
        } else {
            end
        };
    }
    tokens
}

fn mark(letter: char) -> Option<Kind> {
    Some(match letter {
        '，' | ',' => Kind::Comma,
        '、' => Kind::Enumerator,
        '(' | '（' | '[' | '［' => Kind::Open,
        ')' | '）' | ']' | '］' => Kind::Close,
        '：' | ':' => Kind::Colon,
        _ => return None,
    })
}

/// A run of Latin letters and digits is one word: `M8`, `06Cr19Ni10`, `inside`.
fn end_of_code(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < bytes.len() && bytes[end].is_ascii_alphanumeric() {
        end += 1;
    }
    let joins = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_alphanumeric);
    while bytes.get(end) == Some(&b'-')
        && joins(end + 1)
        && bytes[at..end].iter().any(u8::is_ascii_digit)
    {
        end += 1;
        while joins(end) {
            end += 1;
        }
    }
    end
}

const WORDS: &[(&str, i64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("sixty", 60),
    ("ninety", 90),
];

fn quantity_at(
    text: &str,
    at: usize,
    letter: char,
    previous: Option<&Token>,
    style: CommaStyle,
) -> Option<Token> {
    let adjacent = previous.filter(|token| text[token.end..at].trim().is_empty());
    let after_quantity = adjacent.is_some_and(|token| {
        token.is_quantity() || token.kind == Kind::Close || token.role() == Some(Role::PlusMinus)
    });
    let is_sign = matches!(letter, '-' | '−' | '－' | '–' | '+' | '＋');
    if is_sign {
        let touching = adjacent.is_some_and(|token| token.end == at);
        let spaced = text[at + letter.len_utf8()..].starts_with([' ', '\u{a0}']);
        let plus = matches!(letter, '+' | '＋');
        let word_before = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let slash_before = text[..at].ends_with('/');
        if (after_quantity && (touching || spaced) && !plus && !slash_before)
            || (word_before && !after_quantity)
        {
            return None;
        }
    }
    let starts = letter.is_ascii_digit()
        || is_sign
        || matches!(
            letter,
            '０'..='９' | '½' | '⅓' | '⅔' | '¼' | '¾' | '⅛' | '⅜' | '⅝' | '⅞'
        );
    let number = if starts {
        number::scan(text, at, style)?
    } else if "一二两三四五六七八九十百半".contains(letter) {
        return worded(text, at, number::scan(text, at, style)?);
    } else if letter.is_ascii_alphabetic() {
        let word = &text[at..end_of_code(text, at)];
        if matches!(
            word,
            "grade" | "class" | "rating" | "Grade" | "Class" | "level"
        ) {
            return graded(text, at, at + word.len(), adjacent, style);
        }
        let (_, value) = WORDS
            .iter()
            .find(|(name, _)| word.eq_ignore_ascii_case(name))?;
        let value = Decimal::from(*value);
        return worded(
            text,
            at,
            number::ScannedNumber {
                value,
                end: at + word.len(),
                is_percent: false,
            },
        );
    } else {
        return None;
    };
    finish(text, at, number, is_sign)
}

/// `at least grade 4`: the unit stands before the number, behind a comparing word.
fn graded(
    text: &str,
    at: usize,
    end: usize,
    previous: Option<&Token>,
    style: CommaStyle,
) -> Option<Token> {
    let compares = previous
        .and_then(Token::role)
        .is_some_and(|role| matches!(role, Role::Strict(_) | Role::Inclusive(_)));
    let start = text.len() - text[end..].trim_start().len();
    let digit = text[start..].starts_with(|c: char| c.is_ascii_digit());
    let number = number::scan(text, start, style).filter(|_| compares && digit && start > end)?;
    let unit = unit::scan("级", 0).map(|found| found.unit);
    let kind = Kind::Quantity {
        value: number.value,
        unit,
        is_signed: false,
        is_multiple: false,
    };
    Some(Token {
        kind,
        start: at,
        end: number.end,
    })
}

/// A number in words counts only before a unit.
fn worded(text: &str, at: usize, number: number::ScannedNumber) -> Option<Token> {
    let token = finish(text, at, number, false)?;
    match &token.kind {
        Kind::Quantity {
            unit: None,
            is_multiple: false,
            ..
        } => None,
        _ => Some(token),
    }
}

fn finish(text: &str, at: usize, number: number::ScannedNumber, is_signed: bool) -> Option<Token> {
    let mut end = number.end;
    if number.is_percent {
        let unit = unit::scan("%", 0).map(|found| found.unit);
        let kind = Kind::Quantity {
            value: number.value,
            unit,
            is_signed,
            is_multiple: false,
        };
        return Some(Token {
            kind,
            start: at,
            end,
        });
    }
    let rest = &text[end..];
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '\u{2009}', '\u{202f}']);
    let unit_start = text.len() - trimmed.len();
    let multiple = ["倍", "times the ", "times that", "x the "]
        .iter()
        .find(|word| trimmed.starts_with(**word));
    if let Some(word) = multiple {
        let length = if *word == "倍" {
            word.len()
        } else {
            "times".len().min(word.len())
        };
        let kind = Kind::Quantity {
            value: number.value,
            unit: None,
            is_signed,
            is_multiple: true,
        };
        return Some(Token {
            kind,
            start: at,
            end: unit_start + length,
        });
    }
    let unit = unit::scan(text, unit_start);
    if unit.is_none() {
        let code = rest
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric() || c == '#');
        let dashed_code =
            rest.starts_with('-') && rest[1..].starts_with(|c: char| c.is_ascii_uppercase());
        let clause = rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        if code || dashed_code || clause {
            return None;
        }
    }
    if let Some(found) = &unit {
        end = found.end;
    }
    let unit = unit.map(|found| found.unit);
    let kind = Kind::Quantity {
        value: number.value,
        unit,
        is_signed,
        is_multiple: false,
    };
    Some(Token {
        kind,
        start: at,
        end,
    })
}
