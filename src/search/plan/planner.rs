//! Planning a search.

use jiff::civil::Date;

use super::filter::conditions;
use super::tree::Asked;
use super::{Clause, Translated};
use crate::index::analyzer::Analyzer;
use crate::number::Number;
use crate::search::highlight::Marks;
use crate::search::query::{Lenient, Node, Repair, parse_lenient};
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
    pub(super) fn over(self, words: Vec<Clause>) -> Clause {
        match self {
            Self::Most if words.len() > 1 => {
                let least = (words.len() * 3).div_ceil(5).min(words.len() - 1);
                Clause::AtLeast(least, words)
            }
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
    pub conditions: Vec<Clause>,
    /// The order.
    pub sort: Sort,
    /// What to mark in the texts that are shown.
    pub marks: Marks,
    /// Numbers that were recognised in the query.
    pub numbers: Vec<Number>,
    /// The query's words in the other language.
    pub translations: Vec<Translated>,
    /// Words and numbers that must match; with fewer than two there is nothing to relax.
    pub words: usize,
}

/// A query as it was read: the tree, and what was mended for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadQuery {
    node: Node,
    /// What was mended.
    pub repairs: Vec<Repair>,
}

impl ReadQuery {
    /// Reads what was typed; never fails.
    pub fn of(query: &str) -> Self {
        let Lenient { node, repairs } = parse_lenient(query);
        Self { node, repairs }
    }

    /// Returns the tree.
    pub fn node(&self) -> &Node {
        &self.node
    }
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

    /// Returns the analyzer.
    pub fn analyzer(&self) -> &Analyzer {
        &self.analyzer
    }

    /// Plans a search; relative dates of the query are counted from `today`.
    pub fn plan(
        &self,
        query: &ReadQuery,
        filters: &Filters,
        sort: Sort,
        insistence: Insistence,
        today: Date,
    ) -> Plan {
        let mut asked = Asked::of(&self.analyzer, &query.node, today);
        let words = asked.units.len() + asked.number_units.len();
        let mut conditions = conditions(filters);
        conditions.append(&mut asked.conditions);
        let marks = std::mem::take(&mut asked.marks);
        let numbers = std::mem::take(&mut asked.numbers);
        let silent = asked.is_silent();
        let translations = asked.translations.clone();
        // Without words there is no relevance; the newest is what people want to see.
        let sort = if silent && sort == Sort::Relevance {
            Sort::Newest
        } else {
            sort
        };
        Plan {
            clause: asked.into_clause(insistence),
            conditions,
            sort,
            marks,
            numbers,
            words,
            translations,
        }
    }
}
