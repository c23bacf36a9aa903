//! ISO, IEC and their joint publications.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{full_year, month};
use super::super::number::{Layout, Number};
use super::super::{Body, Rule};
use super::supplements::{self, Dialect};
use super::tail::{self, Hyphen, PartMark};
use super::{Context, Outcome};

/// What a word in a prefix says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Another publisher.
    Publisher,
    /// The kind of deliverable.
    Kind,
    /// The stage of a draft; the second name is the kind of deliverable it is a draft of.
    Stage(&'static str),
    /// The directives, whose numbers follow rules of their own.
    Directives,
}

/// The words of prefixes with their printed forms, longer ones before their beginnings.
const WORDS: [(&str, &str, Word); 50] = [
    ("DIRECTIVES", "DIR", Word::Directives),
    ("DIR", "DIR", Word::Directives),
    ("GUIDE", "Guide", Word::Kind),
    ("CISPR", "CISPR", Word::Publisher),
    ("IUPAC", "IUPAC", Word::Publisher),
    ("ASME", "ASME", Word::Publisher),
    ("NWIP", "NP", Word::Stage("")),
    ("DGUIDE", "DGuide", Word::Stage("Guide")),
    ("FPDISP", "FPDISP", Word::Stage("ISP")),
    ("PDISP", "PDISP", Word::Stage("ISP")),
    ("DISP", "DISP", Word::Stage("ISP")),
    ("FDIS", "FDIS", Word::Stage("")),
    ("FCD", "FCD", Word::Stage("")),
    ("FDTS", "FDTS", Word::Stage("TS")),
    ("FDTR", "FDTR", Word::Stage("TR")),
    ("PDTS", "PDTS", Word::Stage("TS")),
    ("PDTR", "PDTR", Word::Stage("TR")),
    ("DPAS", "DPAS", Word::Stage("PAS")),
    ("IEEE", "IEEE", Word::Publisher),
    ("ASTM", "ASTM", Word::Publisher),
    ("OECD", "OECD", Word::Publisher),
    ("DATA", "DATA", Word::Kind),
    ("IEC", "IEC", Word::Publisher),
    ("ISO", "ISO", Word::Publisher),
    ("CEI", "IEC", Word::Publisher),
    ("CIE", "CIE", Word::Publisher),
    ("HL7", "HL7", Word::Publisher),
    ("SAE", "SAE", Word::Publisher),
    ("IDF", "IDF", Word::Publisher),
    ("ITU", "ITU", Word::Publisher),
    ("IWA", "IWA", Word::Publisher),
    ("CDV", "CDV", Word::Stage("")),
    ("DIS", "DIS", Word::Stage("")),
    ("PRF", "PRF", Word::Stage("")),
    ("AWI", "AWI", Word::Stage("")),
    ("PWI", "PWI", Word::Stage("")),
    ("PNW", "PNW", Word::Stage("")),
    ("DTS", "DTS", Word::Stage("TS")),
    ("DTR", "DTR", Word::Stage("TR")),
    ("DIWA", "DIWA", Word::Stage("IWA")),
    ("PAS", "PAS", Word::Kind),
    ("ISP", "ISP", Word::Kind),
    ("TTA", "TTA", Word::Kind),
    ("SRD", "SRD", Word::Kind),
    ("TR", "TR", Word::Kind),
    ("TS", "TS", Word::Kind),
    ("CD", "CD", Word::Stage("")),
    ("WD", "WD", Word::Stage("")),
    ("NP", "NP", Word::Stage("")),
    ("R", "R", Word::Kind),
];

/// What IEC prints after the number to mark a product made of the same text.
const PRODUCTS: [&str; 11] = [
    "EXV-RLV", "EXV-CMV", "CSV", "RLV", "EXV", "CMV", "SER", "PRV", "DB", "HBK", "TC",
];

#[derive(Default)]
struct Prefix {
    publishers: Vec<&'static str>,
    stage: String,
    stage_kind: &'static str,
    kind: &'static str,
}

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut prefix = Prefix::default();
    match row.head {
        "FprISO" | "prISO" | "ISO" | "IEC" | "CISPR" | "IWA" => {
            prefix
                .publishers
                .push(if row.code == "ISO" { "ISO" } else { row.head });
        }
        "Guide" => prefix.kind = "Guide",
        stage => stage.clone_into(&mut prefix.stage),
    }
    loop {
        let start = cursor.position();
        cursor.skip(b" /-");
        if cursor.at_digit() {
            break;
        }
        let Some((_, printed, word)) = WORDS.iter().find(|(word, ..)| cursor.word(word)) else {
            cursor.move_to(start);
            return None;
        };
        match word {
            Word::Publisher => {
                if !prefix.publishers.contains(printed) {
                    prefix.publishers.push(printed);
                }
            }
            Word::Kind => prefix.kind = printed,
            Word::Stage(kind) => {
                (*printed).clone_into(&mut prefix.stage);
                prefix.stage_kind = kind;
                iteration(cursor, &mut prefix.stage);
            }
            Word::Directives => return directives(cursor, row, &prefix, context),
        }
        if prefix.publishers.len() > 6 {
            return None;
        }
    }
    if prefix.publishers.is_empty() {
        return None;
    }
    // `IEC CISPR 11` and `ISO/IWA 1` are series under their own name.
    if let Some(series) = prefix
        .publishers
        .iter()
        .find(|name| matches!(**name, "CISPR" | "IWA"))
    {
        prefix.publishers = vec![series];
    }
    number(cursor, row, &prefix, context)
}

