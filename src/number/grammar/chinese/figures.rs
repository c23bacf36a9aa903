//! Number, part and year of Chinese standards: `1499.2-2024`, `05-1426-2001`.

use crate::number::cursor::Cursor;
use crate::number::date::{Date, full_year, year};
use crate::number::grammar::Context;
use crate::number::number::Number;

/// How the year was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::number::grammar) enum YearForm {
    Hyphen,
    Colon,
    Missing,
}

/// Reads number, part and year.
pub(in crate::number::grammar) fn digits(
    cursor: &mut Cursor<'_>,
    number: &mut Number,
    context: Context,
    lettered: bool,
) -> Option<YearForm> {
    cursor.skip(b" -_");
    if context.whole() {
        cursor.attempt(|cursor| cursor.word("NO").then(|| cursor.skip(b". ")));
        cursor.eat(b'.');
    }
    if lettered && cursor.at_letter() {
        let letters = cursor.letters().to_ascii_uppercase();
        if letters.len() > 2 {
            return None;
        }
        number.base.push_str(&letters);
        cursor.skip(b" ");
    }
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    number.base.push_str(digits);
    version_letter(cursor, &mut number.base);
    loop {
        let part = cursor.attempt(|cursor| {
            if context.whole() {
                cursor.blanks();
            }
            if !cursor.eat(b'.') {
                return None;
            }
            if context.whole() {
                cursor.blanks();
            }
            let digits = cursor.digits();
            (!digits.is_empty()).then_some(digits)
        });
        let Some(digits) = part else { break };
        number.part.push('.');
        number.part.push_str(digits);
        version_letter(cursor, &mut number.part);
    }
    // `GSB 05-1426-2001`, `SH 3501.1-03-2011`: groups before the year belong to the number.
    let form = loop {
        let start = cursor.position();
        match year_or_group(cursor, context) {
            Some(Group::Year(date, form)) => {
                number.date = Some(date);
                break form;
            }
            Some(Group::Number(digits)) => {
                number.base.push_str(&std::mem::take(&mut number.part));
                number.base.push('-');
                number.base.push_str(digits);
            }
            None => {
                cursor.move_to(start);
                break YearForm::Missing;
            }
        }
    };
    if number.date.is_none() {
        dotted_year(number);
    }
    Some(form)
}

/// What a hyphen behind the number leads to.
enum Group<'text> {
    Year(Date, YearForm),
    Number(&'text str),
}

fn year_or_group<'text>(cursor: &mut Cursor<'text>, context: Context) -> Option<Group<'text>> {
    let spaced = cursor.blanks();
    let colon = match cursor.peek()? {
        b'-' => false,
        b':' => true,
        // `GB/T 19001 2016`
        digit if spaced && context.whole() && digit.is_ascii_digit() => {
            let digits = cursor.digits();
            let value = full_year(digits)?;
            return Some(Group::Year(dash(digits, value), YearForm::Hyphen));
        }
        // `GB/T 19001/2016`, `GB/T 19001_2016`
        b'/' | b'_' | b'~' if context.whole() => {
            cursor.skip(b"/_~");
            let digits = cursor.digits();
            let value = full_year(digits)?;
            let date = Group::Year(dash(digits, value), YearForm::Hyphen);
            return cursor.at_boundary().then_some(date);
        }
        b'(' if context.whole() => {
            cursor.eat(b'(');
            let digits = cursor.digits();
            let value = full_year(digits)?;
            return cursor
                .eat(b')')
                .then(|| Group::Year(dash(digits, value), YearForm::Hyphen));
        }
        _ => return None,
    };
    // `——` in Chinese typesetting is two dashes.
    cursor.skip(b"-:");
    cursor.blanks();
    let digits = cursor.digits();
    let follows_number = !spaced
        && cursor.peek() == Some(b'-')
        && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit());
    if follows_number && !colon && (1..=6).contains(&digits.len()) {
        let mut ahead = *cursor;
        ahead.eat(b'-');
        let next = ahead.digits();
        // `-2020-01`: a year and then something else, not a group before a year.
        if full_year(next).is_some() || (next.len() == 2 && full_year(digits).is_none()) {
            return Some(Group::Number(digits));
        }
    }
    // `GB/T 19001-2016E` is the English edition of the same text.
    let english = context.whole()
        && matches!(cursor.peek(), Some(b'E' | b'e'))
        && !cursor
            .peek_at(1)
            .is_some_and(|byte| byte.is_ascii_alphanumeric());
    if cursor.at_letter() && !english {
        return None;
    }
    let value = if colon {
        full_year(digits)?
    } else {
        year(digits)?
    };
    if digits.len() == 2 && spaced && !context.whole() {
        return None;
    }
    let form = if colon {
        YearForm::Colon
    } else {
        YearForm::Hyphen
    };
    Some(Group::Year(dash(digits, value), form))
}

/// A date as Chinese standards print it; two digits stay two digits.
pub(in crate::number::grammar) fn dash(digits: &str, year: u16) -> Date {
    Date {
        year,
        month: None,
        text: format!("-{digits}"),
    }
}

/// Turns `19001.2016` into number and year; no part has a number that high.
fn dotted_year(number: &mut Number) {
    let Some((before, last)) = number.part.rsplit_once('.') else {
        return;
    };
    if let Some(value) = full_year(last) {
        number.date = Some(dash(last, value));
        let length = before.len();
        number.part.truncate(length);
    }
}

/// Takes the capital that marks a new version of one number: `GJB 9001C`.
fn version_letter(cursor: &mut Cursor<'_>, text: &mut String) {
    let letter = cursor.attempt(|cursor| {
        let letter = cursor.peek().filter(u8::is_ascii_alphabetic)?;
        cursor.eat(letter);
        let ends = matches!(cursor.peek(), None | Some(b' ' | b'-' | b'.' | b')' | b'/'));
        // In small letters only before a year: `gjb 9001c-2017`.
        let meant = letter.is_ascii_uppercase() || cursor.peek() == Some(b'-');
        (ends && meant).then_some(letter)
    });
    if let Some(letter) = letter {
        text.push(char::from(letter.to_ascii_uppercase()));
    }
}
