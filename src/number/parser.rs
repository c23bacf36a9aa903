//! From a text to its readings.
//!
//! Surprises first. A hyphen leads to the year at GB, GOST and ASTM and to the part at ISO, IEC, EN
//! and JIS; a slash leads to the nature (`GB/T`), a co-publisher (`ISO/IEC`), a supplement (`/A1`),
//! an adopted number (`/ISO 9001:2015`), a draft (`/D12`) or nothing (`DB13/ 2168`). Blanks are
//! free almost everywhere. Keywords are case-insensitive; only the forms printed are shown.
//!
//! ```text
//! number        = chinese | local | group | enterprise | international | european | national
//!               | series | astm | gost | etsi | itu | ieee | nist | plain | committee
//!
//! chinese       = prefix [ "(" scope ")" ] [ "/" nature ] digits { "." digits } "-" year
//!                 { sheet } [ "/" foreign ]
//! nature        = "T" | "Z" | "TR" | "B" | "C" | "J"
//! sheet         = "/XG" digits [ "-" year ] | "第" digits "号修改单"
//! foreign       = international | european | …               ; an identical adoption
//! local         = "DB" [ "S" ] area [ "(J)" ] [ "/" nature ] digits { "." digits } "-" year
//! area          = 2 digits | 4 digits | 6 digits             ; GB/T 2260
//! group         = "T/" owner digits { "." digits } "-" year
//! enterprise    = "Q/" owner anything [ "-" year ]
//!
//! international = publisher { "/" publisher } [ stage ] [ kind ] tail { supplement } [ product ]
//! publisher     = "ISO" | "IEC" | "IEEE" | "ASTM" | "CIE" | … ; "CISPR" and "IWA" stand alone
//! stage         = "NP" | "WD" | "CD" | "DIS" | "FDIS" | …     ; "DTR" is stage and kind
//! kind          = "TR" | "TS" | "PAS" | "R" | "Guide" | "ISP" | "TTA"
//! tail          = digits [ letter ] { "-" part } [ "." iteration ] [ ":" year [ "-" month ] ]
//! supplement    = ( "/" | "+" ) [ stage ] word [ digits ] [ ":" year ]
//! word          = "Amd" | "Cor" | "Add" | "ISH" | "A" | "AC" | …
//! product       = "CSV" | "RLV" | "- TC" | …
//!
//! european      = ( "EN" | "prEN" | "HD" | "CWA" | "CEN/TS" | … ) ( international | tail … )
//! national      = prefix ( european | international )         ; "DIN EN ISO 9001:2015-11"
//!               | prefix plain
//! series        = ( "JIS" | "KS" ) letter tail { "/AMENDMENT" digits ":" year }
//! astm          = "ASTM" letter digits [ "M" ] [ "/" twin ] "-" yy [ "a" ] [ "(" year ")" ] [ "e" n ]
//! gost          = "GOST" [ "R" ] ( international | digits { "." digits } "-" ( yy | year ) )
//! etsi          = "ETSI" kind [ group ] digits { "-" part } { "/A" n } [ "V" n "." n "." n ] "(" date ")"
//! itu           = "ITU-T" letters "." digits [ "(" month "/" year ")" ] { word … }
//!               | "ITU-R" letters "." digits "-" revision
//! ieee          = [ publishers "/" ] "IEEE" [ "Std" ] [ "P" ] digits { "." digits } [ "/D" n ] date
//! nist          = ( "NIST" | "NBS" ) letters digits { "-" digits } [ marks ]
//! plain         = prefix [ letters ] digits { ( "." | "-" ) digits } [ ( ":" | "-" ) year ]
//! committee     = name "/" digits [ letter ] "/" kind          ; "100/3767/CD"
//! ```
//!
//! A two-digit `year` up to 39 is of this century, any other of the last.

use super::bodies::PrefixRow;
use super::cursor::Cursor;
use super::fold::Folded;
use super::grammar::{self, Context, Grammar, Mode, Outcome};
use super::{Number, NumberError, Reading, Rule, fixpoint, prefix, scan};

/// The longest text that is read, in bytes; the longest real line, of IEEE, has 440.
const LIMIT: usize = 1024;

/// One reading with the place where it ends in the folded text.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) outcome: Outcome,
    pub(super) row: &'static PrefixRow,
    pub(super) end: usize,
}

/// Reads a text as one number; see [`Number::parse`].
pub(super) fn parse(text: &str) -> Result<Number, NumberError> {
    let mut readings = once(text).map_err(|error| several(text, error))?;
    let best = settled(&mut readings, text)?;
    Ok(readings.swap_remove(best).number)
}