/// Takes the digit of `CD2 14065`, which is glued to the stage and followed by a blank.
fn iteration(cursor: &mut Cursor<'_>, stage: &mut String) {
    let (digit, blank) = (cursor.peek(), cursor.peek_at(1));
    if let (Some(digit @ b'1'..=b'9'), Some(b' ')) = (digit, blank) {
        cursor.eat(digit);
        stage.push(char::from(digit));
    }
}

fn head(prefix: &Prefix, stage: &str, kind: &str) -> String {
    let mut head = prefix.publishers.join("/");
    let mut mark = if head == "ISO" && kind != "Guide" {
        '/'
    } else {
        ' '
    };
    for word in [stage, kind] {
        if !word.is_empty() {
            head.push(mark);
            head.push_str(word);
            mark = ' ';
        }
    }
    head
}

fn number(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    prefix: &Prefix,
    context: Context,
) -> Option<Outcome> {
    let body = Body::from_code(prefix.publishers.first()?)?;
    let tail = tail::read(cursor, context, PartMark::Hyphen)?;
    let mut number = Number::new(body, head(prefix, &prefix.stage, prefix.kind), tail.base);
    if let Some(stage) = row.head.strip_suffix("ISO") {
        number.head.insert_str(0, stage);
    }
    let kind = if prefix.kind.is_empty() {
        prefix.stage_kind
    } else {
        prefix.kind
    };
    let family_head = head(prefix, "", kind);
    if family_head != number.head {
        number.family_head = Some(family_head);
    }
    number.part = tail.part;
    number.mark = tail.draft;
    number.date = tail.date;
    let dialect = if matches!(body.code(), "ISO" | "IWA") {
        Dialect::Iso
    } else {
        Dialect::Iec
    };
    twin(cursor, &mut number, context);
    if prefix.publishers.contains(&"IEEE") {
        joint_part(cursor, &mut number);
    }
    finish(cursor, &mut number, dialect, context);
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

/// Reads the number of a second publisher behind a bar: `ISO 5537|IDF 26:2004`.
fn twin(cursor: &mut Cursor<'_>, number: &mut Number, context: Context) {
    let twin = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        cursor.eat(b'|').then_some(())?;
        cursor.skip(b" ");
        let publisher = cursor.letters().to_ascii_uppercase();
        cursor.skip(b" ");
        let digits = cursor.digits();
        (publisher.len() <= 5 && !digits.is_empty()).then(|| format!("|{publisher} {digits}"))
    });
    let Some(twin) = twin else { return };
    number.mark.push_str(&twin);
    if number.date.is_none() {
        number.date = tail::colon_date(cursor, context);
    }
}

/// IEEE prints the part of a joint publication after a dot: `ISO/IEC/IEEE 21451.7-2011`.
fn joint_part(cursor: &mut Cursor<'_>, number: &mut Number) {
    let Some(digits) = number.mark.strip_prefix('.') else {
        return;
    };
    number.part.push('-');
    number.part.push_str(digits);
    number.mark.clear();
    let year = cursor.attempt(|cursor| {
        cursor.eat(b'-').then_some(())?;
        full_year(cursor.digits())
    });
    if let Some(year) = year.filter(|_| number.date.is_none()) {
        number.date = Some(tail::colon(year, None));
    }
}

