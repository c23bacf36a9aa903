//! Errors, health, and what operators ask.

use serde_json::Value;
use utoipa::ToSchema;

/// An error.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ErrorAnswer {
    /// What went wrong.
    error: Problem,
    /// Near misses, where a number is not held.
    candidates: Option<Vec<Value>>,
}

/// What went wrong.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Problem {
    /// One of the codes of the interface.
    code: String,
    /// What was expected and what was found.
    message: String,
    /// What to do next.
    hint: String,
}

/// The process is up.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Health {
    /// `up`.
    status: String,
}

/// Store and index answer.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Ready {
    /// `ready`.
    status: String,
    /// The store.
    store: Value,
    /// The index.
    index: Value,
}

/// What an import has done.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ImportAnswer {
    /// File by file: counts, and the rows that could not be read with field and reason.
    files: Vec<Value>,
}

/// A page of the ledger of numbers that were asked for in vain.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Unresolved {
    /// The numbers, what was asked for most first.
    numbers: Vec<Value>,
    /// Where to go on; null on the last page.
    #[schema(required)]
    next: Option<String>,
}
