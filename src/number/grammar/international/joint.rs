//! What other publishers put into the numbers they share with ISO and IEC.

use crate::number::cursor::Cursor;
use crate::number::date::full_year;
use crate::number::grammar::{Context, tail};
use crate::number::number::Number;

/// Reads the number of a second publisher behind a bar: `ISO 5537|IDF 26:2004`.
pub(super) fn twin(cursor: &mut Cursor<'_>, number: &mut Number, context: Context) {
    let twin = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        cursor.eat(b'|').then_some(())?;
        cursor.skip(b" ");
        let publisher = cursor.letters().to_ascii_uppercase();
        cursor.skip(b" ");
        let digits = cursor.digits();
        (publisher.len() <= 5 && !digits.is_empty()).then(|| format!("|{publisher} {digits}"))
    });
    let Some(twin) = twin else { return };
    number.mark.push_str(&twin);
    if number.date.is_none() {
        number.date = tail::colon_date(cursor, context);
    }
}

/// IEEE prints the part of a joint publication after a dot: `ISO/IEC/IEEE 21451.7-2011`.
pub(super) fn joint_part(cursor: &mut Cursor<'_>, number: &mut Number) {
    let Some(digits) = number.mark.strip_prefix('.') else {
        return;
    };
    number.part.push('-');
    number.part.push_str(digits);
    number.mark.clear();
    let year = cursor.attempt(|cursor| {
        cursor.eat(b'-').then_some(())?;
        full_year(cursor.digits())
    });
    if let Some(year) = year.filter(|_| number.date.is_none()) {
        number.date = Some(tail::colon(year, None));
    }
}

/// Passes the history that IEEE catalogues add in brackets: `(Revision of …)`.
pub(super) fn history(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.skip(b" ");
    let inside = cursor.rest().strip_prefix('(')?;
    let words = [
        "Revis",
        "Adopt",
        "Supersed",
        "Amend",
        "IEEE",
        "Identical",
        "Corr",
        "Redesig",
    ];
    words.iter().find(|word| inside.starts_with(**word))?;
    let mut depth = 1_usize;
    let length = inside.bytes().position(|byte| {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    // The catalogue cuts long lines, so the bracket may never close.
    cursor.move_to(cursor.position() + length.map_or(inside.len() + 1, |length| length + 2));
    Some(())
}
