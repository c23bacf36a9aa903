//! CEN and CENELEC: own numbers and adopted ones.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::number::{Adoption, Number};
use super::super::{Body, Rule};
use super::supplements::Dialect;
use super::tail::{self, Hyphen, PartMark};
use super::{Context, Outcome, body_of, etsi, international};

/// The kinds of deliverable that stand behind `CEN` and `CLC`.
const KINDS: [&str; 4] = ["TS", "TR", "GUIDE", "WS"];

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let body = body_of(row)?;
    let mut head = row.head.to_owned();
    let mut family = match row.head {
        "prEN" | "FprEN" => "EN".to_owned(),
        "prENV" => "ENV".to_owned(),
        "prHD" => "HD".to_owned(),
        other => other.to_owned(),
    };
    let mut typed = false;
    if matches!(row.head, "CEN" | "CLC") {
        let start = cursor.position();
        cursor.skip(b" /-");
        if cursor.word("CLC") || cursor.word("CENELEC") {
            head.push_str("/CLC");
            cursor.skip(b" /-");
        } else {
            cursor.move_to(start);
            cursor.skip(b" /-");
        }
        if let Some(kind) = KINDS
            .iter()
            .find(|kind| cursor.whole_word(kind) || glued(cursor, kind))
        {
            head.push('/');
            head.push_str(if *kind == "GUIDE" { "Guide" } else { kind });
            typed = true;
        }
        head.clone_into(&mut family);
    }
    cursor.skip(b" /-");
    // A slash before the figures is an address, as in `/EN/2015`, not a number.
    if !context.whole() && cursor.at_digit() && cursor.before() == Some(b'/') {
        return None;
    }
    if cursor.at_letter() {
        return adopted(cursor, row, body, &head, &family, context);
    }
    if matches!(row.head, "CEN" | "CLC") && !typed {
        return None;
    }
    let start = cursor.position();
    if row.head == "EN"
        && let Some(outcome) = etsi::sister(cursor, row)
    {
        return Some(outcome);
    }
    cursor.move_to(start);
    let tail = tail::read(cursor, context, PartMark::Hyphen)?;
    let mut number = Number::new(body, head, tail.base);
    if family != number.head {
        number.family_head = Some(family);
    }
    number.part = tail.part;
    number.mark = tail.draft;
    number.date = tail.date;
    international::finish(cursor, &mut number, Dialect::European, context);
    let mut outcome = Outcome::new(number, row);
    if row.head.len() > 2 || outcome.number.base.len() >= 4 || !outcome.number.part.is_empty() {
        outcome = outcome.marked();
    }
    if tail.hyphen == Hyphen::Year {
        outcome = outcome.rule(Rule::HyphenYear).adjust(-0.1);
    }
    Some(outcome)
}

fn glued(cursor: &mut Cursor<'_>, kind: &str) -> bool {
    let start = cursor.position();
    if cursor.word(kind) && cursor.at_digit() {
        return true;
    }
    cursor.move_to(start);
    false
}

/// Reads `EN ISO 13485:2016`, where the own number is the adopted one.
fn adopted(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    body: Body,
    head: &str,
    family: &str,
    context: Context,
) -> Option<Outcome> {
    let inner_row = ["ISO", "IEC", "CISPR"].into_iter().find_map(|prefix| {
        cursor
            .word(prefix)
            .then(|| super::super::prefix::rows(prefix).first())
            .flatten()
    })?;
    let inner = international::adopted(cursor, inner_row, context)?.number;
    let source = inner.undated();
    let number = wrap(body, head, family, " ", inner, source);
    Some(Outcome::new(number, row).marked())
}

/// Puts the prefix of an adopting body before the number it adopts.
pub(super) fn wrap(
    body: Body,
    head: &str,
    family: &str,
    joint: &str,
    inner: Number,
    source: Number,
) -> Number {
    let inner_family = inner.family_head.as_ref().unwrap_or(&inner.head);
    let family_head = format!("{family}{joint}{inner_family}");
    let head = format!("{head}{joint}{}", inner.head);
    Number {
        body,
        family_head: (family_head != head).then_some(family_head),
        head,
        adoption: Adoption::Prefixed(Box::new(source)),
        ..inner
    }
}
