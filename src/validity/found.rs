//! The numbers of a text, each once.

use std::collections::HashMap;

use crate::number::{Reading, scan};

/// A number that a text names, where it stands first, and how often.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// As written where it stands first.
    pub text: String,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// How often the text names it, in whatever spelling.
    pub times: usize,
    /// How it may be read, the most likely first; empty where it cannot be.
    pub readings: Vec<Reading>,
    /// Why it cannot be read.
    pub fault: Option<String>,
}

impl Found {
    /// Finds the numbers of a text in the order in which they stand first.
    pub fn all(text: &str) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for mention in scan(text) {
            let written = text.get(mention.bytes.clone()).unwrap_or_default();
            let (readings, fault) = match mention.readings {
                Ok(readings) => (readings, None),
                Err(error) => (Vec::new(), Some(error.to_string())),
            };
            let key = readings
                .first()
                .map_or_else(|| written.to_owned(), |reading| reading.number.to_string());
            if let Some(place) = places.get(&key) {
                found[*place].times += 1;
                continue;
            }
            places.insert(key, found.len());
            found.push(Self {
                text: written.split_whitespace().collect::<Vec<_>>().join(" "),
                start: mention.chars.start,
                end: mention.chars.end,
                times: 1,
                readings,
                fault,
            });
        }
        found
    }
}
