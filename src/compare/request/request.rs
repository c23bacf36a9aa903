//! A question that can be answered at once.

use std::time::Instant;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::compare::text_diff::Tokenizer;

/// A question put to one stage of the comparison.
pub trait Request: DeserializeOwned + Send + 'static {
    /// What it is answered with.
    type Response: Serialize + Send + 'static;

    /// Answers the question.
    ///
    /// Texts are cut with `words` where words are compared.
    /// Past `deadline` a stage that can answer more coarsely does, and says so; without one the answer
    /// depends on the question alone.
    ///
    /// # Errors
    ///
    /// [`RequestError`] when the question is larger than is answered.
    fn answer(
        self,
        words: &Tokenizer<'_>,
        deadline: Option<Instant>,
    ) -> Result<Self::Response, RequestError>;
}

/// A question that is not answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// A list has more clauses than are aligned at once.
    #[error("expected at most {most} clauses in `{side}`, found {found}")]
    TooManyClauses {
        /// The name of the list.
        side: &'static str,
        /// How many are accepted.
        most: usize,
        /// How many it has.
        found: usize,
    },
}

impl RequestError {
    /// Returns the word of the interface's table of errors.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooManyClauses { .. } => "too_large",
        }
    }
}
