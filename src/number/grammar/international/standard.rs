//! The number of a standard, report or guide behind its prefix.

use super::directives::directives;
use super::ending::{finish, product};
use super::joint::{history, joint_part, twin};
use super::prefix::{Follows, Prefix, head};
use crate::number::bodies::PrefixRow;
use crate::number::cursor::Cursor;
use crate::number::grammar::supplements::Dialect;
use crate::number::grammar::tail::{self, Hyphen, PartMark};
use crate::number::grammar::{Context, Outcome};
use crate::number::number::Number;
use crate::number::{Body, Rule};

pub(in crate::number::grammar) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    number(cursor, row, context, None)
}

/// Reads a number behind the prefix of CEN, whose own supplements follow and are printed its way.
pub(in crate::number::grammar) fn adopted(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    number(cursor, row, context, Some(Dialect::European))
}

fn number(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
    dialect: Option<Dialect>,
) -> Option<Outcome> {
    let (prefix, follows) = Prefix::read(cursor, row)?;
    if follows == Follows::Directives {
        return directives(cursor, row, &prefix, context);
    }
    let body = Body::from_code(prefix.publishers.first()?)?;
    let tail = tail::read(cursor, context, PartMark::Hyphen)?;
    let mut number = Number::new(body, head(&prefix, &prefix.stage, prefix.kind), tail.base);
    if let Some(stage) = row.head.strip_suffix("ISO") {
        number.head.insert_str(0, stage);
    }
    let kind = if prefix.kind.is_empty() {
        prefix.stage_kind
    } else {
        prefix.kind
    };
    let family_head = head(&prefix, "", kind);
    if family_head != number.head {
        number.family_head = Some(family_head);
    }
    number.part = tail.part;
    number.mark = tail.draft;
    number.date = tail.date;
    let own = if matches!(body.code(), "ISO" | "IWA") {
        Dialect::Iso
    } else {
        Dialect::Iec
    };
    twin(cursor, &mut number, context);
    if prefix.publishers.contains(&"IEEE") {
        joint_part(cursor, &mut number);
    }
    finish(cursor, &mut number, dialect.unwrap_or(own), context);
    if context.whole() && matches!(body.code(), "ISO" | "IEC") {
        cursor.attempt(history);
        product(cursor, &mut number);
    }
    let mut outcome = Outcome::new(number, row);
    if prefix.publishers.len() > 1 || !prefix.kind.is_empty() || !prefix.stage.is_empty() {
        outcome = outcome.marked();
    }
    if tail.hyphen == Hyphen::Year {
        outcome = outcome.rule(Rule::HyphenYear).adjust(-0.1);
        outcome.alternatives = year_like_part(&outcome);
    }
    Some(outcome)
}

/// The reading in which `-2015` is a part after all.
fn year_like_part(outcome: &Outcome) -> Vec<(Number, Rule, f32)> {
    let Some(date) = outcome
        .number
        .date
        .as_ref()
        .filter(|date| date.month.is_none())
    else {
        return Vec::new();
    };
    let mut number = outcome.number.clone();
    number.part = format!("{}-{}", number.part, date.year);
    number.date = None;
    vec![(number, Rule::YearLikePart, 0.2)]
}
