//! What looks like a number and cannot be read: `ISO 9001:20155`, `GB/T 19001x2`.
//!
//! A slip of the keyboard must not pass in silence, neither as no mention nor as the number that
//! its beginning happens to be. Only a known prefix with figures counts; words stay words.

use crate::number::bodies::{PrefixRow, Prose};
use crate::number::cursor::Cursor;
use crate::number::grammar::Grammar;
use crate::number::{NumberError, Reading, parser, prefix};

/// The fewest figures in a row that are a year or a number with a slip in it.
const FIGURES: usize = 4;

/// The most letters that are a slip and no word.
const LETTERS: usize = 2;

/// Looks behind an undated number for a year with a slip; gives the length of the whole.
pub(super) fn behind(text: &str, end: usize, readings: &[Reading]) -> Option<(usize, NumberError)> {
    let number = &readings.first()?.number;
    if number.date.is_some() || number.is_supplement() {
        return None;
    }
    let mut cursor = Cursor::new(text, end);
    let hyphen = cursor.peek() == Some(b'-');
    if !hyphen && cursor.peek() != Some(b':') {
        return None;
    }
    cursor.move_to(end + 1);
    let year = cursor.digits();
    let length = stretch(text, end)?;
    // `GB/T 19001-19022` is meant as a range.
    let range = hyphen && cursor.position() == length && is_little_more(year, &number.base);
    if year.len() < FIGURES || range {
        return None;
    }
    refused(text, length)
}

/// Whether the first figures are those of a number within the next thousand.
fn is_little_more(figures: &str, base: &str) -> bool {
    let value = |digits: &str| digits.parse::<u32>().ok();
    let difference = value(figures)
        .zip(value(base))
        .and_then(|(last, first)| last.checked_sub(first));
    difference.is_some_and(|difference| (1..1000).contains(&difference))
}

/// Looks at a text that no grammar could read.
pub(super) fn at(text: &str) -> Option<(usize, NumberError)> {
    let (length, rows) = prefix::lengths(text, 0).next()?;
    let row = rows.iter().find(|row| text.starts_with(row.head))?;
    let mut cursor = Cursor::new(text, length);
    if !is_certain(&mut cursor, row) {
        return None;
    }
    cursor.eat(b' ');
    let start = cursor.position();
    if cursor.digits().len() < FIGURES {
        return None;
    }
    refused(text, stretch(text, start)?)
}

/// Whether the prefix can be nothing else; passes the nature or the second publisher.
fn is_certain(cursor: &mut Cursor<'_>, row: &PrefixRow) -> bool {
    match row.grammar {
        Grammar::Chinese => cursor.word("/T") || cursor.word("/Z"),
        Grammar::International => {
            cursor.word("/IEC");
            row.prose == Prose::Open
        }
        _ => row.prose == Prose::Open && row.rank >= 85,
    }
}

/// The end of the figures and signs from an offset, unless there is a word among them.
fn stretch(text: &str, start: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, start);
    let sign = |byte: u8| matches!(byte, b'-' | b':' | b'.');
    let taken = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || sign(byte));
    let letters = taken.bytes().filter(u8::is_ascii_alphabetic).count();
    let kept = taken.trim_end_matches(['-', ':', '.']);
    (letters <= LETTERS).then_some(start + kept.len())
}

/// The reason why the text up to an offset is no number.
fn refused(text: &str, length: usize) -> Option<(usize, NumberError)> {
    // Not `parse`, which would scan the text in search of a better reason.
    let error = parser::once(&text[..length]).err()?;
    Some((length, error))
}
