//! What was looked at, and what was found.

use serde::Serialize;

/// One thing that was looked at.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    pub(super) name: &'static str,
    pub(super) healthy: bool,
    pub(super) found: String,
    pub(super) advice: Option<String>,
}

impl Finding {
    /// Something that is as it should be.
    pub(super) fn well(name: &'static str, found: impl Into<String>) -> Self {
        Self {
            name,
            healthy: true,
            found: found.into(),
            advice: None,
        }
    }

    /// Something that works less well than it could, with what to do about it.
    pub(super) fn note(name: &'static str, found: impl Into<String>, advice: &str) -> Self {
        Self {
            advice: Some(advice.to_owned()),
            ..Self::well(name, found)
        }
    }

    /// Trouble, with what to do about it.
    pub(super) fn trouble(name: &'static str, found: impl Into<String>, advice: &str) -> Self {
        Self {
            healthy: false,
            ..Self::note(name, found, advice)
        }
    }
}
