//! The main export products of the province, the frame that everything else hangs on.
//!
//! A product joins what exporters say (names and aliases in both languages) to what customs, the
//! WTO and libraries say (HS, ICS, CCS). The join is curated: no official map of the three exists.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::{raw, table};

static PRODUCTS: LazyLock<Vec<Product>> =
    LazyLock::new(|| table::embedded("products.jsonl", raw::PRODUCTS));

/// One product group with its names and its codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Short permanent name, such as `rebar`.
    pub id: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Other Chinese names, trade names among them.
    pub aliases_zh: Vec<String>,
    /// Other English names.
    pub aliases_en: Vec<String>,
    /// Places of production, in Chinese.
    pub places: Vec<String>,
    /// HS 2022 headings (4 digits) and subheadings (6 digits).
    pub hs: Vec<String>,
    /// ICS codes, edition 7.
    pub ics: Vec<String>,
    /// Codes of the Chinese Classification for Standards: a letter, mostly with two digits.
    pub ccs: Vec<String>,
    /// Codes of the main markets, as in [`crate::markets`].
    pub main_markets: Vec<String>,
    /// What the list of markets rests on.
    pub main_markets_basis: String,
    /// What the list of places rests on.
    pub places_basis: String,
}

/// Returns every product.
pub fn products() -> &'static [Product] {
    &PRODUCTS
}

/// Returns the product with the given id.
pub fn product(id: &str) -> Option<&'static Product> {
    PRODUCTS.iter().find(|product| product.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{hs, ics, markets};

    #[test]
    fn the_table_reads() {
        table::read::<Product>("products.jsonl", raw::PRODUCTS).unwrap();
    }

    #[test]
    fn ids_are_unique_and_found_again() {
        let ids: HashSet<&str> = products()
            .iter()
            .map(|product| product.id.as_str())
            .collect();
        assert_eq!(ids.len(), products().len());
        assert_eq!(product("rebar").unwrap().name_zh, "热轧带肋钢筋");
        assert!(product("moon-cheese").is_none());
    }

    #[test]
    fn every_code_of_a_product_resolves() {
        for product in products() {
            for code in &product.hs {
                assert!(hs::entry(code).is_some(), "HS `{code}` of `{}`", product.id);
            }
            for code in &product.ics {
                assert!(
                    ics::title(code).is_some(),
                    "ICS `{code}` of `{}`",
                    product.id
                );
            }
            for code in &product.main_markets {
                assert!(
                    markets::market(code).is_some(),
                    "market `{code}` of `{}`",
                    product.id
                );
            }
        }
    }

    #[test]
    fn an_alias_names_one_product_only() {
        let mut seen = HashSet::new();
        for product in products() {
            for alias in product.aliases_zh.iter().chain([&product.name_zh]) {
                assert!(seen.insert(alias), "`{alias}` stands twice");
            }
        }
    }
}
