//! Why a run is not complete.

use serde::{Deserialize, Serialize};

/// A reason for which a run may not conclude that what it did not see is gone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
#[non_exhaustive]
pub enum Shortfall {
    /// A page repeats an earlier one.
    #[error("list `{walk}`: expected another page, found an earlier one again")]
    Repeats {
        /// The list.
        walk: String,
    },
    /// Keys come more than once although the list did not grow.
    #[error("list `{walk}`: expected distinct keys, found {keys} that came before")]
    Doubled {
        /// The list.
        walk: String,
        /// How many.
        keys: u64,
    },
    /// Fewer entries than declared.
    #[error("list `{walk}`: expected {declared} entries as declared, found {found}")]
    Missing {
        /// The list.
        walk: String,
        /// The total the server declares.
        declared: u64,
        /// Distinct keys.
        found: u64,
    },
    /// The declared total fell during the walk, so entries may have slipped to a page that was read already.
    #[error("list `{walk}`: expected {before} entries to the end, found that they became {after}")]
    Fell {
        /// The list.
        walk: String,
        /// The total at first.
        before: u64,
        /// The total at last.
        after: u64,
    },
    /// A page in the middle is shorter than others, and no total says that this is right.
    #[error("list `{walk}`: expected full pages up to the last, found a short one in the middle")]
    ShortPage {
        /// The list.
        walk: String,
    },
    /// A list without entries, total or end.
    #[error("list `{walk}`: expected entries, a total or an end, found none of them")]
    Empty {
        /// The list.
        walk: String,
    },
    /// Pages could not be fetched or read.
    #[error("expected every page to be read, found {pages} that could not be")]
    Failed {
        /// How many.
        pages: u64,
    },
    /// The limit of records was reached.
    #[error("stopped at the limit of {records} records")]
    Limited {
        /// The limit.
        records: u64,
    },
    /// Somebody stopped the run.
    #[error("stopped by the operator")]
    Interrupted,
    /// A host is left alone.
    #[error("{reason}")]
    Halted {
        /// Which and why.
        reason: String,
    },
    /// The source named more requests than any catalogue needs.
    #[error("expected at most {most} requests, found more")]
    Endless {
        /// The limit.
        most: u64,
    },
    /// Nothing was asked at all.
    #[error("expected requests to begin with, found none")]
    NoSeeds,
}
