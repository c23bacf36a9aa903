//! A list of watches in any form.

use std::fmt;

use super::{csv, opml};
use crate::alerts::subscription::{Interest, MarketCode, Matter, Schedule, Topic};

/// Watches one list may hold.
pub(super) const MOST_WATCHES: usize = 1_000;

/// One watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// Its name.
    pub name: String,
    /// What it is about.
    pub interest: Interest,
    /// When letters come, where the list says so.
    pub schedule: Option<Schedule>,
}

impl Watch {
    /// Returns its topics, markets, matters and rate as lists write them; [`watch`] reads them back.
    pub(super) fn written(&self) -> [String; 4] {
        let interest = &self.interest;
        let topics: Vec<String> = interest.topics().iter().map(Topic::to_string).collect();
        let markets: Vec<&str> = interest.markets().iter().map(MarketCode::as_str).collect();
        let matters: Vec<&str> = interest.matters().iter().map(Matter::code).collect();
        let rate = self
            .schedule
            .as_ref()
            .map(|schedule| schedule.rate.to_string());
        [
            topics.join(";"),
            markets.join(";"),
            matters.join(";"),
            rate.unwrap_or_default(),
        ]
    }
}

/// A row that cannot be used; the rest of the list can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Row of the table or place of the outline, from one.
    pub place: usize,
    /// What was expected and found.
    pub reason: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.reason)
    }
}

/// A list of watches, with what could not be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watchlist {
    /// The watches.
    pub watches: Vec<Watch>,
    /// The rows that could not be used.
    pub complaints: Vec<Complaint>,
}

impl Watchlist {
    /// Reads a list; the form is told by its first character.
    pub fn read(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('<') {
            opml::read(text)
        } else {
            csv::read(text)
        }
    }

    /// Writes the list as CSV, which [`read`](Self::read) reads back.
    pub fn to_csv(&self) -> String {
        csv::write(&self.watches)
    }

    /// Writes the list as OPML 2.0, which [`read`](Self::read) reads back.
    pub fn to_opml(&self) -> String {
        opml::write(&self.watches)
    }

    pub(super) fn add(&mut self, place: usize, watch: Result<Watch, String>) {
        match watch {
            Ok(watch) => self.watches.push(watch),
            Err(reason) => self.complaints.push(Complaint { place, reason }),
        }
    }
}

/// Makes a watch of lists as they stand in a cell: separated by semicolons, and commas where no value holds one.
pub(super) fn watch(
    name: &str,
    topics: &[(&str, &str)],
    markets: &str,
    matters: &str,
    rate: &str,
) -> Result<Watch, String> {
    let mut written = Vec::new();
    for (way, cell) in topics {
        let separators: &[char] = if matches!(*way, "hs" | "ics" | "product") {
            &[';', '；', ',', '，', '\n']
        } else {
            &[';', '；', '\n']
        };
        let values = cell
            .split(separators)
            .map(str::trim)
            .filter(|value| !value.is_empty());
        written.extend(values.map(|value| {
            if way.is_empty() {
                value.to_owned()
            } else {
                format!("{way}:{value}")
            }
        }));
    }
    let list = |cell: &str| -> Vec<String> {
        let parts = cell
            .split([';', '；', ',', '，', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let (markets, matters) = (list(markets), list(matters));
    let interest = Interest::read(
        written.iter().map(String::as_str),
        markets.iter().map(String::as_str),
        matters.iter().map(String::as_str),
    )
    .map_err(|error| error.to_string())?;
    let schedule = match rate.trim() {
        "" => None,
        rate => Some(Schedule {
            rate: rate
                .parse()
                .map_err(|error: crate::alerts::subscription::UnknownRate| error.to_string())?,
            ..Schedule::default()
        }),
    };
    let name = if name.trim().is_empty() {
        interest.to_string()
    } else {
        name.trim().to_owned()
    };
    Ok(Watch {
        name,
        interest,
        schedule,
    })
}
