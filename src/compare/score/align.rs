//! Scoring of alignment.

use std::collections::HashSet;

use serde::Deserialize;

use super::Counts;
use crate::compare::align::{Clause, ClausePair};

/// A link, or a clause alone.
type Link = (Option<String>, Option<String>);

/// A row of an alignment set: two clause lists and their links.
#[derive(Debug, Clone, Deserialize)]
pub struct AlignRow {
    /// The name of the row.
    pub id: String,
    /// The language of the first list.
    pub lang_a: String,
    /// The language of the second list.
    pub lang_b: String,
    /// The first list.
    pub a: Vec<Clause>,
    /// The second list.
    pub b: Vec<Clause>,
    /// The right links; a lacking side means the clause stands alone.
    pub gold: Vec<Link>,
}

/// What one row came to.
#[derive(Debug, Clone)]
pub struct AlignOutcome {
    /// Links between two clauses.
    pub links: Counts,
    /// Clauses alone that were left alone.
    pub nulls_right: usize,
    /// Clauses alone.
    pub nulls: usize,
    /// Links made but not right.
    pub extra: Vec<Link>,
    /// Links right but not made.
    pub missing: Vec<Link>,
}

/// The sum over a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AlignScore {
    /// Links between two clauses.
    pub links: Counts,
    /// Clauses alone that were left alone.
    pub nulls_right: usize,
    /// Clauses alone.
    pub nulls: usize,
}

impl AlignScore {
    /// Adds one row.
    pub fn add(&mut self, outcome: &AlignOutcome) {
        self.links += outcome.links;
        self.nulls_right += outcome.nulls_right;
        self.nulls += outcome.nulls;
    }

    /// The share of clauses without a counterpart that were left alone.
    pub fn null_accuracy(&self) -> f64 {
        super::counts::share(self.nulls_right, self.nulls)
    }
}

impl AlignRow {
    /// Compares the pairs made for this row with the right ones.
    pub fn score(&self, pairs: &[ClausePair]) -> AlignOutcome {
        let made: HashSet<Link> = pairs
            .iter()
            .map(|pair| (pair.0.clone(), pair.1.clone()))
            .collect();
        let gold: HashSet<Link> = self.gold.iter().cloned().collect();
        let is_link = |link: &&Link| link.0.is_some() && link.1.is_some();
        let sorted = |links: HashSet<&Link>| {
            let mut links: Vec<Link> = links.into_iter().cloned().collect();
            links.sort();
            links
        };
        let matched = gold.intersection(&made).filter(is_link).count();
        let extra = sorted(made.difference(&gold).filter(is_link).collect());
        let missing = sorted(gold.difference(&made).filter(is_link).collect());
        let links = Counts {
            matched,
            extra: extra.len(),
            missing: missing.len(),
        };
        let nulls = gold.iter().filter(|link| !is_link(link)).count();
        let nulls_right = gold
            .iter()
            .filter(|link| !is_link(link) && made.contains(link))
            .count();
        AlignOutcome {
            links,
            nulls_right,
            nulls,
            extra,
            missing,
        }
    }
}
