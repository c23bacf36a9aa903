//! The engine inside the process: tantivy over the current generation of the index.

mod collect;
mod compile;
mod count;
mod lives;
mod names;
mod near;
mod synonym;
mod synonym_board;
mod synonym_evaluation;
mod synonym_postings;
mod synonym_scratch;
#[cfg(test)]
mod synonym_tests;
mod synonym_weight;

use std::sync::{Arc, PoisonError, RwLock};

use tantivy::{Searcher, Term};

use self::lives::Lives;
use self::names::Names;
pub use self::near::NearTerm;
use self::synonym_scratch::ScratchPaper;
use super::{Ask, Found};
use crate::index::{Generations, IndexError};
use crate::search::plan::Plan;

/// The engine.
#[derive(Debug, Clone)]
pub struct LocalEngine {
    generations: Arc<Generations>,
    names: Arc<RwLock<Option<Arc<Names>>>>,
    lives: Arc<RwLock<Option<Arc<Lives>>>>,
    paper: ScratchPaper,
}

impl LocalEngine {
    /// Makes an engine over the generations of an index.
    pub fn new(generations: Arc<Generations>) -> Self {
        Self {
            generations,
            names: Arc::default(),
            lives: Arc::default(),
            paper: ScratchPaper::default(),
        }
    }

    /// Returns the generations it searches.
    pub fn generations(&self) -> &Arc<Generations> {
        &self.generations
    }

    /// Returns what tells one state of the index from another: the generation's name and the number of its commit.
    pub fn state(&self) -> (String, u64) {
        self.generations
            .current()
            .map_or_else(Default::default, |current| {
                let searcher = current.reader().searcher();
                (
                    current.name().to_owned(),
                    searcher.generation().generation_id(),
                )
            })
    }

    /// Searches; without an index there is nothing to find.
    pub fn search(&self, plan: &Plan, ask: Ask) -> Result<Found, IndexError> {
        let Some(generation) = self.generations.current() else {
            return Ok(Found::default());
        };
        let fields = generation.fields();
        let searcher = generation.reader().searcher();
        let query = compile::query(plan, fields, &self.paper);
        let names = if ask.facets {
            Some(self.names(generation.name(), &searcher)?)
        } else {
            None
        };
        let lives = match ask.as_of {
            Some(_) => Some(self.lives(generation.name(), &searcher)?),
            None => None,
        };
        let grouped = collect::Grouped::new(plan.sort, ask, names).living(lives);
        let mut found = searcher.search(&query, &grouped)?;
        for hit in &mut found.hits {
            let family = Term::from_field_u64(fields.family, hit.family.unsigned_abs());
            hit.editions = searcher.doc_freq(&family)?;
        }
        Ok(found)
    }

    /// Returns the lives of all documents, read anew when the index has changed.
    fn lives(&self, generation: &str, searcher: &Searcher) -> Result<Arc<Lives>, IndexError> {
        let known = self
            .lives
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(lives) = known.filter(|lives| lives.are_of(generation, searcher)) {
            return Ok(lives);
        }
        let lives = Arc::new(Lives::read(generation, searcher)?);
        *self.lives.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&lives));
        Ok(lives)
    }

    /// Returns the names of facet values, read anew when the index has changed.
    fn names(&self, generation: &str, searcher: &Searcher) -> Result<Arc<Names>, IndexError> {
        let known = self
            .names
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(names) = known.filter(|names| names.are_of(generation, searcher)) {
            return Ok(names);
        }
        let names = Arc::new(Names::read(generation, searcher)?);
        *self.names.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&names));
        Ok(names)
    }
}
