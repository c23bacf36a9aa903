//! Batches of questions to the comparison.

use std::ops::Range;
use std::sync::LazyLock;

use crate::cli::{Failure, Outcome, batch};
use crate::compare::request::Request;
use crate::index::analyzer::Analyzer;

/// The segmenter; loaded only for questions that look at words.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::load);

/// Cuts a text into words.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    ANALYZER.words(text)
}

/// Answers a question a line; answers depend on the line alone, so there is no deadline.
pub(super) async fn answer_batch<Q: Request>() -> Result<Outcome, Failure> {
    batch::answer(|question: Q| async move {
        question
            .answer(&words, None)
            .map_err(|error| (error.code(), error.to_string()))
    })
    .await
}

/// Answers one question from the arguments.
pub(super) fn answer<Q: Request>(question: Q) -> Result<Q::Response, Failure> {
    question
        .answer(&words, None)
        .map_err(|error| Failure::input(error.to_string(), "divide the input into several calls"))
}
