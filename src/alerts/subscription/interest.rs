//! Everything one subscription is about.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{MarketCode, Matter, Matters, Topic, TopicError, UnknownMarket, UnknownMatter};

/// Topics one subscription may hold; an imported list of ePing watches has dozens.
pub const MOST_TOPICS: usize = 300;

/// Topics and markets that stand in a name.
const NAMED: usize = 2;

/// Topics × markets × matters.
///
/// A happening concerns the interest when it meets any topic (or there is none), in any of the markets (or there is
/// none), and is one of the matters. A document that is watched by name is met in whatever market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Raw")]
pub struct Interest {
    topics: Vec<Topic>,
    markets: Vec<MarketCode>,
    matters: Matters,
}

/// An interest as it is stored, before it is checked.
#[derive(Debug, Deserialize)]
struct Raw {
    #[serde(default)]
    topics: Vec<Topic>,
    #[serde(default)]
    markets: Vec<MarketCode>,
    #[serde(default)]
    matters: Matters,
}

/// An interest that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InterestError {
    /// It would match everything.
    #[error("expected at least one topic or market, found none: this would send every event")]
    CatchAll,
    /// It holds more topics than are kept.
    #[error("expected at most {MOST_TOPICS} topics in one subscription, found {0}")]
    TooMany(usize),
    /// A topic cannot be read.
    #[error(transparent)]
    Topic(#[from] TopicError),
    /// A market is unknown.
    #[error(transparent)]
    Market(#[from] UnknownMarket),
    /// A matter is unknown.
    #[error(transparent)]
    Matter(#[from] UnknownMatter),
}

impl InterestError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::CatchAll => "name a product, an HS or ICS code, a document, a query or a market",
            Self::TooMany(_) => "divide the list into several subscriptions",
            Self::Topic(_) => "write topics as `hs:721420` or `product:toy`",
            Self::Market(_) => "the markets are listed on the search page",
            Self::Matter(_) => "leave the matters out to hear of all of them",
        }
    }
}

impl Interest {
    /// Makes an interest.
    ///
    /// # Errors
    ///
    /// [`InterestError::CatchAll`] when nothing narrows it, [`InterestError::TooMany`] when it holds too many topics.
    pub fn new(
        mut topics: Vec<Topic>,
        mut markets: Vec<MarketCode>,
        matters: Matters,
    ) -> Result<Self, InterestError> {
        if topics.is_empty() && markets.is_empty() {
            return Err(InterestError::CatchAll);
        }
        if topics.len() > MOST_TOPICS {
            return Err(InterestError::TooMany(topics.len()));
        }
        let mut seen = std::collections::HashSet::new();
        topics.retain(|topic| seen.insert(topic.clone()));
        markets.sort_unstable();
        markets.dedup();
        Ok(Self {
            topics,
            markets,
            matters,
        })
    }

    /// Reads topics as `hs:721420`, markets by code or name and matters by code, as forms and commands give them.
    ///
    /// # Errors
    ///
    /// [`InterestError`] for the first that cannot be read, or when nothing narrows.
    pub fn read<'t>(
        topics: impl IntoIterator<Item = &'t str>,
        markets: impl IntoIterator<Item = &'t str>,
        matters: impl IntoIterator<Item = &'t str>,
    ) -> Result<Self, InterestError> {
        let topics: Result<Vec<Topic>, _> = topics.into_iter().map(str::parse).collect();
        let markets: Result<Vec<MarketCode>, _> = markets.into_iter().map(str::parse).collect();
        let matters: Result<Vec<Matter>, _> = matters.into_iter().map(str::parse).collect();
        Self::new(topics?, markets?, matters?.into_iter().collect())
    }

    /// Returns the topics.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// Returns the markets; none stands for all.
    pub fn markets(&self) -> &[MarketCode] {
        &self.markets
    }

    /// Returns the matters.
    pub fn matters(&self) -> &Matters {
        &self.matters
    }
}

impl fmt::Display for Interest {
    /// Names the interest by its first topics and markets: what a subscription is called that nobody named.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let topics: Vec<String> = self
            .topics
            .iter()
            .take(NAMED)
            .map(|topic| topic.value().chars().take(20).collect())
            .collect();
        let markets: Vec<&str> = self
            .markets
            .iter()
            .take(NAMED)
            .map(MarketCode::as_str)
            .collect();
        let more = if self.topics.len() > NAMED {
            " …"
        } else {
            ""
        };
        match (topics.is_empty(), markets.is_empty()) {
            (true, _) => formatter.write_str(&markets.join(", ")),
            (false, true) => write!(formatter, "{}{more}", topics.join(", ")),
            (false, false) => write!(
                formatter,
                "{}{more} × {}",
                topics.join(", "),
                markets.join(", ")
            ),
        }
    }
}

impl TryFrom<Raw> for Interest {
    type Error = InterestError;

    fn try_from(raw: Raw) -> Result<Self, InterestError> {
        Self::new(raw.topics, raw.markets, raw.matters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interest_in_everything_is_refused_also_when_stored() {
        assert_eq!(
            Interest::read([], [], ["new"]),
            Err(InterestError::CatchAll)
        );
        assert!(serde_json::from_str::<Interest>(r#"{"topics":[]}"#).is_err());
    }

    #[test]
    fn the_same_topic_twice_is_one() {
        let interest = Interest::read(["hs:7214", "hs:72.14"], ["EU", "欧盟"], []).unwrap();
        assert_eq!(interest.topics().len(), 1);
        assert_eq!(interest.markets().len(), 1);
        assert!(interest.matters().is_all());
    }
}
