//! National bodies that put their prefix before European, international and own numbers.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::full_year;
use super::super::number::Number;
use super::super::parser;
use super::plain::{self, Mark};
use super::{Context, Grammar, Outcome, body_of, european};

/// Bodies that print something else than a blank between their prefix and the adopted number.
const JOINTS: [(&str, &str); 6] = [
    ("UNE", "-"),
    ("PN", "-"),
    ("NEN", "-"),
    ("SS", "-"),
    ("DS", "/"),
    ("IS", "/"),
];

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let body = body_of(row)?;
    let start = cursor.position();
    if context.depth <= 3
        && let Some(outcome) = cursor.attempt(|cursor| adopted(cursor, row, body, context))
    {
        return Some(outcome);
    }
    cursor.move_to(start);
    own(cursor, row, body, context)
}

fn adopted(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    body: super::super::Body,
    context: Context,
) -> Option<Outcome> {
    if cursor.eat(b'.') {
        cursor.word("S.");
    }
    let mut head = row.head.to_owned();
    co_publishers(cursor, &mut head);
    cursor.skip(b" /-");
    let (inner, end) = parser::adoptable(
        cursor,
        Context {
            depth: context.depth + 1,
            ..context
        },
    )?;
    let joint = JOINTS
        .iter()
        .find(|(name, _)| *name == head)
        .map_or(" ", |(_, joint)| joint);
    // Singapore writes `SS ISO`, Sweden `SS-EN`: one prefix, told apart by what is adopted.
    let swedish = row.code == "SIS";
    if row.head == "SS" && swedish != (inner.body.code() == "EN") {
        return None;
    }
    let irish = row.code == "NSAI";
    if matches!(row.prefix, "IS") && irish != (inner.body.code() == "EN") {
        return None;
    }
    cursor.move_to(end);
    let mut source = inner.undated();
    source.version = String::new();
    let joint = if row.code == "SIS" {
        "-"
    } else if row.code == "SS" {
        " "
    } else {
        joint
    };
    let mut number = european::wrap(body, &head, &head, joint, inner, source);
    if row.code == "NEN" {
        // The Dutch hyphens go all the way through: `NEN-EN-ISO 9001`.
        number.head = number.head.replace(' ', "-");
        number.family_head = number.family_head.map(|head| head.replace(' ', "-"));
    }
    vde(cursor, &mut number, context);
    Some(Outcome::new(number, row).adjust(0.1).marked())
}

/// Reads the second prefix of joint publications: `AS/NZS`, `CAN/CSA`, `BS PD`.
fn co_publishers(cursor: &mut Cursor<'_>, head: &mut String) {
    for second in [
        "NZS", "CSA", "VDE", "ASC", "PAS", "SPEC", "BIFMA", "UL", "NBR", "FLEX",
    ] {
        let found = cursor.attempt(|cursor| {
            let slash = cursor.eat(b'/') || {
                cursor.blanks();
                cursor.eat(b'/')
            };
            cursor.skip(b" -");
            let joint = second == "NZS" && head == "AS";
            if !slash && !joint && !matches!(second, "VDE" | "SPEC" | "PAS" | "NBR" | "FLEX") {
                return None;
            }
            (cursor.word(second) && !cursor.at_letter()).then_some(slash || joint)
        });
        if let Some(slash) = found {
            if second == "NBR" && head.ends_with("NBR") {
                return;
            }
            head.push(if slash { '/' } else { ' ' });
            head.push_str(if second == "FLEX" { "Flex" } else { second });
            return;
        }
    }
}

/// Reads the classification that DIN and VDE print between number and date: `(VDE 0700-1)`.
fn vde(cursor: &mut Cursor<'_>, number: &mut Number, context: Context) {
    let class = cursor.attempt(|cursor| {
        cursor.blanks();
        if !cursor.word("(VDE") {
            return None;
        }
        let inside = cursor.take_while(|byte| byte != b')');
        (inside.len() <= 24 && cursor.eat(b')')).then(|| inside.trim().to_owned())
    });
    let Some(class) = class else { return };
    number.mark = format!(" (VDE {class})");
    if number.date.is_none() {
        number.date = super::tail::colon_date(cursor, context);
    }
}

fn own(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    body: super::super::Body,
    context: Context,
) -> Option<Outcome> {
    let mut head = row.head.to_owned();
    co_publishers(cursor, &mut head);
    // Portugal and Ireland are known here by their adoptions only; bare `NP 5` is a word.
    if matches!(row.code, "SNV" | "NP" | "NSAI") {
        return None;
    }
    let hyphenated = matches!(row.code, "TIS" | "DSTU" | "STB" | "ST RK" | "ANSI" | "SASO");
    let mark = if hyphenated {
        Mark::Hyphen
    } else {
        Mark::Colon
    };
    let mut number = Number::new(body, head, "");
    if row.code == "IS" {
        // `IS : 1786 - 2008` is how the older Indian standards print it.
        cursor.skip(b" :");
    }
    number_word(cursor, &mut number);
    plain::rest(cursor, &mut number, mark, context)?;
    canadian_year(&mut number);
    indian_part(cursor, &mut number, context);
    vde(cursor, &mut number, context);
    buddhist(&mut number);
    let mut outcome = Outcome::new(number, row);
    if outcome
        .number
        .base
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphabetic())
        && row.head.len() == 2
    {
        outcome = outcome.adjust(-0.2);
    }
    Some(outcome)
}

