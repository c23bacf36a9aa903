//! The pass over a text.

use std::ops::Range;

use super::Typed;
use super::code_points::CodePoints;
use super::listing::Listing;
use super::mention::Mention;
use super::plausible::is_plausible;
use super::unreadable;
use crate::number::date::full_year;
use crate::number::fold::Folded;
use crate::number::grammar::{Context, Mode};
use crate::number::parser::{self, Candidate};
use crate::number::{Number, NumberError, Reading, fixpoint};

/// How far behind a prefix the first digit may stand, in bytes of the folded text.
///
/// The farthest in use is `ISO/IEC/IEEE FDIS`-like heads and `GB/T` with blanks around the slash.
const REACH: usize = 28;

/// The longest stretch handed to the grammars, in bytes.
const WINDOW: usize = 160;

/// Finds the standard numbers in a running text, from left to right and without overlaps.
///
/// Prices, dates, quantities and words are left alone: a prefix that is also a word or a unit
/// (`IS`, `AS`, `MS`, `GB`) counts only with a date, a nature or another mark of a number.
pub fn scan(text: &str) -> Vec<Mention> {
    let folded = Folded::new(text);
    let plain = folded.as_str();
    let bytes = plain.as_bytes();
    let mut mentions = Mentions {
        folded: &folded,
        counter: CodePoints::new(text),
        found: Vec::new(),
    };
    let mut position = 0;
    while position < bytes.len() {
        if !begins(plain, bytes, position) {
            position += 1;
            continue;
        }
        let letters = bytes[position..].iter();
        let word_end = position
            + letters
                .take_while(|byte| byte.is_ascii_alphabetic())
                .count();
        if !digit_near(bytes, word_end) {
            position = word_end.max(position + 1);
            continue;
        }
        let window = window(plain, position);
        let after_figure = digit_before(bytes, position);
        let typed = |offset: usize| text.as_bytes().get(folded.original(offset)).copied();
        let found = read(window, |offset| typed(position + offset))
            .filter(|found| !after_figure || found.marked);
        let items = found.as_ref().map_or_else(Vec::new, |found| {
            let behind = position + found.end;
            let rest = self::window(plain, behind);
            Listing::items(&found.readings[0], rest, |offset| typed(behind + offset))
        });
        let broken = match &found {
            _ if after_figure || !items.is_empty() => None,
            Some(found) => unreadable::behind(window, found.end, &found.readings),
            None => unreadable::at(window),
        };
        if let Some((length, error)) = broken {
            mentions.push(position..position + length, Err(error));
            position += length;
            continue;
        }
        let Some(Found { end, readings, .. }) = found else {
            position = word_end.max(position + 1);
            continue;
        };
        mentions.push(position..position + end, Ok(readings));
        let behind = position + end;
        position = behind;
        for (place, readings) in items {
            mentions.push(behind + place.start..behind + place.end, Ok(readings));
            position = behind + place.end;
        }
    }
    mentions.found
}

/// The mentions so far, with what leads from folded offsets to those of the text.
struct Mentions<'text> {
    folded: &'text Folded<'text>,
    counter: CodePoints<'text>,
    found: Vec<Mention>,
}

impl Mentions<'_> {
    fn push(&mut self, place: Range<usize>, readings: Result<Vec<Reading>, NumberError>) {
        let bytes = self.folded.original(place.start)..self.folded.original(place.end);
        let chars = self.counter.at(bytes.start)..self.counter.at(bytes.end);
        self.found.push(Mention {
            bytes,
            chars,
            readings,
        });
    }
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

/// What the grammars made of a window.
struct Found {
    end: usize,
    readings: Vec<Reading>,
    /// Whether the best reading has a date or a slash, as no quantity has.
    marked: bool,
}

fn read(window: &str, typed: impl Typed) -> Option<Found> {
    let context = Context {
        mode: Mode::Prose,
        depth: 0,
    };
    let mut candidates = parser::candidates(window, 0, context);
    candidates.retain(|candidate| is_plausible(window, candidate, typed));
    let best = candidates.iter().max_by(|one, two| {
        one.outcome
            .confidence
            .total_cmp(&two.outcome.confidence)
            .then(one.end.cmp(&two.end))
    })?;
    let end = best.end;
    let shared = candidates.len() > 1;
    let mut readings = Vec::new();
    for Candidate { outcome, .. } in candidates.into_iter().filter(|one| one.end == end) {
        parser::push(&mut readings, outcome, shared);
    }
    parser::rank(&mut readings);
    settle(&mut readings, &window[..end]);
    let number = &readings.first()?.number;
    let marked = number.date.is_some() || number.head.contains('/');
    Some(Found {
        end,
        readings,
        marked,
    })
}

/// Drops the readings whose canonical form does not read back.
///
/// The grammars take less of running text than of a number alone. A stretch that prints as itself
/// is trusted all the same where the number is a regular one: reading every mention twice would
/// halve the speed.
fn settle(readings: &mut Vec<Reading>, text: &str) {
    while let Some(first) = readings.first_mut() {
        let text = is_regular(&first.number).then_some(text);
        if fixpoint::settle(&mut first.number, text) {
            break;
        }
        readings.remove(0);
    }
    let mut first = true;
    readings.retain(|reading| std::mem::take(&mut first) || fixpoint::is_possible(&reading.number));
}

/// Whether a number has the form that all grammars take alike in prose and alone.
///
/// `GSB 05-1426` wants a year behind it, `DB13 2016` has one or none, `IEC 60050-7/1` a colon; catalogue lines of IEEE and
/// ANSI mean more than their stretch in prose.
fn is_regular(number: &Number) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b' ');
    let complete =
        number.date.is_some() || !(number.base.contains('-') || full_year(&number.base).is_some());
    complete
        && !matches!(number.body.code(), "IEEE" | "ANSI")
        && [&number.base, &number.part]
            .iter()
            .all(|text| text.bytes().all(plain))
}

/// The stretch that the grammars look at, cut on a character boundary.
fn window(text: &str, start: usize) -> &str {
    let mut end = (start + WINDOW).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}
