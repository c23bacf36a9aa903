//! ITU-T and ITU-R: `ITU-T G.652 (11/2016)`, `ITU-R BT.2020-2`, `ITU-R SG07.250-2007`.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{Date, full_year, month};
use super::super::number::Number;
use super::super::supplement::{Binding, Supplement, SupplementKind};
use super::{Context, Outcome, body_of};

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    cursor.skip(b" -/");
    // `ITU-TG.652`: behind the hyphen the sector needs no boundary.
    let hyphen = cursor.before() == Some(b'-');
    let sector = ["T", "R", "D"]
        .into_iter()
        .find(|sector| cursor.whole_word(sector) || (hyphen && cursor.word(sector)))?;
    let mut head = format!("ITU-{sector}");
    cursor.skip(b" -");
    for (word, printed) in [
        ("RECOMMENDATION", ""),
        ("RECOMMENDATIONS", ""),
        ("REC.", ""),
        ("REC", ""),
        ("REPORT", ""),
        ("QUESTION", ""),
    ] {
        if cursor.whole_word(word) || cursor.word(word) && word.ends_with('.') {
            head.push_str(printed);
            cursor.skip(b" .");
        }
    }
    let mut number = Number::new(body_of(row)?, head, "");
    if sector == "T" {
        recommendation(cursor, &mut number, context)?;
    } else {
        radio(cursor, &mut number)?;
    }
    Some(Outcome::new(number, row).marked())
}

/// Reads `G.652 (11/2016) Amd. 1 (10/2018)`, `H.264.2 (2005) Cor. 1 (10/2005)`, `L Suppl. 56`.
fn recommendation(cursor: &mut Cursor<'_>, number: &mut Number, context: Context) -> Option<()> {
    let series = cursor.letters().to_ascii_uppercase();
    if series.is_empty() || series.len() > 10 {
        return None;
    }
    number.base = series;
    if cursor.skip(b" ") || cursor.peek() == Some(b'-') {
        if cursor.at_digit() || cursor.peek() == Some(b'-') {
            cursor.skip(b"-");
            // `G 652`: a blank in place of the dot.
            number.base.push('.');
            number.base.push_str(nonempty(cursor.digits())?);
        } else if let Some(supplement) = cursor.attempt(supplement) {
            number.supplements.push(supplement);
        } else {
            return None;
        }
    } else {
        cursor.skip(b".");
        number.base.push('.');
        let item = cursor.alphanumerics();
        number.base.push_str(nonempty(item)?);
    }
    loop {
        let item = cursor.attempt(|cursor| {
            let sign = cursor
                .peek()
                .filter(|byte| matches!(byte, b'.' | b'-' | b'/'))?;
            cursor.eat(sign);
            let item = cursor.alphanumerics();
            // `G.711/Y.1201` carries the number of a second series.
            let fits = !item.is_empty() && item.len() <= 6;
            (fits && (sign != b'/' || cursor.peek() == Some(b'.'))).then_some((sign, item))
        });
        let Some((sign, item)) = item else { break };
        number.part.push(char::from(sign));
        number.part.push_str(&item.to_ascii_uppercase());
    }
    for edition in ["bis", "ter", "quater", "R", "B"] {
        let found = cursor.attempt(|cursor| {
            cursor.skip(b" ");
            cursor.whole_word(edition).then_some(())
        });
        if found.is_some() {
            number.mark = format!(" {edition}");
        }
    }
    if context.whole() {
        version(cursor, number);
    }
    number.date = cursor.attempt(date);
    while let Some(supplement) = cursor.attempt(supplement) {
        number.supplements.push(supplement);
    }
    Some(())
}

fn nonempty(text: &str) -> Option<&str> {
    (!text.is_empty() && text.len() <= 8).then_some(text)
}

fn version(cursor: &mut Cursor<'_>, number: &mut Number) {
    let version = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        let bracket = cursor.eat(b'(');
        if !cursor.word("V") {
            return None;
        }
        cursor.skip(b". ");
        let digits = cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'.');
        (!digits.is_empty() && (!bracket || cursor.eat(b')'))).then_some(digits)
    });
    if let Some(version) = version {
        // The version belongs to the number here: each has dates and corrigenda of its own.
        number.mark = format!(" V{version}");
    }
}

