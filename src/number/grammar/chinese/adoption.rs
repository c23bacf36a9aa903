//! What follows the year: a partial revision, amendment sheets, an adopted number.

use super::sheet::amendment;
use crate::number::cursor::Cursor;
use crate::number::date::full_year;
use crate::number::grammar::Context;
use crate::number::number::{Adoption, Number};
use crate::number::parser;

/// Reads amendment sheets and the foreign number of an identical adoption.
pub(in crate::number::grammar) fn ending(
    cursor: &mut Cursor<'_>,
    number: &mut Number,
    context: Context,
) {
    if let Some(year) = cursor.attempt(partial_revision) {
        number.version = format!("({year}年版)");
    }
    while let Some(supplement) = cursor.attempt(amendment) {
        number.supplements.push(supplement);
    }
    if context.depth > 2 {
        return;
    }
    if let Some(foreign) = cursor.attempt(|cursor| dual(cursor, context)) {
        number.adoption = Adoption::Dual(Box::new(foreign));
    }
}

/// Reads `(2018年版)`: engineering codes are revised in part under the old year.
fn partial_revision(cursor: &mut Cursor<'_>) -> Option<u16> {
    cursor.skip(b" ");
    let bracket = cursor.eat(b'(');
    let year = full_year(cursor.digits())?;
    cursor.skip(b" ");
    let rest = cursor.rest().strip_prefix("年版")?;
    cursor.move_to(cursor.position() + cursor.rest().len() - rest.len());
    (bracket && cursor.eat(b')')).then_some(year)
}

/// Reads `/ISO 9001:2015`, ` (ISO 9001:2015, IDT)`, ` idt ISO 9001:2015`.
fn dual(cursor: &mut Cursor<'_>, context: Context) -> Option<Number> {
    let blank = cursor.blanks();
    let bracket = cursor.eat(b'(');
    let slash = !bracket && cursor.eat(b'/');
    cursor.blanks();
    let idt = blank && cursor.whole_word("IDT");
    cursor.blanks();
    if !(slash || bracket || idt) || !cursor.at_letter() {
        return None;
    }
    let (foreign, end) = parser::inner(
        cursor,
        Context {
            depth: context.depth + 1,
            ..context
        },
    )?;
    if foreign.body.market() == "CN" {
        return None;
    }
    cursor.move_to(end);
    if bracket {
        cursor.skip(b" ,");
        // Only an identical adoption becomes part of the number; modified ones are relations.
        if !cursor.word("IDT") || !cursor.eat(b')') {
            return None;
        }
    }
    Some(foreign)
}
