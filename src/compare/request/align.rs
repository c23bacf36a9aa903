//! Which clauses of two texts are counterparts.

use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::{Request, RequestError};
use crate::compare::align::{Aligner, Clause, ClausePair, MOST_CLAUSES};
use crate::compare::lexicon::Embedded;
use crate::compare::text_diff::Tokenizer;

/// Two lists of clauses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AlignRequest {
    /// The first list.
    pub a: Vec<Clause>,
    /// The second list.
    pub b: Vec<Clause>,
}

/// The pairs found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlignResponse {
    /// Pairs in the order of the first list, then what only the second holds; every clause occurs.
    pub pairs: Vec<ClausePair>,
}

impl Request for AlignRequest {
    type Response = AlignResponse;

    fn answer(
        self,
        _words: &Tokenizer<'_>,
        _deadline: Option<Instant>,
    ) -> Result<AlignResponse, RequestError> {
        for (side, list) in [("a", &self.a), ("b", &self.b)] {
            let found = list.len();
            if found > MOST_CLAUSES {
                return Err(RequestError::TooManyClauses {
                    side,
                    most: MOST_CLAUSES,
                    found,
                });
            }
        }
        Ok(AlignResponse {
            pairs: Aligner::new(&Embedded).align(&self.a, &self.b),
        })
    }
}
