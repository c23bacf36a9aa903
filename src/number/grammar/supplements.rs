//! Amendments, corrigenda and the like in the forms of ISO, IEC and CEN.

use super::super::cursor::Cursor;
use super::super::date::full_year;
use super::super::supplement::{Binding, Supplement, SupplementKind};
use super::Context;

/// How a body prints its supplements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `/Amd 1:2024`.
    Iso,
    /// `/AMD1:2024`.
    Iec,
    /// `/A1:2024`, `+A11:2021`, `/AC:2016`.
    European,
    /// `/AMENDMENT 1:2016`.
    Japanese,
}

/// The words for supplements, longest first so that `AMD` is not read as `A` and a rest.
const WORDS: [(&str, SupplementKind); 22] = [
    ("AMENDMENT", SupplementKind::Amendment),
    ("CORRIGENDUM", SupplementKind::Corrigendum),
    ("TECHNICAL COR", SupplementKind::Corrigendum),
    ("SUPPLEMENT", SupplementKind::Supplement),
    ("ADDENDUM", SupplementKind::Addendum),
    ("ERRATUM", SupplementKind::Erratum),
    ("AMEND", SupplementKind::Amendment),
    ("SUPPL", SupplementKind::Supplement),
    ("FRAGC", SupplementKind::Fragment),
    ("FRAG", SupplementKind::Fragment),
    ("CORR", SupplementKind::Corrigendum),
    ("AMD", SupplementKind::Amendment),
    ("COR", SupplementKind::Corrigendum),
    ("ADD", SupplementKind::Addendum),
    ("ISH", SupplementKind::Interpretation),
    ("SUP", SupplementKind::Supplement),
    ("ERR", SupplementKind::Erratum),
    ("EXT", SupplementKind::Supplement),
    ("AM", SupplementKind::Amendment),
    ("AC", SupplementKind::Corrigendum),
    ("A", SupplementKind::Amendment),
    ("C", SupplementKind::Corrigendum),
];

/// The stages of a supplement that is not published yet, glued to the word or before it.
const STAGES: [(&str, &str); 14] = [
    ("FPD", "FPD"),
    ("FDIS ", "FDIS "),
    ("DIS ", "DIS "),
    ("AWI ", "AWI "),
    ("PWI ", "PWI "),
    ("PRF ", "PRF "),
    ("WD ", "WD "),
    ("CD ", "CD "),
    ("NP ", "NP "),
    ("NWIP ", "NP "),
    ("FD", "FD"),
    ("PD", "PD"),
    ("D", "D"),
    ("F", "F"),
];

/// Reads all supplements that follow.
pub(super) fn read(cursor: &mut Cursor<'_>, dialect: Dialect, context: Context) -> Vec<Supplement> {
    let mut supplements = Vec::new();
    while let Some(supplement) = cursor.attempt(|cursor| one(cursor, dialect, context)) {
        supplements.push(supplement);
    }
    supplements
}

