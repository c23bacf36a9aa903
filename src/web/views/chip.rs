//! Chosen filters as chips that can be taken away one by one.

use super::{facet_name, value_name};
use crate::web::address::SearchAddress;
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// A chosen filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Chip {
    /// What it filters by.
    pub(in crate::web) name: &'static str,
    /// The chosen value in words.
    pub(in crate::web) value: String,
    /// The search without it.
    pub(in crate::web) href: String,
    /// What the link does, for those who do not see the cross.
    pub(in crate::web) label: String,
}

/// Returns the chips of a search, in the order of choosing.
pub(in crate::web) fn chips(address: &SearchAddress, frame: &Frame) -> Vec<Chip> {
    let words = &frame.words.search;
    let chip = |name: &'static str, value: String, without: &SearchAddress| {
        let label = (words.remove)(&format!("{name}{}{value}", frame.words.colon));
        Chip {
            name,
            value,
            href: frame.href(Route::Search(without)),
            label,
        }
    };
    let chosen = address.chosen().iter().map(|(facet, value)| {
        chip(
            facet_name(*facet, frame.words),
            value_name(*facet, value, frame.language),
            &address.without(*facet, value),
        )
    });
    let mut chips: Vec<Chip> = chosen.collect();
    let (from, to) = address.period();
    if !(from.is_empty() && to.is_empty()) {
        let period = if from == to {
            from.to_owned()
        } else {
            format!("{from} – {to}")
        };
        chips.push(chip(
            words.published,
            period.trim().to_owned(),
            &address.within("", ""),
        ));
    }
    if !address.as_of().is_empty() {
        let text = (words.as_of)(address.as_of());
        let label = (words.remove)(&text);
        chips.push(Chip {
            name: "",
            value: text,
            href: frame.href(Route::Search(&address.today())),
            label,
        });
    }
    chips
}
