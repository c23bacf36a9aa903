//! Dates in the lines of IEEE: `, October 2011`, `-2019-04`, `Jun 07`.

use crate::number::cursor::Cursor;
use crate::number::date::{Date, MONTHS, full_year, month, month_name, year};

/// Reads `October 2011`, `Mar 2009`, `Jun 07`, `2016`, `-2019-04`, `First edition 2015-05-15`.
pub(super) fn date(cursor: &mut Cursor<'_>, draft: bool) -> Option<Date> {
    for filler in [
        "FIRST EDITION",
        "SECOND EDITION",
        "THIRD EDITION",
        "EDITION",
    ] {
        if cursor.word(filler) {
            cursor.skip(b" ");
        }
    }
    cursor.skip(b"-");
    let word = cursor.letters();
    if word.is_empty() {
        let digits = cursor.digits();
        let value = full_year(digits)?;
        let month = cursor.attempt(|cursor| {
            cursor.eat(b'-').then_some(())?;
            cursor.move_to(cursor.position() - 1);
            month_after(cursor)
        });
        cursor.attempt(|cursor| {
            cursor.eat(b'-').then_some(())?;
            (cursor.digits().len() == 2).then_some(())
        });
        cursor.attempt(|cursor| {
            cursor.skip(b" ");
            cursor.word("EDITION").then_some(())
        });
        return cursor.at_boundary().then(|| printed(value, month, draft));
    }
    let month = month_name(word)?;
    cursor.skip(b" .,");
    let value = year(cursor.digits())?;
    cursor
        .at_boundary()
        .then(|| printed(value, Some(month), draft))
}

/// Reads `-04` or `-june` after the year.
pub(super) fn month_after(cursor: &mut Cursor<'_>) -> Option<u8> {
    cursor.eat(b'-').then_some(())?;
    let word = cursor.letters();
    if !word.is_empty() {
        return month_name(word);
    }
    let digits = cursor.digits();
    month(digits).filter(|_| digits.len() == 2 && cursor.at_boundary())
}

/// A date as IEEE prints it: drafts after a comma, standards after a hyphen.
pub(super) fn printed(year: u16, month: Option<u8>, draft: bool) -> Date {
    let name = month.and_then(|month| MONTHS.get(usize::from(month) - 1));
    let text = match name {
        Some(name) => format!(", {name} {year}"),
        None if draft => format!(", {year}"),
        None => format!("-{year}"),
    };
    Date { year, month, text }
}
