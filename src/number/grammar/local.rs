//! Chinese local standards: `DB13/T 1234-2020`, `DB13(J)/T 8422-2021`, `DG/TJ08-2137-2022`.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::year;
use super::super::number::Number;
use super::super::{Body, Rule};
use super::chinese::{self, YearForm, dash};
use super::{Context, Outcome, body_of};

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let spaced = cursor.blanks();
    let start = cursor.position();
    let digits = cursor.digits();
    let area = area(cursor, digits, spaced)?;
    cursor.move_to(start + area.len());
    let body = Body::from_code(&format!("DB{}", &area[..2]))?;
    let mut head = format!("{}{area}", row.head);
    let works = works_mark(cursor);
    if works {
        head.push_str("(J)");
    }
    let nature = chinese::nature(cursor);
    if let Some((letters, _)) = nature {
        head.push('/');
        head.push_str(letters);
    }
    let mut number = Number::new(body, head, "");
    let form = chinese::digits(cursor, &mut number, context, false)?;
    chinese::ending(cursor, &mut number, context);
    let mut outcome = Outcome::new(number, row);
    if nature.is_none() && !works {
        outcome = outcome.adjust(if form == YearForm::Missing {
            -0.3
        } else {
            -0.02
        });
    } else {
        outcome = outcome.adjust(0.05).marked();
    }
    if matches!(nature, Some((_, chinese::Written::Glued))) {
        outcome = outcome.rule(Rule::GluedNature);
    }
    Some(outcome)
}

/// Decides how many of the digits after `DB` name the area: 2 a province, 4 a city, 6 a county.
fn area<'text>(cursor: &Cursor<'text>, digits: &'text str, spaced: bool) -> Option<&'text str> {
    Body::from_code(&format!("DB{}", digits.get(..2)?))?;
    let closed = matches!(
        cursor.peek(),
        Some(b' ' | b'/' | b'(' | b'T' | b't' | b'J' | b'j')
    );
    match digits.len() {
        2 | 4 | 6 if closed => Some(digits),
        // `DB 1234-2020` is a number of the earthquake administration.
        _ if spaced => None,
        // `DB131234-2020`: number glued to the area; a province is likelier than a city.
        3.. => digits.get(..2),
        _ => Some(digits),
    }
}

/// Passes the mark of engineering standards, `(J)` or a bare `J`.
fn works_mark(cursor: &mut Cursor<'_>) -> bool {
    cursor
        .attempt(|cursor| {
            cursor.blanks();
            if cursor.word("(J)") {
                return Some(());
            }
            let before = cursor.peek_at(1);
            let bare = before.is_none_or(|byte| !byte.is_ascii_alphabetic());
            (bare && cursor.word("J")).then_some(())
        })
        .is_some()
}

/// Reads `DGJ08-107-2015`, `DG/TJ08-2137-2022`, `DBJ50/T-123-2020`, `DBJ/T 15-101-2022`.
pub(super) fn works(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    let mut head = row.head.to_owned();
    let first = {
        let start = cursor.position();
        cursor.blanks();
        let digits = cursor.digits();
        if digits.is_empty() {
            cursor.move_to(start);
        }
        digits
    };
    head.push_str(first);
    let mark = cursor.attempt(|cursor| {
        cursor.skip(b" /");
        if cursor.word("TJ") {
            return Some("/TJ");
        }
        (cursor.word("T") && !cursor.at_letter()).then_some("/T")
    });
    head.push_str(mark.unwrap_or_default());
    let second = if first.is_empty() {
        cursor.skip(b" ");
        cursor.digits()
    } else {
        ""
    };
    if !second.is_empty() && mark == Some("/T") {
        head.push(' ');
    }
    head.push_str(second);
    if first.is_empty() && second.is_empty() {
        return None;
    }
    cursor.skip(b" ");
    let hyphen = cursor.skip(b"-");
    cursor.skip(b" ");
    let base = cursor.digits();
    if base.is_empty() || base.len() > 6 {
        return None;
    }
    let mut number = Number::new(body_of(row)?, head, base);
    let letter = cursor.take_while(|byte| byte.is_ascii_uppercase());
    if letter.len() > 1 {
        return None;
    }
    number.base.push_str(letter);
    if hyphen {
        number.gap = "-";
    }
    number.date = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        if !cursor.skip(b"-") {
            return None;
        }
        cursor.skip(b" ");
        let digits = cursor.digits();
        year(digits).map(|value| dash(digits, value))
    });
    // `DBJ 13-91`: two groups only, the second one is the number.
    Some(Outcome::new(number, row).marked())
}
