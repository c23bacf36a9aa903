//! Dates as a calendar (iCalendar, RFC 5545).
//!
//! What is most easily got wrong: `DTEND` is exclusive; a line is folded at 75 *octets*, which Chinese reaches at 25
//! characters, and never inside a character; `SEQUENCE` grows when a date moves and at no other time; what was withdrawn
//! is cancelled and not left out, because calendars keep what they once had.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::alerts::digest::Item;
use crate::alerts::links::Site;
use crate::alerts::subscription::Matter;
use crate::model::{Language, PartialDate};

/// Octets of a line, without its end (§3.1).
const LINE: usize = 75;

/// What happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateKind {
    /// The last day for comments.
    Deadline,
    /// The proposed day of adoption.
    Adoption,
    /// The day of entry into force.
    InForce,
    /// The day on which a document is withdrawn or replaced.
    Ends,
}

impl DateKind {
    fn code(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Adoption => "adoption",
            Self::InForce => "in-force",
            Self::Ends => "ends",
        }
    }

    fn name(self, language: Language) -> &'static str {
        match self {
            Self::Deadline => language.pick("评议截止", "Comments close"),
            Self::Adoption => language.pick("拟批准", "To be adopted"),
            Self::InForce => language.pick("生效", "Enters into force"),
            Self::Ends => language.pick("废止或被代替", "Withdrawn or replaced"),
        }
    }
}

/// One day of one family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The family.
    pub family: String,
    /// What happens.
    pub kind: DateKind,
    /// The day.
    pub day: Date,
    /// How often the day has moved.
    pub sequence: u32,
    /// Whether the measure was withdrawn.
    pub cancelled: bool,
    /// What it is about.
    pub title: String,
    /// The page of the record.
    pub href: String,
    /// When it last changed.
    pub changed: Timestamp,
}

/// A calendar.
#[derive(Debug, Clone)]
pub struct Calendar<'s> {
    /// Its name.
    pub name: String,
    /// The site.
    pub site: &'s Site,
    /// The language.
    pub language: Language,
    /// Its entries.
    pub entries: Vec<CalendarEntry>,
}

impl<'s> Calendar<'s> {
    /// Gathers the dates of what happened, the oldest first; a later word about a family moves its date.
    ///
    /// Only full days are entered: a month is no day, and a calendar cannot show it.
    pub fn of(name: String, site: &'s Site, language: Language, items: &[Item]) -> Self {
        let mut entries: BTreeMap<(String, DateKind), CalendarEntry> = BTreeMap::new();
        for item in items {
            let dates = [
                (DateKind::Deadline, item.comments_until),
                (DateKind::Adoption, item.adopted),
                (DateKind::InForce, item.in_force),
            ];
            for (kind, date) in dates {
                let Some(day) = date.and_then(full_day) else {
                    continue;
                };
                let title = item
                    .titles
                    .best(language)
                    .map_or("", |(_, title)| title)
                    .to_owned();
                let entry = entries
                    .entry((item.family.clone(), kind))
                    .or_insert_with(|| CalendarEntry {
                        family: item.family.clone(),
                        kind,
                        day,
                        sequence: 0,
                        cancelled: false,
                        title,
                        href: site.record(language, &item.record),
                        changed: item.at,
                    });
                if entry.day != day {
                    entry.day = day;
                    entry.sequence += 1;
                    entry.changed = item.at;
                }
            }
            if item.matter == Matter::Withdrawn {
                for entry in entries
                    .values_mut()
                    .filter(|entry| entry.family == item.family && !entry.cancelled)
                {
                    entry.cancelled = true;
                    entry.sequence += 1;
                    entry.changed = item.at;
                }
            }
        }
        Self {
            name,
            site,
            language,
            entries: entries.into_values().collect(),
        }
    }

    /// Writes the calendar.
    pub fn to_ics(&self) -> String {
        let mut ics = String::new();
        let mut line = |text: &str| fold(&mut ics, text);
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//duibiao//alerts//ZH");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line(&format!("X-WR-CALNAME:{}", escaped(&self.name)));
        for entry in &self.entries {
            let next = entry.day.tomorrow().unwrap_or(entry.day);
            let what = format!(
                "{} {} {}",
                entry.kind.name(self.language),
                entry.family,
                entry.title
            );
            line("BEGIN:VEVENT");
            line(&format!(
                "UID:{}-{}@{}",
                escaped(&entry.family),
                entry.kind.code(),
                self.site.host()
            ));
            line(&format!(
                "DTSTAMP:{}",
                entry.changed.strftime("%Y%m%dT%H%M%SZ")
            ));
            line(&format!(
                "DTSTART;VALUE=DATE:{}",
                entry.day.strftime("%Y%m%d")
            ));
            line(&format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")));
            line(&format!("SEQUENCE:{}", entry.sequence));
            line(&format!(
                "STATUS:{}",
                if entry.cancelled {
                    "CANCELLED"
                } else {
                    "CONFIRMED"
                }
            ));
            line("TRANSP:TRANSPARENT");
            line(&format!("SUMMARY:{}", escaped(&what)));
            line(&format!("URL:{}", entry.href));
            if entry.kind == DateKind::Deadline && !entry.cancelled {
                for days in [7, 3] {
                    line("BEGIN:VALARM");
                    line("ACTION:DISPLAY");
                    line(&format!("DESCRIPTION:{}", escaped(&what)));
                    line(&format!("TRIGGER:-P{days}D"));
                    line("END:VALARM");
                }
            }
            line("END:VEVENT");
        }
        line("END:VCALENDAR");
        ics
    }
}

fn full_day(date: PartialDate) -> Option<Date> {
    (date.earliest() == date.latest()).then(|| date.earliest())
}

/// Escapes a text value (§3.3.11); control characters are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Writes a content line, folded before the octet that would be the seventy-sixth.
fn fold(ics: &mut String, text: &str) {
    let mut used = 0;
    for character in text.chars() {
        if used + character.len_utf8() > LINE {
            ics.push_str("\r\n ");
            used = 1;
        }
        let _ = ics.write_char(character);
        used += character.len_utf8();
    }
    ics.push_str("\r\n");
}
