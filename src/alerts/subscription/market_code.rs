//! Markets as they are watched.

use std::fmt;
use std::str::FromStr;

use corpora::markets;
use serde::{Deserialize, Serialize};

/// The code of a market the corpora know (`EU`, `US`, `INT`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MarketCode(String);

/// A text that names no market.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected the code or name of a market such as `EU` or `欧盟`, found `{0}`")]
pub struct UnknownMarket(String);

impl MarketCode {
    /// Returns the code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the codes of the market and of every union it belongs to: what binds the union binds its members.
    pub fn with_unions(&self) -> Vec<&str> {
        let unions = markets::unions_of(&self.0).map(|union| union.code.as_str());
        std::iter::once(self.as_str()).chain(unions).collect()
    }
}

impl FromStr for MarketCode {
    type Err = UnknownMarket;

    /// Reads a code, a name or an alias in either language.
    fn from_str(text: &str) -> Result<Self, UnknownMarket> {
        markets::by_name(text)
            .map(|market| Self(market.code.clone()))
            .ok_or_else(|| UnknownMarket(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for MarketCode {
    type Error = UnknownMarket;

    fn try_from(text: String) -> Result<Self, UnknownMarket> {
        text.parse()
    }
}

impl From<MarketCode> for String {
    fn from(code: MarketCode) -> Self {
        code.0
    }
}

impl fmt::Display for MarketCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_of_a_union_is_bound_by_the_union() {
        let germany: MarketCode = "德国".parse().unwrap();
        assert_eq!(germany.as_str(), "DE");
        assert!(germany.with_unions().contains(&"EU"));
        let union: MarketCode = "EU".parse().unwrap();
        assert!(!union.with_unions().contains(&"DE"));
        assert!("Atlantis".parse::<MarketCode>().is_err());
    }
}
