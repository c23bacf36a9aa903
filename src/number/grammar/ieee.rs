//! IEEE, its predecessors, and the drafts whose titles swallow the number.
//!
//! A catalogue line of IEEE mixes number, draft, date and history:
//! `IEEE P802.15.4f/D06, September 2011 (Amendment of IEEE P802.15.4-2011)`. The history in
//! brackets is about other numbers and is left out; what remains unknown stays as draft mark.

use super::super::Rule;
use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{Date, MONTHS, full_year, month, month_name, year};
use super::super::number::Number;
use super::super::supplement::{Binding, Supplement, SupplementKind};
use super::{Context, Outcome, body_of};

/// Publishers that share numbers with IEEE.
const PUBLISHERS: [&str; 16] = [
    "IEEE", "ANSI", "ISO", "IEC", "EIA", "ASTM", "NEMA", "NESC", "CSA", "ASHRAE", "NSF", "NACE",
    "ASA", "IRE", "AIEE", "NEMI",
];

/// Words before the number that say nothing about it, the longer before their beginnings.
const FILLERS: [&str; 17] = [
    "UNAPPROVED DRAFT STD",
    "APPROVED DRAFT STD",
    "ACTIVE UNAPPROVED DRAFT STD",
    "UNAPPROVED STD",
    "APPROVED STD",
    "ACTIVE STD",
    "DRAFT STANDARD",
    "STANDARD",
    "STDS",
    "IEEE",
    "DRAFT STD",
    "DRAFT",
    "STAD",
    "STD.",
    "STD",
    "NO.",
    "NO",
];

/// The stages of joint drafts with ISO and IEC.
const STAGES: [&str; 11] = [
    "CD3", "FCD", "DIS3", "FDIS", "DIS2", "DIS", "CDV", "CD2", "CD1", "CD", "WD",
];

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut publishers = vec![row.head];
    while let Some(publisher) = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        if !cursor.eat(b'/') {
            return None;
        }
        cursor.skip(b" ");
        PUBLISHERS.into_iter().find(|name| cursor.whole_word(name))
    }) {
        if publishers.len() > 5 {
            return None;
        }
        publishers.push(publisher);
    }
    let foreign = matches!(row.head, "ISO" | "IEC");
    if foreign && !publishers.contains(&"IEEE") {
        return None;
    }
    cursor.skip(b" -");
    let mut stage = "";
    let mut standard = false;
    for _ in 0..3 {
        if let Some(filler) = FILLERS
            .into_iter()
            .find(|word| cursor.whole_word(word) || (word.ends_with('.') && cursor.word(word)))
        {
            standard |= filler.starts_with("ST");
            cursor.skip(b" .");
        } else if let Some(found) = STAGES
            .into_iter()
            .find(|word| cursor.word(word) && cursor.at_boundary())
        {
            stage = found;
            cursor.skip(b" ");
        }
    }
    let draft = cursor
        .attempt(|cursor| {
            if !cursor.word("P") {
                return None;
            }
            let next = (cursor.peek()?, cursor.peek_at(1));
            let fits = next.0.is_ascii_digit()
                || (next.0.is_ascii_alphabetic()
                    && next.1.is_some_and(|byte| byte.is_ascii_digit()));
            fits.then_some(())
        })
        .is_some();
    let mut number = Number::new(body_of(row)?, "", "");
    base(cursor, &mut number)?;
    let lettered = number
        .base
        .starts_with(|letter: char| letter.is_ascii_alphabetic());
    if !publishers.contains(&"IEEE") && !matches!(row.head, "AIEE" | "IRE" | "IEEE") && !lettered {
        return None;
    }
    let joined = publishers.join("/");
    number.head = joined.clone();
    if !stage.is_empty() {
        number.head = format!("{joined} {stage}");
    }
    if draft {
        number.head.push_str(" P");
        number.gap = "";
    } else if publishers.contains(&"IEEE") && !foreign {
        number.head.push_str(" Std");
    } else if matches!(row.head, "AIEE") {
        number.head.push_str(" No");
    }
    if foreign && !draft {
        // Without the `P` of a draft it is a joint publication, which has a grammar of its own.
        return None;
    }
    let family = if publishers.contains(&"IEEE") && !foreign {
        format!("{joined} Std")
    } else {
        joined
    };
    groups(cursor, &mut number, draft);
    if context.whole() {
        rest(cursor, &mut number, draft)?;
    } else {
        while let Some(supplement) = cursor.attempt(supplement) {
            number.supplements.push(supplement);
        }
    }
    let outcome_family = family;
    if draft {
        // The gap of a draft is empty, so the family keeps its blank in the prefix.
        number.family_head = Some(format!("{outcome_family} "));
    } else if outcome_family != number.head {
        number.family_head = Some(outcome_family);
    }
    let mut outcome = Outcome::new(number, row);
    if standard || draft || publishers.len() > 1 {
        outcome = outcome.marked();
    }
    if row.head == "ANSI"
        && (publishers.contains(&"IEEE") || outcome.number.base.starts_with(['C', 'N', 'Y']))
    {
        // The committees C, N and Y of ANSI publish through IEEE.
        outcome = outcome.adjust(0.3);
    }
    Some(outcome)
}

