//! What can be wrong with a page.

/// A page that is not what its source expects: it yields no records and makes the run incomplete.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found}")]
pub struct PageError {
    /// What the source expected of this page (`a JSON object with "items"`).
    pub expected: String,
    /// What the page holds instead, a few words of it at most.
    pub found: String,
}

impl PageError {
    /// Says what was expected and what was found.
    pub fn new(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self {
            expected: expected.into(),
            found: found.into(),
        }
    }
}
