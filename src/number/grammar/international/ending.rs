//! What follows the date: edition, supplements, languages and product marks.

use crate::number::cursor::Cursor;
use crate::number::grammar::supplements::{self, Dialect};
use crate::number::grammar::{Context, tail};
use crate::number::number::{Layout, Number};

/// What IEC prints after the number to mark a product made of the same text.
const PRODUCTS: [&str; 11] = [
    "EXV-RLV", "EXV-CMV", "CSV", "RLV", "EXV", "CMV", "SER", "PRV", "DB", "HBK", "TC",
];

/// Reads edition, supplements, languages and product marks behind the date.
pub(in crate::number::grammar) fn finish(
    cursor: &mut Cursor<'_>,
    number: &mut Number,
    dialect: Dialect,
    context: Context,
) {
    languages(cursor);
    edition(cursor, number);
    if number.date.is_none() && !number.version.is_empty() {
        // `IEC 60335-1 Ed.5:2010` dates the edition.
        number.date = tail::colon_date(cursor, context);
    }
    number.supplements = supplements::read(cursor, dialect, context);
    languages(cursor);
    if number.version.is_empty() && !number.supplements.is_empty() {
        edition(cursor, number);
        if !number.version.is_empty() {
            number.layout = Layout::VersionLast;
        }
    }
    product(cursor, number);
    let more = supplements::read(cursor, dialect, context);
    if !more.is_empty() && !number.product.is_empty() {
        // `… CSV/COR1:2002` corrects the consolidated text, so the mark stays before it.
        let marked = std::mem::take(&mut number.product);
        for (index, mut supplement) in more.into_iter().enumerate() {
            if index == 0 {
                supplement.text = format!("{marked}{}", supplement.text);
            }
            number.supplements.push(supplement);
        }
    }
    languages(cursor);
    edition(cursor, number);
}

/// Passes `(E)`, `(en,fr)`: the language of a copy is no part of the number.
pub(in crate::number::grammar) fn languages(cursor: &mut Cursor<'_>) {
    cursor.attempt(|cursor| {
        cursor.blanks();
        if !cursor.eat(b'(') {
            return None;
        }
        let letters =
            cursor.take_while(|byte| byte.is_ascii_alphabetic() || b",/ ".contains(&byte));
        let fits = letters
            .split([',', '/', ' '])
            .all(|code| code.len() <= 2 || code == "other");
        (fits && !letters.is_empty() && cursor.eat(b')')).then_some(())
    });
}

/// Reads ` ED2`, `, Edition 2.0`.
fn edition(cursor: &mut Cursor<'_>, number: &mut Number) {
    if !number.version.is_empty() {
        return;
    }
    let digits = cursor.attempt(|cursor| {
        cursor.skip(b" ,-");
        if cursor
            .before()
            .is_some_and(|byte| byte.is_ascii_alphanumeric())
        {
            return None;
        }
        if !(cursor.word("EDITION") || cursor.word("ED")) {
            return None;
        }
        cursor.skip(b" .");
        let digits = cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'.');
        let digits = digits.trim_end_matches('.');
        (!digits.is_empty() && digits.len() < 5 && cursor.at_boundary()).then(|| digits.to_owned())
    });
    if let Some(digits) = digits {
        number.version = format!(" ED{digits}");
    }
}

/// Reads ` CSV`, ` - TC`, `- Redline`.
pub(super) fn product(cursor: &mut Cursor<'_>, number: &mut Number) {
    let found = cursor.attempt(|cursor| {
        let blank = cursor.blanks();
        let hyphen = cursor.eat(b'-');
        cursor.blanks();
        if !blank && !hyphen {
            return None;
        }
        let mark = PRODUCTS.iter().find(|mark| cursor.whole_word(mark))?;
        cursor.at_boundary().then_some(*mark)
    });
    match found {
        Some("TC") => " - TC".clone_into(&mut number.product),
        Some(mark) => number.product = format!(" {mark}"),
        None => {
            let redline = cursor.attempt(|cursor| {
                cursor.skip(b" -");
                cursor.word("REDLINE").then_some(())
            });
            if redline.is_some() {
                " - Redline".clone_into(&mut number.product);
            }
        }
    }
}