/// Reads a text in every way; see [`Number::readings`].
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let Ok(mut readings) = once(text) else {
        return Vec::new();
    };
    let Ok(best) = settled(&mut readings, text) else {
        return Vec::new();
    };
    let best = readings[best].number.clone();
    readings.retain(|reading| reading.number == best || fixpoint::is_possible(&reading.number));
    rank(&mut readings);
    readings
}

/// Sorts readings by confidence and keeps the first of equal numbers.
pub(super) fn rank(readings: &mut Vec<Reading>) {
    readings.sort_by(|one, two| two.confidence.total_cmp(&one.confidence));
    let mut kept: Vec<Reading> = Vec::with_capacity(readings.len());
    for reading in readings.drain(..) {
        if !kept.iter().any(|other| other.number == reading.number) {
            kept.push(reading);
        }
    }
    *readings = kept;
}

/// The place of the most likely reading, the first of equal ones.
pub(super) fn best(readings: &[Reading]) -> usize {
    let mut best = 0;
    for (index, reading) in readings.iter().enumerate() {
        if reading.confidence > readings[best].confidence {
            best = index;
        }
    }
    best
}

/// The place of the best reading whose canonical form reads back; drops better ones without.
fn settled(readings: &mut Vec<Reading>, text: &str) -> Result<usize, NumberError> {
    let mut refused = None;
    while !readings.is_empty() {
        let best = best(readings);
        let own_text = refused.is_none().then_some(text);
        if fixpoint::settle(&mut readings[best].number, own_text) {
            return Ok(best);
        }
        refused = Some(readings.remove(best));
    }
    Err(NumberError::NoNumber {
        prefix: refused.map_or_else(String::new, |reading| reading.number.head),
        text: text.to_owned(),
    })
}

/// Reads a text in every way, without looking whether the readings are stable.
pub(super) fn once(text: &str) -> Result<Vec<Reading>, NumberError> {
    if text.len() > LIMIT {
        return Err(NumberError::TooLong {
            length: text.len(),
            limit: LIMIT,
        });
    }
    let folded = Folded::new(text);
    let inside = trim(folded.as_str());
    if inside.is_empty() {
        return Err(NumberError::Empty);
    }
    if let Some((number, rule)) = grammar::committee_document(inside) {
        return Ok(vec![Reading {
            number,
            rule,
            confidence: 0.9,
        }]);
    }
    let context = Context {
        mode: Mode::Whole,
        depth: 0,
    };
    let candidates = candidates(inside, 0, context);
    let mut readings = Vec::with_capacity(candidates.len());
    let shared = candidates.len() > 1;
    let mut trailing: Option<(String, usize)> = None;
    for candidate in candidates {
        let dated = candidate.outcome.number.date.is_some();
        if ends(&inside[candidate.end..], dated) {
            push(&mut readings, candidate.outcome, shared);
        } else if trailing
            .as_ref()
            .is_none_or(|(_, end)| *end < candidate.end)
        {
            trailing = Some((candidate.outcome.number.to_string(), candidate.end));
        }
    }
    if readings.is_empty() {
        Err(explain(text, inside, trailing))
    } else {
        Ok(readings)
    }
}

/// Words that may follow a number on its own and say nothing about it.
const NOTES: [&str; 8] = [
    "版",
    "年版",
    "标准",
    "国家标准",
    "号",
    "(中文版)",
    "(英文版)",
    "(双语版)",
];

/// Marks of the language of a copy, and of the word `year` in Russian; behind a date only.
const LANGUAGES: [&str; 12] = [
    "E", "F", "EN", "FR", "(E)", "(F)", "(C)", "(J)", "(EN)", "(FR)", "/E", "G",
];

/// Whether nothing that matters follows.
fn ends(rest: &str, dated: bool) -> bool {
    let rest = rest.trim_matches([' ', '.', ',', ';', '。', '，', '、']);
    rest.is_empty()
        || NOTES.contains(&rest)
        || (dated && LANGUAGES.iter().any(|mark| rest.eq_ignore_ascii_case(mark)))
}

/// Cuts quotes and brackets that stand around a number in running text, and what it is called.
fn trim(text: &str) -> &str {
    let text = text.trim_matches(|letter: char| {
        letter.is_whitespace() || "《》〈〉「」“”\"'‘’【】[],;。，；、".contains(letter)
    });
    let inside = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let text = inside
        .filter(|text| !text.contains(['(', ')']))
        .unwrap_or(text);
    unnamed(text).unwrap_or(text)
}