/// Reads `P1662/D8.3, June 2016`, a draft whose line lost the name of the society.
pub(super) fn nameless(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut number = Number::new(body_of(row)?, "IEEE P", "");
    number.gap = "";
    number.family_head = Some("IEEE Std ".to_owned());
    base(cursor, &mut number)?;
    groups(cursor, &mut number, true);
    if !context.whole() {
        return None;
    }
    rest(cursor, &mut number, true)?;
    number
        .mark
        .starts_with("/D")
        .then(|| Outcome::new(number, row).rule(Rule::OmittedBody).marked())
}

/// Reads `1012`, `802.15.4t`, `C37.010e`, `N42.17A`.
fn base(cursor: &mut Cursor<'_>, number: &mut Number) -> Option<()> {
    let letters = cursor.letters().to_ascii_uppercase();
    if letters.len() > 2 {
        return None;
    }
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 6 {
        return None;
    }
    number.base = format!("{letters}{digits}");
    suffix(cursor, &mut number.base);
    while cursor.peek() == Some(b'.') && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit())
    {
        cursor.eat(b'.');
        number.part.push('.');
        number.part.push_str(cursor.digits());
        suffix(cursor, &mut number.part);
        if number.part.len() > 24 {
            return None;
        }
    }
    Some(())
}

/// Takes the letters of an amendment that is named like its parent: `802.1Qbv`.
fn suffix(cursor: &mut Cursor<'_>, text: &mut String) {
    let start = cursor.position();
    let letters = cursor.letters();
    let letters = letters.strip_suffix("TM").unwrap_or(letters);
    if letters.len() > 4 || letters.eq_ignore_ascii_case("Rev") {
        cursor.move_to(start);
        return;
    }
    text.push_str(letters);
}

/// Reads the groups after hyphens: parts of five digits, and the year.
fn groups(cursor: &mut Cursor<'_>, number: &mut Number, draft: bool) {
    loop {
        let group = cursor.attempt(|cursor| {
            let spaced = cursor.blanks();
            if !cursor.eat(b'-') {
                return None;
            }
            if cursor.blanks() && !cursor.at_digit() {
                return None;
            }
            let digits = cursor.digits();
            let known = full_year(digits).is_some();
            if digits.is_empty() || (spaced && !known) || digits.len() > 6 {
                return None;
            }
            let letters = cursor
                .attempt(|cursor| {
                    let letters = cursor.letters();
                    (!known && letters.len() <= 2).then_some(letters)
                })
                .unwrap_or_default();
            Some((digits, letters))
        });
        let Some((digits, letters)) = group else {
            break;
        };
        match full_year(digits).filter(|_| letters.is_empty()) {
            Some(year) => {
                let month = cursor.attempt(month_after);
                number.date = Some(printed(year, month, draft));
                break;
            }
            None => {
                number.part.push('-');
                number.part.push_str(digits);
                number.part.push_str(letters);
            }
        }
    }
    if number.date.is_none() && cursor.peek() == Some(b':') {
        number.date = super::tail::colon_date(
            cursor,
            Context {
                mode: super::Mode::Whole,
                depth: 0,
            },
        );
    }
}

/// Reads `-04` or `-june` after the year.
fn month_after(cursor: &mut Cursor<'_>) -> Option<u8> {
    cursor.eat(b'-').then_some(())?;
    let word = cursor.letters();
    if !word.is_empty() {
        return month_name(word);
    }
    let digits = cursor.digits();
    month(digits).filter(|_| digits.len() == 2 && cursor.at_boundary())
}

