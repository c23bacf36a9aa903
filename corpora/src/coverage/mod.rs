//! What is not covered, said in so many words.
//!
//! An empty result is only an answer when it says what was not searched. The search page and the
//! zero-hit answer show the sentences that fit the market and the kind asked for.

mod gap;

pub use gap::{Gap, GapKind};

use std::sync::LazyLock;

use crate::table;

static GAPS: LazyLock<Vec<Gap>> =
    LazyLock::new(|| table::embedded("coverage.jsonl", include_str!("../../data/coverage.jsonl")));

/// Returns every known gap.
pub fn gaps() -> &'static [Gap] {
    &GAPS
}

/// Returns the gaps of a market, and those that hold everywhere.
pub fn gaps_of(market: &str) -> impl Iterator<Item = &'static Gap> {
    GAPS.iter()
        .filter(move |gap| gap.market.as_deref().is_none_or(|code| code == market))
}

#[cfg(test)]
mod tests;
