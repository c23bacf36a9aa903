//! What a gap report is asked.

use corpora::{markets, products};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::GapError;

/// A question as it is asked; names and codes are not checked yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Target {
    /// Id or name of a product.
    pub product: Option<String>,
    /// Codes or names of markets, one text or several with commas.
    #[serde(deserialize_with = "listed")]
    pub market: Vec<String>,
    /// Numbers of documents to be compared instead of everything that concerns the product.
    #[serde(deserialize_with = "listed")]
    pub documents: Vec<String>,
    /// The day; today where none is given.
    pub as_of: Option<Date>,
}

/// A question that can be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapQuestion {
    /// Id of the product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Codes of the foreign markets in the order of their codes; empty means every market of which a limit is held.
    pub markets: Vec<String>,
    /// Numbers of chosen documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// The day for which statuses are computed.
    pub as_of: Date,
}

/// Documents of a chosen list.
const MOST_DOCUMENTS: usize = 200;

impl Target {
    /// Checks names and codes; `today` is the day where none is given.
    pub fn question(self, today: Date) -> Result<GapQuestion, GapError> {
        let product = match self.product.as_deref().map(str::trim) {
            None | Some("") => None,
            Some(name) => Some(product_id(name)?),
        };
        if product.is_none() && self.documents.is_empty() {
            return Err(GapError::NoSubject);
        }
        if self.documents.len() > MOST_DOCUMENTS {
            return Err(GapError::TooMany {
                most: MOST_DOCUMENTS,
                found: self.documents.len(),
            });
        }
        let code = |name: &String| {
            markets::by_name(name)
                .map(|market| market.code.clone())
                .ok_or_else(|| GapError::NoMarket(name.clone()))
        };
        let mut codes = self
            .market
            .iter()
            .map(code)
            .collect::<Result<Vec<_>, _>>()?;
        codes.sort();
        codes.dedup();
        codes.retain(|code| code != "CN");
        Ok(GapQuestion {
            product,
            markets: codes,
            documents: self.documents,
            as_of: self.as_of.unwrap_or(today),
        })
    }
}

fn product_id(name: &str) -> Result<String, GapError> {
    let named = |product: &&products::Product| {
        let names = [&product.name_zh, &product.name_en].into_iter();
        let mut names = names.chain(&product.aliases_zh).chain(&product.aliases_en);
        product.id == name || names.any(|each| each.eq_ignore_ascii_case(name))
    };
    products::products()
        .iter()
        .find(named)
        .map(|product| product.id.clone())
        .ok_or_else(|| GapError::NoProduct(name.to_owned()))
}

/// Reads one text with commas, or a list of texts.
fn listed<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Listed {
        One(String),
        Many(Vec<String>),
    }
    let texts = match Option::<Listed>::deserialize(input)? {
        None => Vec::new(),
        Some(Listed::One(text)) => vec![text],
        Some(Listed::Many(texts)) => texts,
    };
    let parts = texts.iter().flat_map(|text| text.split([',', '，']));
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    Ok(parts.map(str::to_owned).collect())
}

impl GapQuestion {
    /// Tells whether a document of these markets stands on the foreign side.
    ///
    /// A member state is also asked what its union asks (`DE` includes `EU`); the reverse would count a national habit as a
    /// rule of the union.
    pub fn concerns(&self, market: &str) -> bool {
        if market == "CN" {
            return false;
        }
        self.markets.is_empty()
            || self.markets.iter().any(|asked| {
                asked == market || markets::unions_of(asked).any(|union| union.code == market)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(json: &str) -> Result<GapQuestion, GapError> {
        let target: Target = serde_json::from_str(json).unwrap();
        target.question("2026-11-25".parse().unwrap())
    }

    #[test]
    fn names_in_either_language_become_codes() {
        let question = ask(r#"{"product":"玩具","market":"欧盟,USA"}"#).unwrap();
        assert_eq!(question.product.as_deref(), Some("toy"));
        assert_eq!(question.markets, ["EU", "US"]);
        assert!(!question.concerns("CN") && !question.concerns("JP"));
        let german = ask(r#"{"product":"toy","market":["DE"]}"#).unwrap();
        assert!(german.concerns("EU") && german.concerns("DE"));
    }

    #[test]
    fn what_cannot_be_answered_is_named() {
        for (json, word) in [
            (r#"{"market":"EU"}"#, "neither"),
            (r#"{"product":"moon cheese"}"#, "`moon cheese`"),
            (r#"{"product":"toy","market":"Atlantis"}"#, "`Atlantis`"),
        ] {
            assert!(ask(json).unwrap_err().to_string().contains(word), "{json}");
        }
    }
}
