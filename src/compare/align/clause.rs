//! What goes in and what comes out.

use serde::{Deserialize, Serialize};

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
