//! The engine inside the process: tantivy over the current generation of the index.

mod collect;
mod compile;
mod count;
mod synonym;
mod synonym_board;
mod synonym_evaluation;
mod synonym_postings;
#[cfg(test)]
mod synonym_tests;
mod synonym_weight;

use std::sync::Arc;

use super::{Ask, Found};
use crate::index::{Generations, IndexError};
use crate::search::plan::Plan;

/// The engine.
#[derive(Debug, Clone)]
pub struct LocalEngine {
    generations: Arc<Generations>,
}

impl LocalEngine {
    /// Makes an engine over the generations of an index.
    pub fn new(generations: Arc<Generations>) -> Self {
        Self { generations }
    }

    /// Returns the generations it searches.
    pub fn generations(&self) -> &Arc<Generations> {
        &self.generations
    }

    /// Searches; without an index there is nothing to find.
    pub fn search(&self, plan: &Plan, ask: Ask) -> Result<Found, IndexError> {
        let Some(generation) = self.generations.current() else {
            return Ok(Found::default());
        };
        let query = compile::query(plan, generation.fields());
        let collector = collect::Grouped::new(plan.sort, ask);
        Ok(generation.reader().searcher().search(&query, &collector)?)
    }
}