/// Reads `C22.2 No. 60335-1`: the number of a Canadian series is split by a word.
fn number_word(cursor: &mut Cursor<'_>, number: &mut Number) {
    let series = cursor.attempt(|cursor| {
        cursor.skip(b" -");
        let series = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        cursor.blanks();
        let named = cursor.word("NO") || cursor.eat(b'#');
        if series.is_empty() || series.len() > 8 || !named {
            return None;
        }
        cursor.skip(b". ");
        cursor.at_digit().then(|| series.to_ascii_uppercase())
    });
    if let Some(series) = series {
        number.head = format!("{} {series} No.", number.head);
    }
}

/// Reads `(Part 1)` and `(Part 2/Sec 3)` of Indian standards, and the date after it.
fn indian_part(cursor: &mut Cursor<'_>, number: &mut Number, context: Context) {
    if number.body.code() != "IS" {
        return;
    }
    // `IS 302-1` and `IS 302 (Part 1)` are two spellings of one number.
    let groups: Vec<&str> = number.part.split('-').skip(1).collect();
    let printed = match groups.as_slice() {
        [part] => format!(" (Part {part})"),
        [part, section] => format!(" (Part {part}/Sec {section})"),
        _ => std::mem::take(&mut number.part),
    };
    number.part = printed;
    if number.date.is_some() || !number.part.is_empty() {
        return;
    }
    let part = cursor.attempt(|cursor| {
        cursor.blanks();
        let bracket = cursor.eat(b'(');
        let named = cursor.word("PART") || (bracket && cursor.word("PT"));
        if !named {
            return None;
        }
        cursor.skip(b" .");
        let digits = cursor.digits();
        let section = cursor.attempt(|cursor| {
            cursor.skip(b" /:,");
            (cursor.word("SECTION") || cursor.word("SEC")).then_some(())?;
            cursor.skip(b" .");
            Some(cursor.digits()).filter(|digits| !digits.is_empty())
        });
        if bracket && !cursor.eat(b')') {
            return None;
        }
        (!digits.is_empty()).then_some((digits, section))
    });
    let Some((digits, section)) = part else {
        return;
    };
    number.part = match section {
        Some(section) => format!(" (Part {digits}/Sec {section})"),
        None => format!(" (Part {digits})"),
    };
    number.date = super::tail::colon_date(cursor, context).or_else(|| {
        cursor.attempt(|cursor| {
            cursor.skip(b" ");
            if !cursor.eat(b'-') {
                return None;
            }
            cursor.skip(b" ");
            full_year(cursor.digits()).map(|year| super::tail::colon(year, None))
        })
    });
}

/// Older Canadian numbers end in a hyphen and two digits: `CAN/CSA-C22.2 No. 60335-1-16`.
fn canadian_year(number: &mut Number) {
    if number.body.code() != "CSA" || number.date.is_some() {
        return;
    }
    let Some((before, last)) = number.part.rsplit_once('-') else {
        return;
    };
    if last.len() != 2 || (before.is_empty() && !number.head.starts_with("CAN")) {
        return;
    }
    let Some(value) = super::super::date::year(last) else {
        return;
    };
    let (length, text) = (before.len(), format!(":{last}"));
    number.part.truncate(length);
    number.date = Some(super::super::date::Date {
        year: value,
        month: None,
        text,
    });
}

/// Thai standards count the years of the Buddhist era, 543 ahead.
fn buddhist(number: &mut Number) {
    if number.body.code() != "TIS" || number.date.is_some() {
        return;
    }
    let Some((before, last)) = number.part.rsplit_once('-') else {
        return;
    };
    let era = last
        .parse::<u16>()
        .ok()
        .filter(|year| (2450..=2650).contains(year));
    if let Some(era) = era {
        let length = before.len();
        let text = format!("-{last}");
        number.part.truncate(length);
        number.date = Some(super::super::date::Date {
            year: era - 543,
            month: None,
            text,
        });
    }
}

/// Whether a prefix row may stand behind the prefix of a national body.
pub(in super::super) fn is_adoptable(row: &PrefixRow) -> bool {
    matches!(
        row.grammar,
        Grammar::European | Grammar::International | Grammar::Etsi
    ) && !matches!(
        row.head,
        "CR" | "AWI" | "CD" | "WD" | "PRF" | "DIS" | "FDIS" | "NP" | "PWI" | "PNW" | "Guide"
    )
}
