//! A search that stands: asked again of everything that happens.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::search::Filters;
use crate::search::query::{Node, parse};
use crate::search::saved::{SavedQuery, SavedQueryError};

/// The longest query that may stand.
const LONGEST: usize = 2_000;

/// A checked query that narrows, kept as canonical text.
///
/// The text is kept and not the tree: it reads back as the same tree, people can read it, and a later grammar may read
/// it better. Filters of a search form are conditions of the query language, so they stand in the text too.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StandingQuery(String);

/// A query that cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StandingQueryError {
    /// The query is longer than is kept.
    #[error("expected a query of at most {LONGEST} bytes, found {0}")]
    TooLong(usize),
    /// The query cannot be read, or matches everything.
    #[error("expected a query that narrows, found `{query}`: {reason}")]
    Refused {
        /// The query.
        query: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl StandingQuery {
    /// Returns the canonical text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the tree of conditions.
    pub fn node(&self) -> Node {
        // A query that was checked reads back; should a later grammar refuse it, it matches nothing rather than all.
        parse(&self.0).unwrap_or_else(|_| Node::Not(Box::new(Node::Any)))
    }
}

impl FromStr for StandingQuery {
    type Err = StandingQueryError;

    fn from_str(text: &str) -> Result<Self, StandingQueryError> {
        if text.len() > LONGEST {
            return Err(StandingQueryError::TooLong(text.len()));
        }
        // Read as every search that is kept is read, so that the same query may be saved and watched.
        let read = SavedQuery::new(text, Filters::default());
        let query = read.map_err(|error: SavedQueryError| StandingQueryError::Refused {
            query: text.to_owned(),
            reason: error.to_string(),
        })?;
        Ok(Self(query.canonical().to_owned()))
    }
}

impl TryFrom<String> for StandingQuery {
    type Error = StandingQueryError;

    fn try_from(text: String) -> Result<Self, StandingQueryError> {
        text.parse()
    }
}

impl From<StandingQuery> for String {
    fn from(query: StandingQuery) -> Self {
        query.0
    }
}

impl fmt::Display for StandingQuery {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_kept_in_canonical_form_and_reads_back() {
        let query: StandingQuery = "轮胎  -翻新 市场:EU".parse().unwrap();
        assert_eq!(query.as_str().parse(), Ok(query.clone()));
    }

    #[test]
    fn what_matches_everything_is_refused() {
        for wrong in ["", "*", "-轮胎", "(轮胎"] {
            assert!(wrong.parse::<StandingQuery>().is_err(), "{wrong}");
        }
    }
}
