//! Numbers in running text.
//!
//! One pass over the folded text: a word that begins like a known prefix and is followed by a digit
//! within a few characters is handed to the grammars; everything else is skipped. The grammars read
//! at most a bounded stretch, so the time grows with the length of the text only.

use std::ops::Range;

use super::bodies::Prose;
use super::fold::Folded;
use super::grammar::{Context, Mode};
use super::parser::{self, Candidate};
use super::{NumberError, Reading, Rule};

/// A place in a text where a standard number stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where it stands, in bytes of the text as given.
    pub bytes: Range<usize>,
    /// Where it stands, in code points of the text as given.
    pub chars: Range<usize>,
    /// The readings, best first, or why what looks like a number cannot be read.
    pub readings: Result<Vec<Reading>, NumberError>,
}

/// How far behind a prefix the first digit may stand, in bytes of the folded text.
///
/// The farthest in use is `ISO/IEC/IEEE FDIS`-like heads and `GB/T` with blanks around the slash.
const REACH: usize = 28;

/// Finds the standard numbers in a running text, from left to right and without overlaps.
///
/// Prices, dates, quantities and words are left alone: a prefix that is also a word or a unit
/// (`IS`, `AS`, `MS`, `GB`) counts only with a date, a nature or another mark of a number.
pub fn scan(text: &str) -> Vec<Mention> {
    let folded = Folded::new(text);
    let plain = folded.as_str();
    let bytes = plain.as_bytes();
    let mut mentions = Vec::new();
    let mut counter = CodePoints::new(text);
    let mut position = 0;
    while position < bytes.len() {
        if !begins(plain, bytes, position) {
            position += 1;
            continue;
        }
        let word_end = position
            + bytes[position..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphabetic())
                .count();
        let counted = digit_before(bytes, position);
        let found = digit_near(bytes, word_end)
            .then(|| read(plain, position))
            .flatten()
            .filter(|(_, readings, marked)| !counted || *marked || readings.is_err());
        match found {
            Some((end, readings, _)) => {
                let range = folded.original(position)..folded.original(end);
                let chars = counter.at(range.start)..counter.at(range.end);
                mentions.push(Mention {
                    bytes: range,
                    chars,
                    readings,
                });
                position = end;
            }
            None => position = word_end.max(position + 1),
        }
    }
    mentions
}

/// Whether a word may begin here.
fn begins(text: &str, bytes: &[u8], position: usize) -> bool {
    let byte = bytes[position];
    if byte.is_ascii_alphabetic() || byte == b'3' {
        let before = position.checked_sub(1).map(|index| bytes[index]);
        return !before.is_some_and(|before| {
            before.is_ascii_alphanumeric() || before == b'_' || before == b'@'
        });
    }
    byte == "国".as_bytes()[0] && text[position..].starts_with("国标")
}

/// Whether a figure stands before the word, as in `16 GB 2666`: then the word is its unit.
fn digit_before(bytes: &[u8], position: usize) -> bool {
    let last = |back: usize| position.checked_sub(back).map(|index| bytes[index]);
    last(1) == Some(b' ') && last(2).is_some_and(|byte| byte.is_ascii_digit())
}

fn digit_near(bytes: &[u8], from: usize) -> bool {
    let end = (from + REACH).min(bytes.len());
    bytes[from..end].iter().any(u8::is_ascii_digit)
}

/// The end, the readings, and whether the best one has a date or a slash, as no quantity has.
type Read = (usize, Result<Vec<Reading>, NumberError>, bool);

fn read(text: &str, start: usize) -> Option<Read> {
    let context = Context {
        mode: Mode::Prose,
        depth: 0,
    };
    // Grammars look at a bounded window, cut on a character boundary.
    let window = window(text, start);
    let mut candidates = parser::candidates(window, 0, context);
    candidates.retain(|candidate| plausible(window, candidate));
    let best = candidates.iter().max_by(|one, two| {
        one.outcome
            .confidence
            .total_cmp(&two.outcome.confidence)
            .then(one.end.cmp(&two.end))
    })?;
    let end = best.end;
    let number = &best.outcome.number;
    let marked = number.date.is_some() || number.prefix().contains('/');
    let shared = candidates.len() > 1;
    let mut readings = Vec::new();
    for Candidate {
        outcome, end: own, ..
    } in candidates
    {
        if own != end {
            continue;
        }
        let rule = if shared && outcome.rule == Rule::Grammar {
            Rule::SharedPrefix
        } else {
            outcome.rule
        };
        readings.push(Reading {
            number: outcome.number,
            rule,
            confidence: outcome.confidence,
        });
        readings.extend(
            outcome
                .alternatives
                .into_iter()
                .map(|(number, rule, confidence)| Reading {
                    number,
                    rule,
                    confidence,
                }),
        );
    }
    parser::rank(&mut readings);
    Some((start + end, Ok(readings), marked))
}

/// The longest stretch handed to the grammars, in bytes.
const WINDOW: usize = 160;

fn window(text: &str, start: usize) -> &str {
    let mut end = (start + WINDOW).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

/// Whether a reading is more than a chance in running text.
fn plausible(window: &str, candidate: &Candidate) -> bool {
    let bytes = window.as_bytes();
    let Some(next) = bytes.get(candidate.end) else {
        return known(window, candidate);
    };
    // A number cut inside a word, a decimal or a range is none.
    let glued = next.is_ascii_alphanumeric()
        || (matches!(next, b'.' | b',')
            && bytes.get(candidate.end + 1).is_some_and(u8::is_ascii_digit))
        || *next == b'%';
    !glued && known(window, candidate)
}

fn known(window: &str, candidate: &Candidate) -> bool {
    let row = candidate.row;
    let outcome = &candidate.outcome;
    let guarded = row.prose == Prose::Guarded;
    if guarded && !outcome.marked {
        return false;
    }
    // Short prefixes in small letters are words: `is 1786:2008` is not meant.
    let written = &window[..row.prefix.len().min(window.len())];
    let capitals = !written.bytes().any(|byte| byte.is_ascii_lowercase());
    let well_known = matches!(
        row.code,
        "GB" | "ISO" | "IEC" | "EN" | "ASTM" | "DIN" | "BS" | "JIS"
    );
    capitals
        || row.prefix.len() > 3
        || row.head.starts_with(written)
        || (well_known && outcome.confidence >= 0.8)
}

/// Counts code points along a text, each stretch once.
struct CodePoints<'text> {
    text: &'text str,
    bytes: usize,
    chars: usize,
}

impl<'text> CodePoints<'text> {
    fn new(text: &'text str) -> Self {
        Self {
            text,
            bytes: 0,
            chars: 0,
        }
    }

    /// The code points before a byte offset, which must not lie before the last one asked for.
    fn at(&mut self, bytes: usize) -> usize {
        self.chars += self.text[self.bytes..bytes].chars().count();
        self.bytes = bytes;
        self.chars
    }
}
