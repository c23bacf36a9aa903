//! Planning a search.

use super::filter::conditions;
use super::reading::Reading;
use super::{Clause, Condition};
use crate::index::analyzer::Analyzer;
use crate::number::Number;
use crate::search::highlight::Marks;
use crate::search::{Filters, Sort};

/// How many of a query's words a document must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insistence {
    /// All of them.
    All,
    /// Three of five: asked only when nothing has all.
    Most,
}

impl Insistence {
    /// Puts the words of a query together.
    fn over(self, words: Vec<Clause>) -> Clause {
        match self {
            Self::Most if words.len() > 1 => Clause::AtLeast((words.len() * 3).div_ceil(5).min(words.len() - 1).max(1), words),
            _ => Clause::all(words),
        }
    }
}

/// What is asked of an engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What must match and scores.
    pub clause: Clause,
    /// What must match and does not score.
    pub conditions: Vec<Condition>,
    /// The order.
    pub sort: Sort,
    /// What to mark in the texts that are shown.
    pub marks: Marks,
    /// Numbers that were recognised in the query.
    pub numbers: Vec<Number>,
    /// Words and numbers that must match; with fewer than two there is nothing to relax.
    pub words: usize,
}

/// Plans searches.
#[derive(Debug, Clone)]
pub struct Planner {
    analyzer: Analyzer,
}

impl Planner {
    /// Makes a planner that analyzes queries as documents were analyzed.
    pub fn new(analyzer: Analyzer) -> Self {
        Self { analyzer }
    }

    /// Plans a search for what was typed.
    pub fn plan(&self, query: &str, filters: &Filters, sort: Sort, insistence: Insistence) -> Plan {
        let reading = Reading::of(&self.analyzer, query);
        let words = reading.units.len();
        let clause = match (words, reading.extras.is_empty()) {
            (0, true) => Clause::Every,
            (0, false) => Clause::best(reading.extras),
            _ => Clause::With(Box::new(insistence.over(reading.units)), reading.extras),
        };
        // Without words there is no relevance; the newest is what people want to see.
        let sort = if clause == Clause::Every && sort == Sort::Relevance { Sort::Newest } else { sort };
        Plan {
            clause,
            conditions: conditions(filters),
            sort,
            marks: reading.marks,
            numbers: reading.numbers,
            words,
        }
    }
}
