//! The lenient driver: always an answer, with everything that was mended.

use serde::Serialize;

use super::ast::{Node, Span};
use super::driver::{Driver, Mender};
use super::limits;
use super::parser::Parser;
use super::problem::Problem;

/// A query as it was understood, with what had to be mended for that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lenient {
    /// The tree; spans refer to the query as it was given.
    pub node: Node,
    /// The repairs in the order in which they were met, at most [`limits::REPAIRS`].
    pub repairs: Vec<Repair>,
}

/// One thing that was mended in a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repair {
    /// What was written, shortened.
    pub from: String,
    /// What it was read as, shortened; empty where it was left out.
    pub to: String,
    /// Why; its [`sentence`](Problem::sentence) tells people.
    pub reason: Problem,
    /// Where it stands, as bytes of the query.
    pub span: Span,
}

/// Reads a query as a person would have meant it; never fails and never panics.
///
/// Reads at most [`limits::BYTES`] bytes and says where it stopped.
pub fn parse_lenient(query: &str) -> Lenient {
    let end = query.floor_char_boundary(limits::BYTES);
    let mut mender = Mender {
        query,
        repairs: Vec::new(),
    };
    if end < query.len() {
        let cut = mender.meet(Problem::TooLong, end..query.len(), "");
        debug_assert!(cut.is_ok(), "a mender does not refuse");
    }
    let mut parser = Parser::new(&query[..end], mender);
    // A mender returns no error, so the alternative is never taken; it is a value, not a panic.
    let node = parser.query().unwrap_or(Node::Any);
    Lenient {
        node,
        repairs: parser.into_driver().repairs,
    }
}
