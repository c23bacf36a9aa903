//! Terms of the index that are spelt nearly like one that is not there.
//!
//! The dictionaries are read from end to end: a hundred thousand terms take a few milliseconds, and this is asked only
//! when a search found little. An automaton over the dictionary would be faster and would need another crate; it would
//! also find stems only, while what is compared here may be any key.

use std::collections::HashMap;

use tantivy::Searcher;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, TERMINATED, Term};

use super::LocalEngine;
use crate::index::IndexError;
use crate::index::analyzer::{Stems, stem};

/// A term near the one that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearTerm {
    /// The term as it is indexed: a stem, or the name of a family.
    pub term: String,
    /// Records that have it.
    pub records: u64,
    /// Internal number of one of them.
    pub example: i64,
    /// Letters put in, left out, changed, or swapped with their neighbour.
    pub steps: usize,
}

/// Terms that are returned.
const MOST: usize = 3;

impl LocalEngine {
    /// Tells whether any title or text has a word in lower case; without an index nothing is known to be missing.
    pub fn knows(&self, word: &str) -> bool {
        let Some(generation) = self.generations().current() else {
            return true;
        };
        let fields = generation.fields();
        let searcher = generation.reader().searcher();
        let (english, french) = (stem(word, Stems::English), stem(word, Stems::French));
        let places = [
            (fields.title.latin, &english),
            (fields.body.latin, &english),
            (fields.title.french, &french),
            (fields.body.french, &french),
        ];
        places.into_iter().any(|(field, text)| {
            let met = searcher.doc_freq(&Term::from_field_text(field, text));
            met.is_ok_and(|records| records > 0)
        })
    }

    /// Returns the stems of title words nearest to a word in lower case, the most frequent of the nearest first.
    ///
    /// Short words are near to too much: under four letters there is none.
    pub fn near_words(&self, word: &str) -> Result<Vec<NearTerm>, IndexError> {
        let steps = match word.chars().count() {
            0..4 => return Ok(Vec::new()),
            4..8 => 1,
            _ => 2,
        };
        let Some(generation) = self.generations().current() else {
            return Ok(Vec::new());
        };
        let searcher = generation.reader().searcher();
        let field = generation.fields().title.latin;
        near(&searcher, field, "", &stem(word, Stems::English), steps)
    }

    /// Returns the families of one body whose name differs by one character, the largest first.
    ///
    /// `body` is the beginning that must agree (`GB/T `), `family` the whole name (`GB/T 19001`).
    pub fn near_families(&self, body: &str, family: &str) -> Result<Vec<NearTerm>, IndexError> {
        let Some(generation) = self.generations().current() else {
            return Ok(Vec::new());
        };
        let searcher = generation.reader().searcher();
        near(&searcher, generation.fields().family_name, body, family, 1)
    }
}

fn near(
    searcher: &Searcher,
    field: Field,
    beginning: &str,
    wanted: &str,
    most_steps: usize,
) -> Result<Vec<NearTerm>, IndexError> {
    let letters = letters(wanted);
    let mut found: HashMap<String, NearTerm> = HashMap::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let ids = segment.fast_fields().u64("id")?;
        let mut terms = inverted
            .terms()
            .range()
            .ge(beginning.as_bytes())
            .into_stream()
            .map_err(tantivy::TantivyError::from)?;
        while terms.advance() {
            if !terms.key().starts_with(beginning.as_bytes()) {
                break;
            }
            let Ok(term) = std::str::from_utf8(terms.key()) else {
                continue;
            };
            let far = term.len().abs_diff(wanted.len()) > most_steps
                || (self::letters(term) ^ letters).count_ones() as usize > 2 * most_steps;
            if far || term == wanted {
                continue;
            }
            let steps = strsim::osa_distance(term, wanted);
            if steps > most_steps {
                continue;
            }
            let info = terms.value();
            let records = u64::from(info.doc_freq);
            if let Some(known) = found.get_mut(term) {
                known.records += records;
                continue;
            }
            let postings = inverted.read_postings_from_terminfo(info, IndexRecordOption::Basic);
            let postings = postings.map_err(tantivy::TantivyError::from)?;
            let first = postings.doc();
            if postings.doc_freq() == 0 || first == TERMINATED {
                continue;
            }
            let near = NearTerm {
                term: term.to_owned(),
                records,
                example: ids.first(first).unwrap_or(0).cast_signed(),
                steps,
            };
            found.insert(near.term.clone(), near);
        }
    }
    let mut found: Vec<NearTerm> = found.into_values().collect();
    found.sort_by(|one, other| {
        one.steps
            .cmp(&other.steps)
            .then(other.records.cmp(&one.records))
            .then(one.term.cmp(&other.term))
    });
    found.truncate(MOST);
    Ok(found)
}

/// The letters and digits of a word as a set of bits: words that share too few are far apart, whatever their order.
fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |set, byte| match byte {
        b'a'..=b'z' => set | 1 << (byte - b'a'),
        b'A'..=b'Z' => set | 1 << (byte - b'A'),
        b'0'..=b'9' => set | 1 << (26 + byte - b'0'),
        _ => set | 1 << (36 + byte % 28),
    })
}
