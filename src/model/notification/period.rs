//! Periods in words: `60 days from circulation`, `six (6) months`, `通报后60天`.

use jiff::ToSpan;
use jiff::civil::Date;

/// Units in English, French, Spanish and Chinese, by the beginning of the word.
const UNITS: [(&str, Unit); 17] = [
    ("day", Unit::Day),
    ("jour", Unit::Day),
    ("día", Unit::Day),
    ("dia", Unit::Day),
    ("天", Unit::Day),
    ("日", Unit::Day),
    ("week", Unit::Week),
    ("semaine", Unit::Week),
    ("semana", Unit::Week),
    ("周", Unit::Week),
    ("month", Unit::Month),
    ("mois", Unit::Month),
    ("mes", Unit::Month),
    ("个月", Unit::Month),
    ("quarter", Unit::Quarter),
    ("year", Unit::Year),
    ("年", Unit::Year),
];

/// Numbers in words; beyond twelve the form writes digits.
const NUMBERS: [(&str, i32); 14] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("thirty", 30),
    ("sixty", 60),
    ("ninety", 90),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// A length of time whose start the text names elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    count: i32,
    unit: Unit,
}

impl Period {
    /// Finds the first period of a text.
    pub(super) fn find(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        lower.char_indices().find_map(|(at, _)| {
            // `8月1日` is a day of the calendar and no span of one day.
            let before = lower[..at].chars().next_back();
            let starts = before.is_none_or(|before| {
                !(before.is_ascii_alphanumeric() || matches!(before, '年' | '月'))
            });
            let (count, rest) = starts.then(|| number(&lower[at..])).flatten()?;
            let rest = after_number(rest);
            let &(_, unit) = UNITS.iter().find(|(word, _)| rest.starts_with(word))?;
            // `2025年` is a year of the calendar and no span of 2025 years.
            (1..=400).contains(&count).then_some(Self { count, unit })
        })
    }

    /// Returns the day on which the period ends that begins on a day.
    pub(super) fn after(self, start: Date) -> Option<Date> {
        let span = match self.unit {
            Unit::Day => self.count.days(),
            Unit::Week => self.count.weeks(),
            Unit::Month => self.count.months(),
            Unit::Quarter => (self.count * 3).months(),
            Unit::Year => self.count.years(),
        };
        start.checked_add(span).ok()
    }
}

fn number(text: &str) -> Option<(i32, &str)> {
    let digits = text
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(text.len());
    if digits > 0 {
        return Some((text[..digits].parse().ok()?, &text[digits..]));
    }
    NUMBERS.iter().find_map(|&(word, value)| {
        // `six` begins `sixty`.
        let rest = text.strip_prefix(word)?;
        (!rest.starts_with(char::is_alphabetic)).then_some((value, rest))
    })
}

/// Passes over what stands between number and unit: `60 (sixty) calendar days`.
fn after_number(text: &str) -> &str {
    let mut rest = text.trim_start();
    if let Some(inside) = rest.strip_prefix('(') {
        rest = inside
            .split_once(')')
            .map_or(rest, |(_, behind)| behind)
            .trim_start();
    }
    for word in ["calendar", "working", "business", "natural"] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
    }
    rest.trim_start_matches(['-', '个']).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_counted_from_a_day() {
        let from: Date = "2025-12-31".parse().unwrap();
        for (text, end) in [
            ("60 days from notification", "2026-03-01"),
            ("sixty (60) calendar days after circulation", "2026-03-01"),
            ("60 (sixty) days", "2026-03-01"),
            ("6 months from publication", "2026-06-30"),
            ("two weeks", "2026-01-14"),
            ("1 quarter", "2026-03-31"),
            ("通报后60天", "2026-03-01"),
            ("60 días a partir de la notificación", "2026-03-01"),
            ("3 mois", "2026-03-31"),
        ] {
            let end_of = Period::find(text).and_then(|period| period.after(from));
            assert_eq!(
                end_of.map(|day| day.to_string()).as_deref(),
                Some(end),
                "{text}"
            );
        }
        for none in [
            "to be determined",
            "2025年8月1日",
            "someday",
            "99999999999999 days",
        ] {
            assert_eq!(Period::find(none), None, "{none}");
        }
    }
}
