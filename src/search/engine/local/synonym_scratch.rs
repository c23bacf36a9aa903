//! The scratch paper of synonym queries, used again from query to query.
//!
//! A query sums on seven boards of a number a document. Making them anew costs more than most queries: five megabytes
//! to be zeroed and given back. A board is empty again when its sums are taken, so it can be lent to the next query.

use std::sync::{Arc, Mutex, PoisonError};

use tantivy::Searcher;

use super::synonym_board::Board;

/// Sets that are kept; more queries at once than this make their own.
const KEPT: usize = 4;

/// The boards of one query.
#[derive(Debug)]
pub(super) struct Scratch {
    /// Frequencies of a class.
    pub(super) frequencies: Vec<Board>,
    /// Scores of the loose words of a concept.
    pub(super) loose: Vec<Board>,
    /// The better of class and loose words.
    pub(super) best: Vec<Board>,
    /// Scores of a concept as a whole.
    pub(super) whole: Vec<Board>,
    /// Scores of a concept by its parts.
    pub(super) parts: Vec<Board>,
    /// Scores of the query.
    pub(super) sums: Vec<Board>,
    /// How much of the query is named.
    pub(super) named: Vec<Board>,
}

impl Scratch {
    fn new(searcher: &Searcher) -> Self {
        let boards = || Board::for_segments(searcher);
        Self {
            frequencies: boards(),
            loose: boards(),
            best: boards(),
            whole: boards(),
            parts: boards(),
            sums: boards(),
            named: boards(),
        }
    }

    fn fits(&self, searcher: &Searcher) -> bool {
        let readers = searcher.segment_readers();
        self.sums.len() == readers.len()
            && readers
                .iter()
                .zip(&self.sums)
                .all(|(reader, board)| board.is_for(reader.max_doc()))
    }
}

/// Lends sets of boards.
#[derive(Debug, Clone, Default)]
pub(super) struct ScratchPaper(Arc<Mutex<Vec<Scratch>>>);

impl ScratchPaper {
    /// Lends a set of empty boards for the segments of a searcher.
    pub(super) fn lend(&self, searcher: &Searcher) -> Scratch {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // What is left of an index before this one is thrown away.
        while let Some(scratch) = kept.pop() {
            if scratch.fits(searcher) {
                return scratch;
            }
        }
        drop(kept);
        Scratch::new(searcher)
    }

    /// Takes back a set whose sums were all taken; a query that failed does not give its set back.
    pub(super) fn give_back(&self, scratch: Scratch) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT {
            kept.push(scratch);
        }
    }
}
