//! Prefix, scope and nature, and how sure the form of the whole makes the reading.

use super::adoption::ending;
use super::figures::{YearForm, digits};
use super::nature::{Written, nature};
use crate::number::bodies::PrefixRow;
use crate::number::cursor::Cursor;
use crate::number::grammar::{Context, Outcome, body_of};
use crate::number::number::Number;
use crate::number::{BodyKind, Rule};

pub(in crate::number::grammar) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut head = row.head.to_owned();
    scope(cursor, &mut head);
    let nature = nature(cursor);
    if let Some((letters, _)) = nature {
        head.push('/');
        head.push_str(letters);
    }
    let mut number = Number::new(body_of(row)?, head, "");
    let lettered = matches!(row.head, "JTG" | "JTS" | "JTJ" | "ZB");
    let year_form = digits(cursor, &mut number, context, lettered)?;
    if row.head == "CECS"
        && let Some(date) = &mut number.date
    {
        // The association prints a colon.
        date.text = format!(":{}", date.year);
    }
    ending(cursor, &mut number, context);
    let stated = matches!(nature, Some((_, Written::Slash)));
    let national = number.body.kind() == BodyKind::National;
    let mut outcome = Outcome::new(number, row);
    if stated || (national && outcome.number.date.is_some()) {
        outcome = outcome.adjust(0.1).marked();
    }
    outcome = match nature {
        Some((_, Written::Glued)) => outcome.rule(Rule::GluedNature).adjust(-0.02),
        Some((_, Written::Blank)) => outcome.rule(Rule::GluedNature).adjust(-0.01),
        _ => outcome,
    };
    if nature.is_none() && !national && outcome.number.date.is_none() {
        outcome = outcome.adjust(-0.3);
    }
    if year_form == YearForm::Colon && !national {
        outcome = outcome.adjust(-0.3);
    }
    if national && !stated && outcome.number.date.is_none() {
        // `GB 3.5` in prose is storage, `GB 2` a country: a bare number wants some length. `GBT19001` without its slash is
        // no word and wants less.
        let figures = outcome.number.base.len();
        let enough = if nature.is_some() { 3 } else { 4 };
        outcome.marked = figures >= enough || (figures == 3 && !outcome.number.part.is_empty());
    }
    Some(outcome)
}

/// Reads everyday names: `国标19001`, `国标T19001`.
pub(in crate::number::grammar) fn spoken(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut outcome = read(cursor, row, context)?
        .rule(Rule::SpokenPrefix)
        .adjust(-0.2);
    if !outcome.number.head.contains('/') {
        let mut recommended = outcome.number.clone();
        recommended.head.push_str("/T");
        outcome
            .alternatives
            .push((recommended, Rule::SpokenPrefix, outcome.confidence - 0.05));
    }
    Some(outcome)
}

/// Passes a bracketed scope that belongs to the prefix: `JJG(交通)`, `DB13(J)`.
fn scope(cursor: &mut Cursor<'_>, head: &mut String) {
    let scope = cursor.attempt(|cursor| {
        cursor.blanks();
        let rest = cursor.rest();
        let inside = rest.strip_prefix('(')?;
        let length = inside
            .find(')')
            .filter(|&length| length > 0 && length <= 18)?;
        if inside[..length].bytes().any(|byte| byte.is_ascii()) {
            return None;
        }
        cursor.move_to(cursor.position() + length + 2);
        Some(&rest[..length + 2])
    });
    if let Some(scope) = scope {
        head.push_str(scope);
    }
}
