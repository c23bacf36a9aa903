//! Counting the numbers of paragraphs in the order they stand.

use std::collections::{HashMap, HashSet};

use super::numbering::{LEVELS, Numbering};
use super::numerals::Numerals;

/// The state of all numberings at one place of the document.
#[derive(Debug)]
pub(super) struct Counters<'n> {
    numbering: &'n Numbering,
    /// By the numbering that counts: the last number of each level, nothing where it starts anew.
    counts: HashMap<&'n str, [Option<u32>; LEVELS]>,
    /// Starts of their own that were made use of; they hold once.
    started: HashSet<(String, usize)>,
}

/// The mark of a list whose own is a picture of a special font.
const MARK: char = '•';

impl<'n> Counters<'n> {
    /// Begins before the first paragraph.
    pub(super) fn new(numbering: &'n Numbering) -> Self {
        Self {
            numbering,
            counts: HashMap::new(),
            started: HashSet::new(),
        }
    }

    /// Counts one paragraph of a level and returns its number as shown; empty where nothing is shown.
    pub(super) fn next(&mut self, id: &str, level: usize) -> String {
        let numbering = self.numbering;
        let (Some(own), Some(origin)) = (numbering.level(id, level), numbering.counted_by(id))
        else {
            return String::new();
        };
        let fresh = numbering
            .start(id, level)
            .filter(|_| self.started.insert((id.to_owned(), level)));
        let counts = self.counts.entry(origin).or_default();
        let number = match (fresh, counts[level]) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => own.start,
        };
        counts[level] = Some(number);
        for (lower, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = numbering.level(id, lower).and_then(|lower| lower.restart);
            if restart.is_none_or(|until| level < until) {
                *count = None;
            }
        }
        let counts = *counts;
        if own.numerals == Numerals::Bullet {
            let is_special = |letter: char| ('\u{E000}'..='\u{F8FF}').contains(&letter);
            let mark = own.pattern.trim();
            return match mark.chars().next() {
                Some(first) if !is_special(first) => mark.to_owned(),
                _ => MARK.to_string(),
            };
        }
        self.fill(id, &own.pattern, own.arabic, &counts)
    }

    /// Puts the numbers of the levels into a pattern.
    fn fill(
        &self,
        id: &str,
        pattern: &str,
        arabic: bool,
        counts: &[Option<u32>; LEVELS],
    ) -> String {
        let mut text = String::new();
        let mut letters = pattern.chars().peekable();
        while let Some(letter) = letters.next() {
            let place = letters
                .peek()
                .filter(|_| letter == '%')
                .and_then(|digit| digit.to_digit(10))
                .and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1))
                .filter(|place| *place < LEVELS);
            let Some(place) = place else {
                text.push(letter);
                continue;
            };
            letters.next();
            let Some(level) = self.numbering.level(id, place) else {
                continue;
            };
            // A level that was passed over shows the number before its first.
            let number = counts[place].unwrap_or(level.start.saturating_sub(1));
            let numerals = if arabic && level.numerals != Numerals::None {
                Numerals::Decimal
            } else {
                level.numerals
            };
            text.push_str(&numerals.write(number));
        }
        text
    }
}
