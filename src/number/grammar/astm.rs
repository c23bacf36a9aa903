//! ASTM: `D638-22e1`, `A304-05e2`, `A377-03(2008)e1`, `D2950/D2950M-14`.

use super::super::Rule;
use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{Date, full_year, year};
use super::super::number::Number;
use super::super::supplement::{Binding, Supplement, SupplementKind};
use super::chinese::dash;
use super::{Context, Outcome, body_of};

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    cursor.skip(b" -");
    if cursor.whole_word("STANDARD") {
        cursor.skip(b" ");
    }
    let base = designation(cursor)?;
    let mut number = Number::new(body_of(row)?, row.head, base);
    metric_twin(cursor, &mut number);
    number.date = date(cursor, context);
    if number.date.is_none() && context.whole() {
        number.date = cursor.attempt(super::tail::loose_date).map(|date| {
            let long = date.year.to_string();
            let short = &long[2..];
            let text = if year(short) == Some(date.year) {
                short
            } else {
                &long
            };
            dash(text, date.year)
        });
    }
    if number.date.is_some() {
        if let Some(reapproval) = cursor.attempt(reapproval) {
            number.supplements.push(reapproval);
        }
        if let Some(editorial) = cursor.attempt(editorial) {
            number.supplements.push(editorial);
        }
    }
    Some(Outcome::new(number, row).marked())
}

/// Reads `D638-22` without the name of the society, which only a text on its own may leave out.
pub(super) fn nameless(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    if !context.whole() || !cursor.at_digit() {
        return None;
    }
    cursor.move_to(cursor.position() - row.prefix.len());
    let outcome = read(cursor, row, context)?;
    outcome
        .number
        .date
        .is_some()
        .then(|| outcome.rule(Rule::OmittedBody))
}

/// Reads the letter of the committee, the number, and `M` for metric units.
fn designation(cursor: &mut Cursor<'_>) -> Option<String> {
    let prefixes: &[&str] = &[
        "STP", "MNL", "DS", "PS", "WK", "A", "B", "C", "D", "E", "F", "G",
    ];
    let letters = prefixes.iter().find(|letters| {
        let mut ahead = *cursor;
        ahead.word(letters) && {
            joint(&mut ahead);
            ahead.at_digit()
        }
    })?;
    cursor.word(letters);
    joint(cursor);
    let digits = cursor.digits();
    if digits.len() > 5 {
        return None;
    }
    let mut text = format!("{letters}{digits}");
    let metric = cursor.attempt(|cursor| (cursor.word("M") && cursor.at_boundary()).then_some(()));
    if metric.is_some() {
        text.push('M');
    }
    Some(text)
}

/// Passes what may stand between letter and figures: `D 638`, `D-638`, `D.638`.
fn joint(cursor: &mut Cursor<'_>) {
    cursor.skip(b" -");
    if cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit()) {
        cursor.eat(b'.');
    }
}

/// Reads `/D2950M`; one document has both designations.
fn metric_twin(cursor: &mut Cursor<'_>, number: &mut Number) {
    let twin = cursor.attempt(|cursor| {
        if !cursor.eat(b'/') {
            return None;
        }
        if cursor.whole_word("M") {
            return Some(format!("{}M", number.base));
        }
        designation(cursor).filter(|twin| twin.ends_with('M'))
    });
    if let Some(twin) = twin {
        number.mark = format!("/{twin}");
    }
}

/// Reads `-22`, `-04a`, `-2022`; four digits become the two that ASTM prints.
fn date(cursor: &mut Cursor<'_>, context: Context) -> Option<Date> {
    cursor.attempt(|cursor| {
        if context.whole() {
            cursor.blanks();
        }
        if !(cursor.eat(b'-') || cursor.eat(b':')) {
            return None;
        }
        if context.whole() {
            cursor.blanks();
        }
        let digits = cursor.digits();
        let value = year(digits)?;
        let short = &digits[digits.len() - 2..];
        // Long years stay long where two digits would mean another century.
        let printed = if year(short) == Some(value) {
            short
        } else {
            digits
        };
        let mut text = format!("-{printed}");
        let letter = cursor
            .peek()
            .filter(|byte| matches!(byte, b'a'..=b'd' | b'A'..=b'D'));
        if let Some(letter) = letter
            && !cursor
                .peek_at(1)
                .is_some_and(|byte| byte.is_ascii_alphabetic() && byte != b'e')
        {
            cursor.eat(letter);
            text.push(char::from(letter.to_ascii_lowercase()));
        }
        Some(Date {
            year: value,
            month: None,
            text,
        })
    })
}

/// Reads `(2008)`: approved again without change; the technical year stays.
fn reapproval(cursor: &mut Cursor<'_>) -> Option<Supplement> {
    cursor.skip(b" ");
    if !cursor.eat(b'(') {
        return None;
    }
    cursor.skip(b"Rr ");
    let year = full_year(cursor.digits())?;
    cursor.eat(b')').then(|| Supplement {
        kind: SupplementKind::Reapproval,
        binding: Binding::Incorporated,
        number: String::new(),
        year: Some(year),
        text: format!("({year})"),
    })
}

/// Reads `e1`: an editorial change; some sites print it as `ε1`.
fn editorial(cursor: &mut Cursor<'_>) -> Option<Supplement> {
    cursor.skip(b" ");
    let epsilon = cursor.rest().starts_with(['ε', 'Ɛ']);
    if epsilon {
        cursor.move_to(cursor.position() + 'ε'.len_utf8());
    } else if !cursor.word("E") {
        return None;
    }
    let digits = cursor.digits();
    (!digits.is_empty() && digits.len() <= 2 && cursor.at_boundary()).then(|| Supplement {
        kind: SupplementKind::Editorial,
        binding: Binding::Incorporated,
        number: digits.to_owned(),
        year: None,
        text: format!("e{digits}"),
    })
}
