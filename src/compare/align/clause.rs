//! What goes in and what comes out.

use serde::{Deserialize, Serialize};

use crate::text::clauses::ClauseTree;

/// A clause of a text: its label, title and body.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Clause {
    /// The label as printed: `4.2.1`, `附录A`, `(a)(1)`, `第三条`.
    pub clause: String,
    /// The title, empty when it has none.
    #[serde(default)]
    pub title: String,
    /// The body.
    #[serde(default)]
    pub text: String,
}

impl Clause {
    /// Returns the clauses of a divided text, in order; an unnumbered heading is its own label.
    pub fn of_tree(text: &str, tree: &ClauseTree) -> Vec<Self> {
        let clauses = tree.clauses.iter().map(|clause| Self {
            clause: clause.name(text).to_owned(),
            title: text[clause.title.clone()].to_owned(),
            text: clause.body(text),
        });
        clauses.collect()
    }
}

/// Two clauses that speak of one subject, or one without a counterpart; `[a, b, score]` in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClausePair(
    /// The clause of the first text.
    pub Option<String>,
    /// The clause of the second text.
    pub Option<String>,
    /// How sure the pair is, 0 to 1; nothing for a clause alone.
    pub Option<f64>,
);

/// A [`ClausePair`] by place in the two lists instead of by label.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClauseLink {
    /// The place of the clause in the first list.
    pub left: Option<usize>,
    /// The place of the clause in the second list.
    pub right: Option<usize>,
    /// How sure the pair is, 0 to 1; nothing for a clause alone.
    pub score: Option<f64>,
}