/// Passes the history that IEEE catalogues add in brackets: `(Revision of …)`.
fn history(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.skip(b" ");
    let inside = cursor.rest().strip_prefix('(')?;
    let words = [
        "Revis",
        "Adopt",
        "Supersed",
        "Amend",
        "IEEE",
        "Identical",
        "Corr",
        "Redesig",
    ];
    words.iter().find(|word| inside.starts_with(**word))?;
    let mut depth = 1_usize;
    let length = inside.bytes().position(|byte| {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    // The catalogue cuts long lines, so the bracket may never close.
    cursor.move_to(cursor.position() + length.map_or(inside.len() + 1, |length| length + 2));
    Some(())
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
    number.part.push_str(&format!("-{}", date.year));
    number.date = None;
    vec![(number, Rule::YearLikePart, 0.2)]
}

/// Reads edition, supplements, languages and product marks behind the date.
pub(super) fn finish(
    cursor: &mut Cursor<'_>,
    number: &mut Number,
    dialect: Dialect,
    context: Context,
) {
    languages(cursor);
    edition(cursor, number);
    number.supplements = supplements::read(cursor, dialect, context);
    languages(cursor);
    if number.version.is_empty() && !number.supplements.is_empty() {
        edition(cursor, number);
        if !number.version.is_empty() {
            number.layout = Layout::VersionLast;
        }
    }
    product(cursor, number);
    let more = supplements::read(cursor, dialect, context);
    if !more.is_empty() && !number.product.is_empty() {
        // `… CSV/COR1:2002` corrects the consolidated text, so the mark stays before it.
        let marked = std::mem::take(&mut number.product);
        for (index, mut supplement) in more.into_iter().enumerate() {
            if index == 0 {
                supplement.text = format!("{marked}{}", supplement.text);
            }
            number.supplements.push(supplement);
        }
    }
    languages(cursor);
    edition(cursor, number);
}

/// Passes `(E)`, `(en,fr)`: the language of a copy is no part of the number.
pub(super) fn languages(cursor: &mut Cursor<'_>) {
    cursor.attempt(|cursor| {
        cursor.blanks();
        if !cursor.eat(b'(') {
            return None;
        }
        let letters =
            cursor.take_while(|byte| byte.is_ascii_alphabetic() || b",/ ".contains(&byte));
        let fits = letters
            .split([',', '/', ' '])
            .all(|code| code.len() <= 2 || code == "other");
        (fits && !letters.is_empty() && cursor.eat(b')')).then_some(())
    });
}

fn edition(cursor: &mut Cursor<'_>, number: &mut Number) {
    if !number.version.is_empty() {
        return;
    }
    let digits = cursor.attempt(|cursor| {
        cursor.skip(b" ,-");
        if cursor
            .before()
            .is_some_and(|byte| byte.is_ascii_alphanumeric())
        {
            return None;
        }
        if !(cursor.word("EDITION") || cursor.word("ED")) {
            return None;
        }
        cursor.skip(b" .");
        let digits = cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'.');
        let digits = digits.trim_end_matches('.');
        (!digits.is_empty() && digits.len() < 5 && cursor.at_boundary()).then(|| digits.to_owned())
    });
    if let Some(digits) = digits {
        number.version = format!(" ED{digits}");
    }
}

fn product(cursor: &mut Cursor<'_>, number: &mut Number) {
    let found = cursor.attempt(|cursor| {
        let blank = cursor.blanks();
        let hyphen = cursor.eat(b'-');
        cursor.blanks();
        if !blank && !hyphen {
            return None;
        }
        let mark = PRODUCTS.iter().find(|mark| cursor.whole_word(mark))?;
        cursor.at_boundary().then_some(*mark)
    });
    match found {
        Some("TC") => " - TC".clone_into(&mut number.product),
        Some(mark) => number.product = format!(" {mark}"),
        None => {
            let redline = cursor.attempt(|cursor| {
                cursor.skip(b" -");
                cursor.word("REDLINE").then_some(())
            });
            if redline.is_some() {
                " - Redline".clone_into(&mut number.product);
            }
        }
    }
}

/// Reads `ISO/IEC DIR 1 ISO SUP:2022`, `ISO/IEC Directives, Part 1:2022`.
fn directives(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    prefix: &Prefix,
    context: Context,
) -> Option<Outcome> {
    cursor.skip(b" ,-");
    if cursor.word("PART") {
        cursor.blanks();
    }
    let body = Body::from_code(prefix.publishers.first()?)?;
    let mut words: Vec<String> = vec![cursor.digits().to_owned()];
    while context.whole() {
        cursor.skip(b" ,+-");
        let word = cursor.alphanumerics().to_ascii_uppercase();
        match word.as_str() {
            "" => break,
            "SUPPLEMENT" => words.push("SUP".to_owned()),
            "CONSOLIDATED" => words.push("CONS".to_owned()),
            "EDITION" => words.push("ED".to_owned()),
            _ => words.push(word),
        }
        if words.len() > 8 {
            return None;
        }
    }
    words.retain(|word| !word.is_empty());
    if words.is_empty() {
        return None;
    }
    let mut number = Number::new(
        body,
        format!("{} DIR", prefix.publishers.join("/")),
        words.join(" "),
    );
    number.date = cursor.attempt(|cursor| {
        if !cursor.eat(b':') {
            return None;
        }
        let year = full_year(cursor.digits())?;
        let month = cursor.attempt(|cursor| {
            if cursor.eat(b'-') {
                month(cursor.digits())
            } else {
                None
            }
        });
        Some(tail::colon(year, month))
    });
    Some(Outcome::new(number, row).marked())
}
