//! What an interest is about.

use std::fmt;
use std::str::FromStr;

use corpora::ics::{IcsCode, IcsCodeError};
use corpora::products::{self, Product};
use serde::{Deserialize, Serialize};

use super::{HsCode, HsCodeError, StandingQuery, StandingQueryError, WatchedDocument};

/// The identifier of a product the corpora know.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProductId(String);

/// A text that names no product.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a product such as `toy` or `玩具`, found `{0}`")]
pub struct UnknownProduct(String);

impl ProductId {
    /// Returns the identifier.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the product.
    pub fn product(&self) -> Option<&'static Product> {
        products::product(&self.0)
    }
}

impl FromStr for ProductId {
    type Err = UnknownProduct;

    /// Reads an identifier or one of the product's names.
    fn from_str(text: &str) -> Result<Self, UnknownProduct> {
        let text = text.trim();
        let named = |product: &&Product| {
            product.id == text
                || product.name_zh == text
                || product.name_en.eq_ignore_ascii_case(text)
                || product.aliases_zh.iter().any(|alias| alias == text)
        };
        products::products()
            .iter()
            .find(named)
            .map(|product| Self(product.id.clone()))
            .ok_or_else(|| UnknownProduct(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for ProductId {
    type Error = UnknownProduct;

    fn try_from(text: String) -> Result<Self, UnknownProduct> {
        text.parse()
    }
}

impl From<ProductId> for String {
    fn from(id: ProductId) -> Self {
        id.0
    }
}

/// One thing that is watched.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "by", content = "value", rename_all = "snake_case")]
pub enum Topic {
    /// A product of the province, by its tag and its HS codes.
    Product(ProductId),
    /// An HS code, with what lies above and below it.
    Hs(HsCode),
    /// An ICS code, with what lies above and below it.
    Ics(IcsCode),
    /// A saved query.
    Query(StandingQuery),
    /// One document and its family.
    Document(WatchedDocument),
}

/// A topic that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TopicError {
    /// No such product.
    #[error(transparent)]
    Product(#[from] UnknownProduct),
    /// No HS code.
    #[error(transparent)]
    Hs(#[from] HsCodeError),
    /// No ICS code.
    #[error("expected an ICS code such as `67`, `67.080` or `67.080.10`, found `{0}`")]
    Ics(String),
    /// A query that cannot stand.
    #[error(transparent)]
    Query(#[from] StandingQueryError),
    /// No number of a document.
    #[error(
        "expected the number of a document such as `ISO 9001` or `G/TBT/N/EU/1088`, found `{0}`"
    )]
    Document(String),
    /// No way of watching.
    #[error(
        "expected product:, hs:, ics:, query: or document: before what is watched, found `{0}`"
    )]
    Way(String),
}

impl Topic {
    /// Returns the word for the way of watching.
    pub fn way(&self) -> &'static str {
        match self {
            Self::Product(_) => "product",
            Self::Hs(_) => "hs",
            Self::Ics(_) => "ics",
            Self::Query(_) => "query",
            Self::Document(_) => "document",
        }
    }

    /// Returns what is watched, as it is written.
    pub fn value(&self) -> &str {
        match self {
            Self::Product(id) => id.as_str(),
            Self::Hs(code) => code.as_str(),
            Self::Ics(code) => code.as_str(),
            Self::Query(query) => query.as_str(),
            Self::Document(document) => document.as_str(),
        }
    }

    /// Makes a topic of a way of watching and a value.
    ///
    /// # Errors
    ///
    /// [`TopicError`] when the way is unknown or the value is none of that way.
    pub fn read(way: &str, value: &str) -> Result<Self, TopicError> {
        let value = value.trim();
        match way.trim() {
            "product" => Ok(Self::Product(value.parse()?)),
            "hs" => Ok(Self::Hs(value.parse()?)),
            "ics" => value
                .parse()
                .map(Self::Ics)
                .map_err(|_: IcsCodeError| TopicError::Ics(value.chars().take(40).collect())),
            "query" => Ok(Self::Query(value.parse()?)),
            "document" => Ok(Self::Document(value.parse()?)),
            other => Err(TopicError::Way(other.chars().take(40).collect())),
        }
    }
}

impl fmt::Display for Topic {
    /// Writes `hs:721420`, which [`FromStr`] reads back.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.way(), self.value())
    }
}

impl FromStr for Topic {
    type Err = TopicError;

    fn from_str(text: &str) -> Result<Self, TopicError> {
        let (way, value) = text
            .split_once(':')
            .ok_or_else(|| TopicError::Way(text.chars().take(40).collect()))?;
        Self::read(way, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_reads_back_from_what_it_is_written_as() {
        for written in [
            "product:toy",
            "hs:721420",
            "ics:67.080.10",
            "query:轮胎",
            "document:ISO 9001:2015",
        ] {
            let topic: Topic = written.parse().unwrap();
            assert_eq!(topic.to_string(), written);
            let json = serde_json::to_string(&topic).unwrap();
            assert_eq!(serde_json::from_str::<Topic>(&json).unwrap(), topic);
        }
    }

    #[test]
    fn what_cannot_be_watched_is_refused_when_it_is_read() {
        for wrong in [
            "toy",
            "product:none",
            "hs:x",
            "ics:6",
            "query:*",
            "document:",
            "color:red",
        ] {
            assert!(wrong.parse::<Topic>().is_err(), "{wrong}");
        }
        let stored = r#"{"by":"query","value":"*"}"#;
        assert!(serde_json::from_str::<Topic>(stored).is_err());
    }
}
