//! The number proper of IEEE: `802.15.4t`, `C37.010e`, `1076-2019`.

use super::date::{month_after, printed};
use crate::number::cursor::Cursor;
use crate::number::date::full_year;
use crate::number::grammar::{Context, Mode, tail};
use crate::number::number::Number;

/// Reads `1012`, `802.15.4t`, `C37.010e`, `N42.17A`.
pub(super) fn base(cursor: &mut Cursor<'_>, number: &mut Number) -> Option<()> {
    let letters = cursor.letters().to_ascii_uppercase();
    if letters.len() > 2 {
        return None;
    }
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 6 {
        return None;
    }
    number.base = format!("{letters}{digits}");
    suffix(cursor, &mut number.base);
    while cursor.peek() == Some(b'.') && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit())
    {
        cursor.eat(b'.');
        number.part.push('.');
        number.part.push_str(cursor.digits());
        suffix(cursor, &mut number.part);
        if number.part.len() > 24 {
            return None;
        }
    }
    Some(())
}

/// Takes the letters of an amendment that is named like its parent: `802.1Qbv`.
fn suffix(cursor: &mut Cursor<'_>, text: &mut String) {
    let start = cursor.position();
    let letters = cursor.letters();
    let letters = letters
        .strip_suffix("TM")
        .or_else(|| letters.strip_suffix("tm"))
        .unwrap_or(letters);
    if letters.len() > 4 || letters.eq_ignore_ascii_case("Rev") {
        cursor.move_to(start);
        return;
    }
    text.push_str(letters);
}

/// Reads the groups after hyphens: parts of five digits, and the year.
pub(super) fn groups(cursor: &mut Cursor<'_>, number: &mut Number, draft: bool) {
    loop {
        let group = cursor.attempt(|cursor| {
            let spaced = cursor.blanks();
            if !cursor.eat(b'-') {
                return None;
            }
            if cursor.blanks() && !cursor.at_digit() {
                return None;
            }
            let digits = cursor.digits();
            let known = full_year(digits).is_some();
            if digits.is_empty() || (spaced && !known) || digits.len() > 6 {
                return None;
            }
            let letters = cursor
                .attempt(|cursor| {
                    let letters = cursor.letters();
                    (!known && letters.len() <= 2).then_some(letters)
                })
                .unwrap_or_default();
            Some((digits, letters))
        });
        let Some((digits, letters)) = group else {
            break;
        };
        if let Some(year) = full_year(digits).filter(|_| letters.is_empty()) {
            let month = cursor.attempt(month_after);
            number.date = Some(printed(year, month, draft));
            break;
        }
        number.part.push('-');
        number.part.push_str(digits);
        number.part.push_str(letters);
    }
    if number.date.is_none() && cursor.peek() == Some(b':') {
        let colon = tail::colon_date(
            cursor,
            Context {
                mode: Mode::Whole,
                depth: 0,
            },
        );
        // The date of a joint publication stays as ISO and IEC print it.
        let joint = number.head.contains("ISO") || number.head.contains("IEC");
        number.date = match colon {
            Some(date) if !joint => Some(printed(date.year, date.month, draft)),
            other => other,
        };
    }
}
