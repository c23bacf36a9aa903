//! The percolator.

use std::collections::HashMap;

use super::facts::Facts;
use super::key::Key;
use super::reason::Reason;
use super::watch::{Filing, Watch};
use crate::alerts::occurrence::Occurrence;
use crate::alerts::subscription::Interest;

/// A happening that concerns an interest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The interest's place among those the percolator was made of.
    pub interest: usize,
    /// Why, never empty.
    pub reasons: Vec<Reason>,
}

/// Many interests, filed so that the few a happening concerns are found at once.
#[derive(Debug, Default)]
pub struct Percolator {
    watches: Vec<Watch>,
    filed: HashMap<Key, Vec<u32>>,
    everywhere: Vec<u32>,
}

impl Percolator {
    /// Compiles and files interests.
    pub fn new<'i>(interests: impl IntoIterator<Item = &'i Interest>) -> Self {
        let mut percolator = Self::default();
        for interest in interests {
            percolator.add(interest);
        }
        percolator
    }

    fn add(&mut self, interest: &Interest) {
        let watch = Watch::of(interest);
        // More than four thousand million interests do not fit the memory either.
        let Ok(place) = u32::try_from(self.watches.len()) else {
            return;
        };
        match watch.filing() {
            Filing::Everywhere => self.everywhere.push(place),
            Filing::Under(keys) => {
                for key in keys {
                    self.filed.entry(key).or_default().push(place);
                }
            }
        }
        self.watches.push(watch);
    }

    /// Returns how many interests are filed.
    pub fn len(&self) -> usize {
        self.watches.len()
    }

    /// Tells whether there is no interest.
    pub fn is_empty(&self) -> bool {
        self.watches.is_empty()
    }

    /// Returns every interest a happening concerns, with the reasons, in the order of the interests.
    pub fn percolate(&self, occurrence: &Occurrence) -> Vec<Match> {
        let facts = Facts::of(occurrence);
        let mut candidates = self.everywhere.clone();
        for key in facts.keys() {
            if let Some(places) = self.filed.get(&key) {
                candidates.extend_from_slice(places);
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        self.verified(candidates.into_iter().map(|place| place as usize), &facts)
    }

    /// Returns the same by asking every interest in turn: what the filing is measured and tested against.
    pub fn percolate_by_asking_all(&self, occurrence: &Occurrence) -> Vec<Match> {
        self.verified(0..self.watches.len(), &Facts::of(occurrence))
    }

    fn verified(&self, places: impl Iterator<Item = usize>, facts: &Facts<'_>) -> Vec<Match> {
        let verify = |interest: usize| {
            let reasons = self.watches[interest].verify(facts);
            (!reasons.is_empty()).then_some(Match { interest, reasons })
        };
        places.filter_map(verify).collect()
    }
}
