//! Keeps queries that match everything out of saved searches.

use super::ast::{Content, Node};
use super::error::QueryError;
use super::problem::Problem;

/// Refuses a query that matches everything or nearly: one that is empty, only excludes, or only
/// asks for `*`.
///
/// A search may show everything; a saved one would mail everything. The whole query is the place
/// of the fault, for no part of it alone is wrong.
///
/// # Errors
///
/// [`Problem::MatchesEverything`].
pub fn refuse_catch_all(node: &Node) -> Result<(), QueryError> {
    if narrows(node) {
        return Ok(());
    }
    let found = node.to_string();
    Err(QueryError {
        problem: Problem::MatchesEverything,
        span: node.span(),
        found,
    })
}

/// Whether a condition leaves only a part of all records: one of a conjunction has to, all of a
/// disjunction have to.
fn narrows(node: &Node) -> bool {
    match node {
        Node::Any | Node::Not(_) => false,
        Node::Words { text, .. } | Node::Phrase { text, .. } | Node::Prefix { text, .. } => {
            text.chars().any(char::is_alphanumeric)
        }
        Node::Field { values, .. } => values.iter().all(|value| value.content != Content::Any),
        Node::And(children) => children.iter().any(narrows),
        Node::Or(children) => children.iter().all(narrows),
    }
}
