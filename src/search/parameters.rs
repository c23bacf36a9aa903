//! The parameters of a search as programs send them.

use serde::{Deserialize, Deserializer};

use super::{Extras, Filters, SearchRequest, Sort};
use crate::model::{DateError, Language, PartialDate};

/// `q`, filters and paging, as in `GET /api/v1/search`; lists repeat or take commas.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SearchParameters {
    /// What was typed.
    pub q: String,
    /// Kinds.
    #[serde(deserialize_with = "list")]
    pub kind: Vec<String>,
    /// Markets.
    #[serde(deserialize_with = "list")]
    pub market: Vec<String>,
    /// Issuing bodies.
    #[serde(deserialize_with = "list")]
    pub body: Vec<String>,
    /// Statuses.
    #[serde(deserialize_with = "list")]
    pub status: Vec<String>,
    /// ICS codes.
    #[serde(deserialize_with = "list")]
    pub ics: Vec<String>,
    /// HS codes.
    #[serde(deserialize_with = "list")]
    pub hs: Vec<String>,
    /// CCS codes.
    #[serde(deserialize_with = "list")]
    pub ccs: Vec<String>,
    /// Products.
    #[serde(deserialize_with = "list")]
    pub product: Vec<String>,
    /// Published on or after.
    pub from: Option<String>,
    /// Published on or before.
    pub to: Option<String>,
    /// Status on this day.
    pub as_of: Option<String>,
    /// Order.
    pub sort: Option<String>,
    /// Hits a page.
    #[serde(deserialize_with = "count")]
    pub limit: Option<usize>,
    /// Where to go on.
    pub cursor: Option<String>,
    /// `none` leaves the counts out.
    pub facets: Option<String>,
    /// `none` leaves snippets and marks out.
    pub snippets: Option<String>,
}

/// A parameter that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("parameter `{name}`: {reason}")]
pub struct ParameterError {
    /// The parameter.
    pub name: &'static str,
    /// What was expected and found.
    pub reason: String,
}

/// The longest query that is read.
const LONGEST_QUERY: usize = 1 << 20;

impl SearchParameters {
    /// Checks the parameters.
    pub fn into_request(self, language: Language) -> Result<SearchRequest, ParameterError> {
        if self.q.len() > LONGEST_QUERY {
            let reason = format!(
                "expected at most {LONGEST_QUERY} bytes, found {}",
                self.q.len()
            );
            return Err(ParameterError { name: "q", reason });
        }
        let sort = match self.sort.as_deref().filter(|word| !word.is_empty()) {
            None => Sort::default(),
            Some(word) => Sort::ALL
                .into_iter()
                .find(|sort| sort.code() == word)
                .ok_or_else(|| ParameterError {
                    name: "sort",
                    reason: format!(
                        "expected relevance, newest, oldest or deadline, found `{word}`"
                    ),
                })?,
        };
        let wanted = |word: &Option<String>| word.as_deref() != Some("none");
        Ok(SearchRequest {
            query: self.q,
            filters: Filters {
                kind: each("kind", self.kind)?,
                market: self.market,
                body: self.body,
                status: each("status", self.status)?,
                ics: self.ics,
                hs: self.hs,
                ccs: self.ccs,
                product: self.product,
                from: date("from", self.from)?,
                to: date("to", self.to)?,
            },
            as_of: date("as_of", self.as_of)?.map(PartialDate::latest),
            sort,
            limit: self.limit.unwrap_or(0),
            cursor: self.cursor.filter(|cursor| !cursor.is_empty()),
            extras: Extras {
                facets: wanted(&self.facets),
                snippets: wanted(&self.snippets),
            },
            language,
        })
    }
}

fn each<T>(name: &'static str, words: Vec<String>) -> Result<Vec<T>, ParameterError>
where
    T: std::str::FromStr,
    T::Err: ToString,
{
    let parse = |word: String| {
        word.parse().map_err(|error: T::Err| ParameterError {
            name,
            reason: error.to_string(),
        })
    };
    words.into_iter().map(parse).collect()
}

fn date(name: &'static str, text: Option<String>) -> Result<Option<PartialDate>, ParameterError> {
    let parse = |text: String| {
        text.parse().map_err(|error: DateError| ParameterError {
            name,
            reason: error.to_string(),
        })
    };
    text.filter(|text| !text.is_empty()).map(parse).transpose()
}

/// Takes a number, or its digits: addresses carry texts only.
fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum NumberOrDigits {
        Number(usize),
        Digits(String),
        None,
    }
    match NumberOrDigits::deserialize(deserializer)? {
        NumberOrDigits::Number(number) => Ok(Some(number)),
        NumberOrDigits::Digits(digits) if digits.is_empty() => Ok(None),
        NumberOrDigits::Digits(digits) => {
            let wrong = |_| {
                serde::de::Error::custom(format!("expected a number of hits, found `{digits}`"))
            };
            digits.parse().map(Some).map_err(wrong)
        }
        NumberOrDigits::None => Ok(None),
    }
}

/// Takes one text with commas, or a list of them.
fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
        None,
    }
    let words = match OneOrMany::deserialize(deserializer)? {
        OneOrMany::One(word) => vec![word],
        OneOrMany::Many(words) => words,
        OneOrMany::None => Vec::new(),
    };
    let parts = words.iter().flat_map(|word| word.split(',')).map(str::trim);
    Ok(parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect())
}
