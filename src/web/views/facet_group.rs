//! Facets: plain links that narrow a search, with how many records each leaves.

use std::collections::BTreeMap;

use super::{grouped, pick};
use crate::model::Language;
use crate::search::FacetName;
use crate::search::{FacetValue, labels};
use crate::web::address::SearchAddress;
use crate::web::frame::Frame;
use crate::web::routes::Route;
use crate::web::words::Words;

/// Values that are shown before the rest is folded away.
const SHOWN: usize = 7;

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct FacetChoice {
    /// The code, where readers know it.
    pub(in crate::web) code: String,
    /// Its name.
    pub(in crate::web) name: String,
    /// Records with it.
    pub(in crate::web) count: String,
    /// The search with it, or without it where it is chosen.
    pub(in crate::web) href: String,
    /// Whether it is chosen.
    pub(in crate::web) chosen: bool,
    /// How deep it lies in its tree, from 0 to 3.
    pub(in crate::web) depth: usize,
}

/// A facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct FacetGroup {
    /// Its name.
    pub(in crate::web) name: &'static str,
    /// The values shown at once.
    pub(in crate::web) choices: Vec<FacetChoice>,
    /// The values folded away.
    pub(in crate::web) rest: Vec<FacetChoice>,
    /// What unfolds them.
    pub(in crate::web) more: String,
}

/// Returns the facets of an answer in the order pages show them; a facet without a choice is left out.
pub(in crate::web) fn facet_groups(
    facets: &BTreeMap<String, Vec<FacetValue>>,
    address: &SearchAddress,
    frame: &Frame,
) -> Vec<FacetGroup> {
    let groups = FacetName::ALL.into_iter().filter_map(|facet| {
        let values = facets.get(facet.code())?;
        let mut choices = choices(facet, values, address, frame);
        let chosen = choices.iter().any(|choice| choice.chosen);
        if choices.len() < 2 && !chosen {
            return None;
        }
        // A single value left over is shown rather than hidden behind "1 more".
        let at = if choices.len() <= SHOWN + 1 {
            choices.len()
        } else {
            SHOWN
        };
        let rest = choices.split_off(at);
        let more = (frame.words.search.more_values)(rest.len() as u64);
        Some(FacetGroup {
            name: facet_name(facet, frame.words),
            choices,
            rest,
            more,
        })
    });
    groups.collect()
}

fn choices(
    facet: FacetName,
    values: &[FacetValue],
    address: &SearchAddress,
    frame: &Frame,
) -> Vec<FacetChoice> {
    let choice = |value: &FacetValue| {
        let chosen = address.has(facet, &value.value);
        let next = if chosen {
            address.without(facet, &value.value)
        } else {
            address.with(facet, &value.value)
        };
        let code = if is_coded(facet) {
            value.value.clone()
        } else {
            String::new()
        };
        let name = pick(&value.label, frame.language);
        FacetChoice {
            name: if *name == code {
                String::new()
            } else {
                name.to_owned()
            },
            code,
            count: grouped(value.count),
            href: frame.href(Route::Search(&next)),
            chosen,
            depth: depth(facet, &value.value),
        }
    };
    let mut ordered: Vec<&FacetValue> = values.iter().collect();
    if is_coded(facet) && address.values(facet).next().is_some() {
        // Once a branch is open the order is that of the tree, so that what lies below a class stands below it.
        ordered.sort_by(|one, other| one.value.cmp(&other.value));
    } else if facet != FacetName::Year {
        ordered.sort_by_key(|value| !address.has(facet, &value.value));
    }
    ordered.into_iter().map(choice).collect()
}

fn is_coded(facet: FacetName) -> bool {
    matches!(facet, FacetName::Ics | FacetName::Hs | FacetName::Ccs)
}

fn depth(facet: FacetName, code: &str) -> usize {
    match facet {
        FacetName::Ics => code.matches('.').count().min(3),
        FacetName::Hs => (code.len().saturating_sub(1) / 2).min(3),
        FacetName::Ccs => usize::from(code.len() > 1),
        _ => 0,
    }
}

/// Returns the name of a facet.
pub(in crate::web) fn facet_name(facet: FacetName, words: &Words) -> &'static str {
    match facet {
        FacetName::Kind => words.search.kind,
        FacetName::Status => words.search.status,
        FacetName::Market => words.search.market,
        FacetName::Body => words.search.body,
        FacetName::Product => words.search.product,
        FacetName::Year => words.search.year,
        FacetName::Ics => "ICS",
        FacetName::Hs => "HS",
        FacetName::Ccs => "CCS",
    }
}

/// Returns the name of a value, with its code where readers know it.
pub(in crate::web) fn value_name(facet: FacetName, value: &str, language: Language) -> String {
    let label = labels::facet(facet, value);
    let name = pick(&label, language);
    if is_coded(facet) && name != value {
        format!("{value} {name}")
    } else {
        name.to_owned()
    }
}
