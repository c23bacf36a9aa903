//! Technical regulations of the export markets that concern the products.
//!
//! A regulation is mandatory and a standard is not, so the two are never one table.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::evidence::Evidence;
use crate::{raw, table};

static REGULATIONS: LazyLock<Vec<StarterRegulation>> =
    LazyLock::new(|| table::embedded("regulations.jsonl", raw::REGULATIONS));

/// One technical regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterRegulation {
    /// Permanent id, such as `EU-305-2011-CPR`.
    pub id: String,
    /// Code of the market, as in [`crate::markets`].
    pub market: String,
    /// English title.
    pub title_en: String,
    /// Chinese title; none of them is official.
    pub title_zh: String,
    /// Where the regulation is published.
    pub citation: String,
    /// Date or year since when it applies, as precisely as known.
    pub in_force: Option<String>,
    /// Ids of the products it concerns.
    pub products: Vec<String>,
    /// HS headings or subheadings it concerns.
    pub hs: Vec<String>,
    /// Sources of the row.
    pub evidence: Vec<Evidence>,
    /// Who made the Chinese title.
    pub title_zh_basis: String,
    /// What was changed in the row since it was first gathered, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<String>,
}

/// Returns every regulation.
pub fn regulations() -> &'static [StarterRegulation] {
    &REGULATIONS
}

/// Returns the regulation with the given id.
pub fn regulation(id: &str) -> Option<&'static StarterRegulation> {
    REGULATIONS.iter().find(|regulation| regulation.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{hs, markets, products};

    #[test]
    fn the_table_reads() {
        table::read::<StarterRegulation>("regulations.jsonl", raw::REGULATIONS).unwrap();
    }

    #[test]
    fn ids_are_unique() {
        let ids: HashSet<&str> = regulations().iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids.len(), regulations().len());
        assert!(regulation("EU-305-2011-CPR").is_some());
    }

    #[test]
    fn every_reference_of_a_regulation_resolves() {
        for row in regulations() {
            assert!(!row.evidence.is_empty(), "`{}` has no evidence", row.id);
            assert!(
                markets::market(&row.market).is_some(),
                "market of `{}`",
                row.id
            );
            for id in &row.products {
                assert!(
                    products::product(id).is_some(),
                    "product `{id}` of `{}`",
                    row.id
                );
            }
            for code in &row.hs {
                assert!(hs::entry(code).is_some(), "HS `{code}` of `{}`", row.id);
            }
        }
    }
}
