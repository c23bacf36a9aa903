//! Why somebody gets something.

use serde::{Deserialize, Serialize};

use crate::model::Language;
use crate::search::FacetName;
use crate::search::labels;

/// One reason; kept with what was sent, so that it can be shown for ever.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Reason {
    /// The record is tagged with the product.
    Product {
        /// The product.
        product: String,
        /// The document of the family the tag comes from, where it is not the record's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
    },
    /// A notified HS code meets a watched one.
    Hs {
        /// The watched code.
        watched: String,
        /// The notified code.
        notified: String,
        /// The product whose code it is, where a product is watched.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        product: Option<String>,
        /// The document of the family the code comes from, where it is not the record's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
    },
    /// An ICS code of the record meets a watched one.
    Ics {
        /// The watched code.
        watched: String,
        /// The record's code.
        notified: String,
        /// The document of the family the code comes from, where it is not the record's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
    },
    /// The document or its family is watched.
    Document {
        /// The number as it was written.
        number: String,
    },
    /// Words of a query stand in a field.
    Words {
        /// The field (`title.en`, `abstract.zh`, `keywords`).
        field: String,
        /// What was watched.
        watched: String,
        /// What stands there, when it is said in another way.
        found: String,
    },
    /// A field has a value a query asks for.
    Field {
        /// Name of the field.
        field: String,
        /// The value.
        value: String,
    },
    /// The market is watched.
    Market {
        /// The market's code.
        market: String,
    },
}

impl Reason {
    /// Says the reason in a clause, without a full stop.
    pub fn sentence(&self, language: Language) -> String {
        let zh = language == Language::Zh;
        match self {
            Self::Product { product, from } => {
                let name = name(FacetName::Product, product, language);
                let said = if zh {
                    format!("产品“{name}”")
                } else {
                    format!("product “{name}”")
                };
                said + &inherited(from.as_deref(), language)
            }
            Self::Hs {
                watched,
                notified,
                product,
                from,
            } => {
                let mut said = code("HS", watched, notified, language);
                if let Some(product) = product {
                    let name = name(FacetName::Product, product, language);
                    let (open, close) = if zh {
                        ("（产品“", "”）")
                    } else {
                        (" (product “", "”)")
                    };
                    said.extend([open, &name, close]);
                }
                said + &inherited(from.as_deref(), language)
            }
            Self::Ics {
                watched,
                notified,
                from,
            } => code("ICS", watched, notified, language) + &inherited(from.as_deref(), language),
            Self::Document { number } if zh => format!("关注的文件 {number}"),
            Self::Document { number } => format!("watched document {number}"),
            Self::Words {
                field,
                watched,
                found,
            } => words(field, watched, found, language),
            Self::Field { field, value } if zh => format!("{field}：{value}"),
            Self::Field { field, value } => format!("{field}: {value}"),
            Self::Market { market } => {
                let name = name(FacetName::Market, market, language);
                if zh {
                    format!("市场“{name}”")
                } else {
                    format!("market “{name}”")
                }
            }
        }
    }
}

fn name(facet: FacetName, code: &str, language: Language) -> String {
    let label = labels::facet(facet, code);
    language.pick(&label.zh, &label.en).to_owned()
}

fn code(scheme: &str, watched: &str, notified: &str, language: Language) -> String {
    if watched == notified {
        return format!("{scheme} {watched}");
    }
    match language {
        Language::Zh => format!("{scheme} {watched}（通报为 {notified}）"),
        Language::En => format!("{scheme} {watched} (notified as {notified})"),
    }
}

fn inherited(from: Option<&str>, language: Language) -> String {
    match (from, language) {
        (None, _) => String::new(),
        (Some(from), Language::Zh) => format!("，见于同族 {from}"),
        (Some(from), Language::En) => format!(", from {from} of the same family"),
    }
}

fn words(field: &str, watched: &str, found: &str, language: Language) -> String {
    let place = match field.split('.').next().unwrap_or_default() {
        "title" => language.pick("标题", "the title"),
        "abstract" => language.pick("摘要", "the abstract"),
        "products" => language.pick("覆盖产品", "the products covered"),
        _ => language.pick("关键词", "the keywords"),
    };
    match (language, watched == found) {
        (Language::Zh, true) => format!("{place}中有“{watched}”"),
        (Language::Zh, false) => format!("{place}中有“{found}”（{watched}）"),
        (Language::En, true) => format!("“{watched}” in {place}"),
        (Language::En, false) => format!("“{found}” ({watched}) in {place}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_said_in_both_languages() {
        let reason = Reason::Hs {
            watched: "721420".to_owned(),
            notified: "72".to_owned(),
            product: None,
            from: Some("G/TBT/N/EU/1088".to_owned()),
        };
        assert_eq!(
            reason.sentence(Language::Zh),
            "HS 721420（通报为 72），见于同族 G/TBT/N/EU/1088"
        );
        assert_eq!(
            reason.sentence(Language::En),
            "HS 721420 (notified as 72), from G/TBT/N/EU/1088 of the same family"
        );
        let kept = serde_json::to_string(&reason).unwrap();
        assert_eq!(serde_json::from_str::<Reason>(&kept).unwrap(), reason);
    }
}
