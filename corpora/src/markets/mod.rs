//! Markets: where a rule applies and who notifies it.
//!
//! States, separate customs territories, unions that legislate for their members, and `INT` for what
//! holds everywhere. Names follow the WTO, whose notifications are the main source of news; aliases
//! are what people type and what other services print.

mod market;

pub use market::{Market, MarketKind};

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table;

static MARKETS: LazyLock<Vec<Market>> =
    LazyLock::new(|| table::embedded("markets.jsonl", include_str!("../../data/markets.jsonl")));

static BY_CODE: LazyLock<HashMap<&str, &Market>> = LazyLock::new(|| {
    MARKETS
        .iter()
        .map(|market| (market.code.as_str(), market))
        .collect()
});

static BY_NAME: LazyLock<HashMap<String, &Market>> = LazyLock::new(|| {
    MARKETS
        .iter()
        .flat_map(|market| market.names().map(move |name| (fold(name), market)))
        .collect()
});

/// Returns every market.
pub fn markets() -> &'static [Market] {
    &MARKETS
}

/// Returns the market of a code, such as `US`, `EU` or `INT`.
pub fn market(code: &str) -> Option<&'static Market> {
    BY_CODE.get(code).copied()
}

/// Returns the market that a name, an alias or a code stands for, in either language.
///
/// Case, spaces round the text and full stops do not matter: `usa`, `U.S.A.`, `美国`.
pub fn by_name(text: &str) -> Option<&'static Market> {
    BY_NAME.get(&fold(text)).copied()
}

/// Returns the unions that a market belongs to.
pub fn unions_of(code: &str) -> impl Iterator<Item = &'static Market> {
    MARKETS
        .iter()
        .filter(move |market| market.members.iter().any(|member| member == code))
}

fn fold(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|&character| character != '.')
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests;
