//! ETSI: `ETSI EN 300 338-7 V1.3.1 (2010-02)`, `ETSI ETS 300 652/A2 ed.1 (1998-06)`.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{Date, full_year, month};
use super::super::number::{Layout, Number};
use super::super::supplement::{Binding, Supplement, SupplementKind};
use super::super::{Body, Rule};
use super::{Outcome, body_of};

/// The kinds of ETSI deliverable, the longer before their beginnings.
const KINDS: [&str; 18] = [
    "I-ETS", "TCRTR", "TCR-TR", "GTS", "ETS", "ETR", "TBR", "NET", "EN", "ES", "EG", "TS", "TR",
    "SR", "GS", "GR", "TC", "BC-T",
];

pub(super) fn read(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    cursor.skip(b" -/");
    let draft =
        cursor.attempt(|cursor| (cursor.word("PREN") || cursor.word("DRAFT EN")).then_some("prEN"));
    let kind = match draft {
        Some(kind) => kind,
        None => KINDS.iter().find(|kind| cursor.word(kind))?,
    };
    let head = format!("ETSI {kind}");
    let group_kind = matches!(kind, "GS" | "GR" | "GTS");
    deliverable(cursor, row, body_of(row)?, head, group_kind)
}

/// Reads a number that CEN's prefix hides: `EN 300 328`, `EN 301489-1`.
pub(super) fn sister(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    let mut ahead = *cursor;
    let first = ahead.digits();
    let spaced = first.len() == 3 && ahead.skip(b" ") && ahead.digits().len() == 3;
    let six = if spaced {
        first
    } else {
        first.get(..3).filter(|_| first.len() == 6)?
    };
    if !six.starts_with('3') || ahead.at_letter() {
        return None;
    }
    let body = Body::from_code("ETSI")?;
    let outcome = deliverable(cursor, row, body, "ETSI EN".to_owned(), false)?;
    Some(outcome.rule(Rule::SisterBody).marked())
}

fn deliverable(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    body: Body,
    mut head: String,
    group_kind: bool,
) -> Option<Outcome> {
    cursor.skip(b" ");
    if group_kind && cursor.at_letter() {
        let group = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        cursor.skip(b" ");
        head.push(' ');
        head.push_str(&cased(group));
        if group.len() > 12 || group.is_empty() {
            return None;
        }
    }
    let first = cursor.digits();
    let base = if first.len() == 6 {
        format!("{} {}", &first[..3], &first[3..])
    } else {
        let second = cursor.attempt(|cursor| {
            let digits = if cursor.skip(b" ") {
                cursor.digits()
            } else {
                ""
            };
            (first.len() == 3 && digits.len() == 3).then_some(digits)
        });
        match second {
            Some(second) => format!("{first} {second}"),
            None => first.to_owned(),
        }
    };
    if base.is_empty() || base.len() > 7 {
        return None;
    }
    let mut number = Number::new(body, head, base);
    number.layout = Layout::SupplementsFirst;
    loop {
        let item = cursor.attempt(|cursor| {
            let sign = cursor.peek().filter(|byte| matches!(byte, b'-' | b'.'))?;
            cursor.eat(sign);
            let item = cursor.alphanumerics();
            (!item.is_empty() && item.len() <= 6).then_some((sign, item))
        });
        let Some((sign, item)) = item else { break };
        number.part.push(char::from(sign));
        number.part.push_str(&item.to_ascii_uppercase());
    }
    while let Some(supplement) = cursor.attempt(supplement) {
        number.supplements.push(supplement);
    }
    version(cursor, &mut number);
    number.date = cursor.attempt(date);
    Some(Outcome::new(number, row).marked())
}

/// Groups are capitals except mWT, which is known by its own spelling.
fn cased(group: &str) -> String {
    if group.eq_ignore_ascii_case("mwt") {
        "mWT".to_owned()
    } else {
        group.to_ascii_uppercase()
    }
}

fn supplement(cursor: &mut Cursor<'_>) -> Option<Supplement> {
    if !cursor.eat(b'/') {
        return None;
    }
    let (kind, letter) = if cursor.word("A") {
        (SupplementKind::Amendment, 'A')
    } else if cursor.word("C") {
        (SupplementKind::Corrigendum, 'C')
    } else {
        return None;
    };
    cursor.skip(b"C");
    let digits = cursor.digits();
    (!digits.is_empty() && digits.len() <= 2).then(|| Supplement {
        kind,
        binding: Binding::Separate,
        number: digits.to_owned(),
        year: None,
        text: format!("/{letter}{digits}"),
    })
}

fn version(cursor: &mut Cursor<'_>, number: &mut Number) {
    let version = cursor.attempt(|cursor| {
        cursor.skip(b" ,");
        let lead = if cursor.word("VERSION") || cursor.word("V") {
            "V"
        } else if cursor.word("EDITION") || cursor.word("ED.") || cursor.word("ED") {
            "ed."
        } else {
            return None;
        };
        cursor.skip(b" ");
        let digits = cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'.');
        let kept = digits.trim_end_matches('.');
        cursor.move_to(cursor.position() - (digits.len() - kept.len()));
        (!kept.is_empty() && kept.len() < 12).then(|| format!(" {lead}{kept}"))
    });
    number.version = version.unwrap_or_default();
}

/// Reads ` (2014-10)`, `:2014-10`, ` (2014)`.
fn date(cursor: &mut Cursor<'_>) -> Option<Date> {
    cursor.skip(b" ");
    let bracket = cursor.eat(b'(');
    if !bracket && !cursor.eat(b':') {
        return None;
    }
    cursor.skip(b" ");
    let year = full_year(cursor.digits())?;
    let month = cursor.attempt(|cursor| {
        if cursor.eat(b'-') || cursor.eat(b'/') {
            month(cursor.digits())
        } else {
            None
        }
    });
    cursor.skip(b" ");
    if bracket && !cursor.eat(b')') {
        return None;
    }
    let text = match month {
        Some(month) => format!(" ({year}-{month:02})"),
        None => format!(" ({year})"),
    };
    Some(Date { year, month, text })
}
