//! Number, part and date in the form of ISO, which IEC, CEN and most national bodies share.

use super::super::cursor::Cursor;
use super::super::date::{Date, full_year, month};
use super::Context;

/// Number, part and date as read, before they become a [`Number`](crate::number::Number).
#[derive(Debug, Default, Clone)]
pub(super) struct Tail {
    pub(super) base: String,
    pub(super) part: String,
    pub(super) draft: String,
    pub(super) date: Option<Date>,
    pub(super) hyphen: Hyphen,
}

/// What the last hyphen led to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hyphen {
    /// A part, or there was none.
    #[default]
    Part,
    /// A year that the body prints after a colon.
    Year,
}

/// The mark that a body prints before a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartMark {
    Hyphen,
    Dot,
}

/// Reads `9001-1:2015`, `105-B01`, `21328.4`, `9001-2015`, `60695-2-1/1:1994`.
pub(super) fn read(cursor: &mut Cursor<'_>, context: Context, mark: PartMark) -> Option<Tail> {
    let mut tail = Tail {
        base: cursor.digits().to_owned(),
        ..Tail::default()
    };
    if tail.base.is_empty() || tail.base.len() > 9 {
        return None;
    }
    letter_suffix(cursor, &mut tail.base);
    loop {
        let start = cursor.position();
        if part(cursor, context, mark, &mut tail).is_none() {
            cursor.move_to(start);
            break;
        }
    }
    tail.date = colon_date(cursor, context);
    if tail.date.is_none() {
        hyphen_year(&mut tail);
    }
    if tail.date.is_none() && context.whole() {
        tail.date = cursor.attempt(loose_date);
    }
    Some(tail)
}

/// Takes one or two capitals glued to the digits, where nothing else follows them.
fn letter_suffix(cursor: &mut Cursor<'_>, base: &mut String) {
    let start = cursor.position();
    let letters = cursor.take_while(|byte| byte.is_ascii_uppercase());
    if letters.len() > 2 || !cursor.at_boundary() {
        cursor.move_to(start);
        return;
    }
    base.push_str(letters);
}

fn part(cursor: &mut Cursor<'_>, context: Context, mark: PartMark, tail: &mut Tail) -> Option<()> {
    if let Some(digits) = cursor.attempt(spelt_part).filter(|_| tail.part.is_empty()) {
        tail.part = format!("-{digits}");
        return Some(());
    }
    match cursor.peek()? {
        b'-' if cursor
            .peek_at(1)
            .is_some_and(|byte| byte.is_ascii_alphanumeric()) =>
        {
            cursor.eat(b'-');
        }
        b' ' | b'-' if context.whole() => {
            cursor.blanks();
            if !cursor.eat(b'-') {
                return None;
            }
            cursor.blanks();
            if !cursor.at_digit() {
                return None;
            }
        }
        b'.' if cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit()) => {
            cursor.eat(b'.');
            let digits = cursor.digits();
            if mark == PartMark::Dot {
                tail.part.push('.');
                tail.part.push_str(digits);
                return Some(());
            }
            if digits.len() > 2 || !tail.draft.is_empty() {
                return None;
            }
            tail.draft = format!(".{digits}");
            return Some(());
        }
        b'/' if cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit()) => {
            cursor.eat(b'/');
            let digits = cursor.digits();
            if cursor.peek() != Some(b':') || digits.len() > 2 || tail.part.is_empty() {
                return None;
            }
            tail.part.push('/');
            tail.part.push_str(digits);
            return Some(());
        }
        _ => return None,
    }
    let start = cursor.position();
    let item = cursor.alphanumerics();
    let starts_with_letter = item.starts_with(|letter: char| letter.is_ascii_alphabetic());
    // A word after a hyphen is a part only if it looks like one: B01, X16, HBK.
    let word = starts_with_letter
        && !item.bytes().any(|byte| byte.is_ascii_digit())
        && (item.len() > 3 || item.bytes().any(|byte| byte.is_ascii_lowercase()));
    if item.len() > 12 || word || !tail.draft.is_empty() {
        return None;
    }
    if item.len() > 5 && starts_with_letter {
        cursor.move_to(start);
        return None;
    }
    tail.part.push('-');
    tail.part.push_str(&item.to_ascii_uppercase());
    Some(())
}

/// Reads ` Part 1`, which spells the hyphen out.
fn spelt_part<'text>(cursor: &mut Cursor<'text>) -> Option<&'text str> {
    cursor.skip(b" ,").then_some(())?;
    cursor.word("PART").then_some(())?;
    cursor.skip(b" ");
    let digits = cursor.digits();
    (!digits.is_empty() && digits.len() <= 3 && cursor.at_boundary()).then_some(digits)
}

/// Reads `:2015`, ` : 2015-11`, `:2015-11-01`.
pub(super) fn colon_date(cursor: &mut Cursor<'_>, context: Context) -> Option<Date> {
    cursor.attempt(|cursor| {
        if context.whole() {
            cursor.blanks();
        }
        if !cursor.eat(b':') {
            return None;
        }
        cursor.blanks();
        let digits = cursor.digits();
        let year = full_year(digits)?;
        let month = cursor.attempt(|cursor| {
            if context.whole() {
                cursor.blanks();
            }
            if !cursor.eat(b'-') {
                return None;
            }
            if context.whole() {
                cursor.blanks();
            }
            let digits = cursor.digits();
            month(digits).filter(|_| digits.len() == 2)
        });
        if month.is_some() && cursor.peek() == Some(b'-') {
            cursor.attempt(|cursor| {
                cursor.eat(b'-');
                (cursor.digits().len() == 2).then_some(())
            });
        }
        Some(colon(year, month))
    })
}

/// A date as ISO prints it.
pub(super) fn colon(year: u16, month: Option<u8>) -> Date {
    let text = match month {
        Some(month) => format!(":{year}-{month:02}"),
        None => format!(":{year}"),
    };
    Date { year, month, text }
}

/// Turns a last part that looks like a year into the year.
fn hyphen_year(tail: &mut Tail) {
    let Some((before, last)) = tail.part.rsplit_once(['-', '.']) else {
        return;
    };
    if let Some(year) = full_year(last) {
        let length = before.len();
        tail.part.truncate(length);
        tail.date = Some(colon(year, None));
        tail.hyphen = Hyphen::Year;
        return;
    }
    // `DIN EN ISO 9001-2015-11`: year and month, both after hyphens.
    let Some((before, year)) = before.rsplit_once('-') else {
        return;
    };
    if let (Some(year), Some(month)) = (full_year(year), month(last).filter(|_| last.len() == 2)) {
        let length = before.len();
        tail.part.truncate(length);
        tail.date = Some(colon(year, Some(month)));
        tail.hyphen = Hyphen::Year;
    }
}

/// Reads a year in brackets or after a blank or a wrong sign, as only a text on its own may have it.
pub(super) fn loose_date(cursor: &mut Cursor<'_>) -> Option<Date> {
    cursor
        .skip(b" /_,;~.")
        .then_some(())
        .or_else(|| (cursor.peek() == Some(b'(')).then_some(()))?;
    let bracket = cursor.eat(b'(');
    let year = full_year(cursor.digits())?;
    let month = cursor.attempt(|cursor| {
        cursor.eat(b'-').then_some(())?;
        let digits = cursor.digits();
        month(digits).filter(|_| digits.len() == 2)
    });
    if bracket && !cursor.eat(b')') {
        return None;
    }
    cursor.at_boundary().then(|| colon(year, month))
}