/// Reads whatever follows in a text that is one catalogue line.
fn rest(cursor: &mut Cursor<'_>, number: &mut Number, draft: bool) -> Option<()> {
    for _ in 0..40 {
        cursor.skip(b" ,");
        if cursor.at_end() {
            return Some(());
        }
        let byte = cursor.peek()?;
        if byte == b'(' || byte == b'[' {
            brackets(cursor);
            continue;
        }
        if let Some(found) = cursor.attempt(supplement) {
            number.supplements.push(found);
            continue;
        }
        if cursor
            .attempt(|cursor| {
                cursor.skip(b"- ");
                cursor.word("REDLINE").then_some(())
            })
            .is_some()
        {
            " - Redline".clone_into(&mut number.product);
            continue;
        }
        if let Some(mark) = cursor.attempt(draft_mark) {
            number.mark.push_str(&mark);
            continue;
        }
        if let Some(date) = cursor.attempt(|cursor| date(cursor, draft)) {
            number.date = Some(date);
            continue;
        }
        if byte == b':' {
            number.date = Some(super::tail::colon_date(
                cursor,
                Context {
                    mode: super::Mode::Whole,
                    depth: 0,
                },
            )?);
            continue;
        }
        if cursor.whole_word(".PDF") || cursor.word("TM") {
            continue;
        }
        leftover(cursor, number);
    }
    None
}

/// Passes a note in brackets, which may lack its end.
fn brackets(cursor: &mut Cursor<'_>) {
    let mut depth = 0_usize;
    for (index, byte) in cursor.rest().bytes().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            cursor.move_to(cursor.position() + index + 1);
            return;
        }
    }
    cursor.move_to(cursor.position() + cursor.rest().len());
}

/// Reads `/D12`, `_D26`, `/D-6-2019-04`, `/D3.0`.
fn draft_mark(cursor: &mut Cursor<'_>) -> Option<String> {
    if !cursor.skip(b"/_") {
        return None;
    }
    cursor.skip(b" ");
    if !cursor.word("D") {
        return None;
    }
    cursor.skip(b"-");
    let item = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
    let kept = item.trim_end_matches('.');
    cursor.move_to(cursor.position() - (item.len() - kept.len()));
    (!kept.is_empty()).then(|| format!("/D{kept}"))
}

/// Reads `October 2011`, `Mar 2009`, `Jun 07`, `2016`, `-2019-04`, `First edition 2015-05-15`.
fn date(cursor: &mut Cursor<'_>, draft: bool) -> Option<Date> {
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

fn printed(year: u16, month: Option<u8>, draft: bool) -> Date {
    let name = month.and_then(|month| MONTHS.get(usize::from(month) - 1));
    let text = match name {
        Some(name) => format!(", {name} {year}"),
        None if draft => format!(", {year}"),
        None => format!("-{year}"),
    };
    Date { year, month, text }
}

/// Reads `/Cor 1-2017`, ` Amd.1:2014`, `_Cor 1`.
fn supplement(cursor: &mut Cursor<'_>) -> Option<Supplement> {
    cursor.skip(b" /_-");
    let words = [
        ("CORRIGENDUM", SupplementKind::Corrigendum, "Cor"),
        ("AMENDMENT", SupplementKind::Amendment, "Amd"),
        ("COR", SupplementKind::Corrigendum, "Cor"),
        ("AMD", SupplementKind::Amendment, "Amd"),
        ("INT", SupplementKind::Interpretation, "INT"),
    ];
    let (_, kind, printed) = words
        .into_iter()
        .find(|(word, ..)| cursor.word(word) && !cursor.at_letter())?;
    cursor.skip(b" .");
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 3 {
        return None;
    }
    let year = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        (cursor.eat(b'-') || cursor.eat(b':')).then_some(())?;
        full_year(cursor.digits())
    });
    let mut text = format!("/{printed} {digits}");
    if let Some(year) = year {
        text.push_str(&format!("-{year}"));
    }
    Some(Supplement {
        kind,
        binding: Binding::Separate,
        number: digits.to_owned(),
        year,
        text,
    })
}

/// Keeps a piece that no rule knows.
fn leftover(cursor: &mut Cursor<'_>, number: &mut Number) {
    let rest = cursor.rest();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let length = rest[first..]
        .find([' ', ',', '(', '[', '/', '_', ':'])
        .map_or(rest.len(), |end| end + first);
    let piece = rest[..length].trim_matches(['-', ' ']);
    cursor.move_to(cursor.position() + length);
    if !piece.is_empty() && piece != "/" && piece != "_" {
        let sign = if piece.starts_with('/') || piece.starts_with('_') {
            ""
        } else {
            " "
        };
        // What follows the date stays behind it, so that the line reads the same again.
        let place = if number.date.is_some() {
            &mut number.product
        } else {
            &mut number.mark
        };
        place.push_str(sign);
        place.push_str(piece);
    }
}