/// Reads ` (11/2016)`, ` (2016)`, ` (11/16)`.
fn date(cursor: &mut Cursor<'_>) -> Option<Date> {
    cursor.skip(b" ");
    if cursor.eat(b':') {
        let year = full_year(cursor.digits())?;
        return Some(Date {
            year,
            month: None,
            text: format!(" ({year})"),
        });
    }
    if !cursor.eat(b'(') {
        return None;
    }
    let first = cursor.digits();
    let (year, month) = if cursor.eat(b'/') {
        let second = cursor.digits();
        let year = if second.len() == 2 {
            super::super::date::year(second)
        } else {
            full_year(second)
        };
        (year?, Some(month(first)?))
    } else if first.len() == 4 && cursor.eat(b'-') {
        (full_year(first)?, Some(month(cursor.digits())?))
    } else {
        (full_year(first)?, None)
    };
    if !cursor.eat(b')') {
        return None;
    }
    let text = match month {
        Some(month) => format!(" ({month:02}/{year})"),
        None => format!(" ({year})"),
    };
    Some(Date { year, month, text })
}

fn supplement(cursor: &mut Cursor<'_>) -> Option<Supplement> {
    let words = [
        (
            "TECHNICAL COR",
            SupplementKind::Corrigendum,
            "Technical Cor.",
        ),
        ("ANNEX", SupplementKind::Supplement, "Annex"),
        ("APPENDIX", SupplementKind::Supplement, "App."),
        ("APP", SupplementKind::Supplement, "App."),
        ("AMD", SupplementKind::Amendment, "Amd."),
        ("COR", SupplementKind::Corrigendum, "Cor."),
        ("ADD", SupplementKind::Addendum, "Add."),
        ("ERR", SupplementKind::Erratum, "Err."),
        ("SUPPLEMENT", SupplementKind::Supplement, "Suppl."),
        ("SUPPL", SupplementKind::Supplement, "Suppl."),
        ("SUP", SupplementKind::Supplement, "Suppl."),
        ("IMP", SupplementKind::Supplement, "Imp."),
    ];
    cursor.skip(b" ,/");
    let (_, kind, printed) = words
        .into_iter()
        .find(|(word, ..)| cursor.word(word) && !cursor.at_letter())?;
    cursor.skip(b". ");
    let item = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
    let kept = item.trim_end_matches('.').to_owned();
    cursor.move_to(cursor.position() - (item.len() - kept.len()));
    if kept.len() > 8 {
        return None;
    }
    let date = cursor.attempt(date);
    let gap = if kept.is_empty() { "" } else { " " };
    let mut text = format!(" {printed}{gap}{kept}");
    if let Some(date) = &date {
        text.push_str(&date.text);
    }
    Some(Supplement {
        kind,
        binding: Binding::Separate,
        number: kept,
        year: date.map(|date| date.year),
        text,
    })
}

/// Reads `BT.2020-2`, `SG07.250-2007`, `SNG.722-1`, `R.9-6`, and questions `236-1/7:`.
fn radio(cursor: &mut Cursor<'_>, number: &mut Number) -> Option<()> {
    let series = cursor.alphanumerics().to_ascii_uppercase();
    if series.is_empty() || series.len() > 6 {
        return None;
    }
    number.base = series;
    if cursor.skip(b" ") && cursor.at_digit() || cursor.eat(b'.') {
        number.base.push('.');
        number.base.push_str(nonempty(cursor.alphanumerics())?);
    }
    let revision = cursor.attempt(|cursor| {
        if !cursor.eat(b'-') {
            return None;
        }
        Some(cursor.alphanumerics()).filter(|digits| !digits.is_empty() && digits.len() <= 4)
    });
    if let Some(revision) = revision {
        // The group after the hyphen is the revision of one recommendation, not its part.
        match full_year(revision) {
            Some(year) => {
                number.date = Some(Date {
                    year,
                    month: None,
                    text: format!("-{revision}"),
                });
            }
            None => number.version = format!("-{revision}"),
        }
    }
    while let Some(group) = cursor.attempt(|cursor| {
        if !cursor.eat(b'/') {
            return None;
        }
        let group = cursor.alphanumerics();
        cursor.skip(b":");
        (!group.is_empty() && group.len() <= 4 && number.product.len() < 16).then_some(group)
    }) {
        number.product.push('/');
        number.product.push_str(group);
    }
    if let Some(date) = cursor.attempt(date) {
        number.date = Some(date);
    }
    Some(())
}
