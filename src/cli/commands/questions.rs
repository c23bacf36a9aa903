//! Batches of questions to the comparison.

use crate::cli::{Failure, Outcome, batch};
use crate::compare::request::Request;

/// Answers a question a line; answers depend on the line alone, so there is no deadline.
pub(super) async fn answer_batch<Q: Request>() -> Result<Outcome, Failure> {
    batch::answer(|question: Q| async move {
        question
            .answer(None)
            .map_err(|error| (error.code(), error.to_string()))
    })
    .await
}

/// Answers one question from the arguments.
pub(super) fn answer<Q: Request>(question: Q) -> Result<Q::Response, Failure> {
    question
        .answer(None)
        .map_err(|error| Failure::input(error.to_string(), "divide the input into several calls"))
}
