//! Numbers with a letter for the division: JIS and KS.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::number::Number;
use super::super::parser;
use super::supplements::{self, Dialect};
use super::tail::{self, Hyphen, PartMark};
use super::{Context, Outcome, body_of};

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let joints: &[u8] = if context.whole() { b" -/." } else { b" -/" };
    cursor.skip(joints);
    let mut head = row.head.to_owned();
    for kind in ["TS", "TR"] {
        if cursor.word(kind) {
            head = format!("{head}/{kind}");
            cursor.skip(b" -/");
        }
    }
    let letter = cursor
        .peek()
        .filter(u8::is_ascii_alphabetic)?
        .to_ascii_uppercase();
    cursor.move_to(cursor.position() + 1);
    cursor.skip(joints);
    if cursor.at_letter() {
        return adopted(cursor, row, letter, context);
    }
    letter_number(cursor, row, head, letter, context)
}

/// Reads `TS Z 0029:2011` and `TR Q 0008:2003`, which JISC prints without `JIS`.
pub(super) fn specification(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    cursor.skip(b" ");
    let letter = cursor
        .peek()
        .filter(u8::is_ascii_alphabetic)?
        .to_ascii_uppercase();
    cursor.move_to(cursor.position() + 1);
    cursor.skip(b" ");
    letter_number(cursor, row, row.head.to_owned(), letter, context)
}

fn letter_number(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    head: String,
    letter: u8,
    context: Context,
) -> Option<Outcome> {
    let tail = tail::read(cursor, context, PartMark::Hyphen)?;
    if tail.base.len() < 3 || tail.base.len() > 7 {
        return None;
    }
    let base = format!("{} {}", char::from(letter), tail.base);
    let mut number = Number::new(body_of(row)?, head, base);
    number.part = tail.part;
    number.date = tail.date;
    number.supplements = supplements::read(cursor, Dialect::Japanese, context);
    product(cursor, &mut number);
    let mut outcome = Outcome::new(number, row).marked();
    if tail.hyphen == Hyphen::Year {
        // Japanese numbers had a hyphen before the year until 1997.
        outcome = outcome.rule(super::super::Rule::HyphenYear);
    }
    Some(outcome)
}

/// Reads the marks of a group of standards `(規格群)`, of an explanation `/EXPL`, and of one symbol
/// of a collection, ` SYMBOL 64100`.
fn product(cursor: &mut Cursor<'_>, number: &mut Number) {
    let product = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        if cursor.word("/EXPL") && !cursor.at_letter() {
            return Some("/EXPL".to_owned());
        }
        if cursor.word("SYMBOL ") {
            let digits = cursor.digits();
            return (!digits.is_empty()).then(|| format!(" SYMBOL {digits}"));
        }
        cursor.rest().strip_prefix("(規格群)")?;
        cursor.move_to(cursor.position() + "(規格群)".len());
        Some("(規格群)".to_owned())
    });
    number.product = product.unwrap_or_default();
}

/// Reads `KS C IEC 60335-1:2013`.
fn adopted(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    letter: u8,
    context: Context,
) -> Option<Outcome> {
    let (inner, end) = parser::adoptable(
        cursor,
        Context {
            depth: context.depth + 1,
            ..context
        },
    )?;
    cursor.move_to(end);
    let source = inner.undated();
    let head = format!("{} {}", row.head, char::from(letter));
    let number = super::european::wrap(body_of(row)?, &head, &head, " ", inner, source);
    Some(Outcome::new(number, row).marked())
}