/// Cuts `国家标准`, `标准号：`, `河北省地方标准` and the like before a prefix in letters.
fn unnamed(text: &str) -> Option<&str> {
    let ideograph = |letter: char| matches!(letter, '\u{4E00}'..='\u{9FFF}');
    let rest = text.trim_start_matches(ideograph);
    let name = &text[..text.len() - rest.len()];
    let names = ["国标", "行标", "地标", "团标", "企标", "编号"];
    if name.chars().count() > 16 || !(names.contains(&name) || name.contains("标准")) {
        return None;
    }
    let rest = rest.trim_start_matches([' ', ':']);
    rest.starts_with(|letter: char| letter.is_ascii_alphabetic())
        .then_some(rest)
}

/// Adds a reading and the other ways to read the same stretch.
pub(super) fn push(readings: &mut Vec<Reading>, outcome: Outcome, shared: bool) {
    let Outcome {
        number,
        rule,
        confidence,
        alternatives,
        ..
    } = outcome;
    let rule = if shared && rule == Rule::Grammar {
        Rule::SharedPrefix
    } else {
        rule
    };
    readings.push(Reading {
        number,
        rule,
        confidence,
    });
    for (number, rule, confidence) in alternatives {
        readings.push(Reading {
            number,
            rule,
            confidence,
        });
    }
}

/// Looks for the better reason that the text holds more than one number.
///
/// Only a text that a caller gave is looked at: the scanner reads numbers itself, and the two must
/// not call each other without end.
fn several(text: &str, error: NumberError) -> NumberError {
    let sought = !matches!(error, NumberError::Empty | NumberError::TooLong { .. });
    if !sought || !text.contains(['、', ',', ';', '，', '；']) {
        return error;
    }
    match scan(text).len() {
        0 | 1 => error,
        count => NumberError::Several {
            count,
            text: text.to_owned(),
        },
    }
}

fn explain(text: &str, inside: &str, trailing: Option<(String, usize)>) -> NumberError {
    if let Some((read, end)) = trailing {
        return NumberError::Trailing {
            read,
            rest: inside[end..].to_owned(),
        };
    }
    let prefix = prefix::lengths(inside, 0).find(|(_, rows)| !rows.is_empty());
    match prefix {
        Some((_, rows)) => NumberError::NoNumber {
            prefix: rows.first().map_or("", |row| row.head).to_owned(),
            text: text.to_owned(),
        },
        None => NumberError::UnknownBody {
            text: text.to_owned(),
        },
    }
}

/// Reads what stands at an offset in every way the prefixes allow.
pub(super) fn candidates(text: &str, start: usize, context: Context) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (length, rows) in prefix::lengths(text, start) {
        // Behind a longer prefix only the glued nature is left: `GBZ 20000` may be `GB/Z 20000`.
        let glued_only = !found.is_empty();
        for row in rows
            .iter()
            .filter(|row| !glued_only || row.grammar == Grammar::Chinese)
        {
            let mut cursor = Cursor::new(text, start + length);
            if let Some(outcome) = row.grammar.read(&mut cursor, row, context) {
                found.push(Candidate {
                    outcome,
                    row,
                    end: cursor.position(),
                });
            }
        }
    }
    found
}

/// Reads a number inside another one; gives the best one and its end.
pub(super) fn inner(cursor: &Cursor<'_>, context: Context) -> Option<(Number, usize)> {
    inside(cursor, context, |_| true)
}

/// Reads a European or international number behind the prefix of a national body.
pub(super) fn adoptable(cursor: &Cursor<'_>, context: Context) -> Option<(Number, usize)> {
    inside(cursor, context, grammar::is_adoptable)
}

fn inside(
    cursor: &Cursor<'_>,
    context: Context,
    allowed: impl Fn(&PrefixRow) -> bool,
) -> Option<(Number, usize)> {
    if context.depth > 4 {
        return None;
    }
    let text = cursor.whole();
    let mut best: Option<(f32, Number, usize)> = None;
    for (length, rows) in prefix::lengths(text, cursor.position()) {
        for row in rows.iter().filter(|row| allowed(row)) {
            let mut ahead = *cursor;
            ahead.move_to(cursor.position() + length);
            let Some(outcome) = row.grammar.read(&mut ahead, row, context) else {
                continue;
            };
            if best
                .as_ref()
                .is_none_or(|(confidence, ..)| outcome.confidence > *confidence)
            {
                best = Some((outcome.confidence, outcome.number, ahead.position()));
            }
        }
        if best.is_some() {
            break;
        }
    }
    best.map(|(_, number, end)| (number, end))
}