fn one(cursor: &mut Cursor<'_>, dialect: Dialect, context: Context) -> Option<Supplement> {
    let blank = cursor.blanks();
    let sign = match cursor.peek() {
        Some(sign @ (b'/' | b'+' | b',')) => {
            cursor.eat(sign);
            cursor.blanks();
            Some(sign)
        }
        _ if blank => None,
        _ => return None,
    };
    if !cursor.at_letter() {
        return None;
    }
    let start = cursor.position();
    let mut found = None;
    for (written, stage) in [("", "")].into_iter().chain(STAGES) {
        cursor.move_to(start);
        if !cursor.word(written) {
            continue;
        }
        if let Some((kind, word)) = kind(cursor, sign.is_none() || sign == Some(b',')) {
            found = Some((stage, kind, word));
            break;
        }
    }
    let (stage, kind, word) = found?;
    cursor.skip(b" .");
    let number = cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'.');
    let kept = number.trim_end_matches('.');
    cursor.move_to(cursor.position() - (number.len() - kept.len()));
    // A word without number is a supplement only where the sign says so: `/AC:2016`, `/AMD`.
    if kept.is_empty() && (sign.is_none() || (word.len() < 3 && word != "AC")) {
        return None;
    }
    if !kept.is_empty() && (kept.len() > 6 || cursor.at_letter()) {
        return None;
    }
    if kept.is_empty() {
        let end = cursor.position() - usize::from(cursor.before() == Some(b' '));
        cursor.move_to(end);
    }
    let (year, date) = date(cursor, context);
    let binding = if sign == Some(b'+') {
        Binding::Incorporated
    } else {
        Binding::Separate
    };
    let lead = if binding == Binding::Incorporated {
        '+'
    } else {
        '/'
    };
    let name = printed(dialect, kind, word, kept);
    let name = if kept.is_empty() {
        name.trim_end()
    } else {
        name
    };
    let mut text = format!("{lead}{stage}{name}");
    text.push_str(kept);
    text.push_str(&date);
    Some(Supplement {
        kind,
        binding,
        number: kept.to_owned(),
        year,
        text,
    })
}

fn kind(cursor: &mut Cursor<'_>, spelt_out: bool) -> Option<(SupplementKind, &'static str)> {
    let start = cursor.position();
    for (word, kind) in WORDS {
        // Without a sign before it, a bare letter is no supplement.
        if spelt_out && word.len() < 3 {
            return None;
        }
        if cursor.word(word) && !cursor.at_letter() {
            return Some((kind, word));
        }
        cursor.move_to(start);
    }
    None
}

/// Reads `:2013`, `-2013`, `:2013-05`.
fn date(cursor: &mut Cursor<'_>, context: Context) -> (Option<u16>, String) {
    let read = cursor.attempt(|cursor| {
        if context.whole() {
            cursor.blanks();
        }
        if !(cursor.eat(b':') || cursor.eat(b'-')) {
            return None;
        }
        if context.whole() {
            cursor.blanks();
        }
        let year = full_year(cursor.digits())?;
        let month = cursor.attempt(|cursor| {
            let digits = if cursor.eat(b'-') {
                cursor.digits()
            } else {
                ""
            };
            super::super::date::month(digits).filter(|_| digits.len() == 2)
        });
        Some((year, month))
    });
    match read {
        Some((year, Some(month))) => (Some(year), format!(":{year}-{month:02}")),
        Some((year, None)) => (Some(year), format!(":{year}")),
        None => (None, String::new()),
    }
}

fn printed(dialect: Dialect, kind: SupplementKind, word: &str, number: &str) -> &'static str {
    use SupplementKind as Kind;
    match (dialect, kind) {
        (Dialect::Iso, Kind::Amendment) => "Amd ",
        (Dialect::Iso, Kind::Corrigendum) if number.is_empty() => "Cor",
        (Dialect::Iso, Kind::Corrigendum) => "Cor ",
        (Dialect::Iso, Kind::Addendum) => "Add ",
        (Dialect::Iso, Kind::Supplement) => "Suppl ",
        (Dialect::European, Kind::Amendment) => "A",
        (Dialect::European, Kind::Corrigendum) if word == "C" => "C",
        (Dialect::European, Kind::Corrigendum) => "AC",
        (Dialect::Japanese, Kind::Amendment) => "AMENDMENT ",
        (Dialect::Japanese, Kind::Corrigendum) => "CORRIGENDUM ",
        (_, Kind::Amendment) => "AMD",
        (_, Kind::Corrigendum) => "COR",
        (_, Kind::Addendum) => "ADD",
        (_, Kind::Interpretation) => "ISH",
        (_, Kind::Erratum) => "ERR",
        (_, Kind::Fragment) if word == "FRAGC" => "FRAGC",
        (_, Kind::Fragment) => "FRAG",
        (_, _) => "SUPPL",
    }
}
