//! Words of WTO notifications: objectives, articles, types, reasons of addenda.
//!
//! The form has fixed lists; sources print their entries in several spellings and with the area behind them
//! (`Quality requirements (TBT)`).

mod term;

pub use term::{NotificationTerm, TermList};

use std::sync::LazyLock;

use crate::table;

static TERMS: LazyLock<Vec<NotificationTerm>> = LazyLock::new(|| {
    table::embedded(
        "notification_terms.jsonl",
        include_str!("../../data/notification_terms.jsonl"),
    )
});

/// Returns the entries of a list, in the order pages show them.
pub fn terms(list: TermList) -> impl Iterator<Item = &'static NotificationTerm> {
    TERMS.iter().filter(move |term| term.list == list)
}

/// Returns an entry by its code.
pub fn term(list: TermList, code: &str) -> Option<&'static NotificationTerm> {
    terms(list).find(|term| term.code == code)
}

/// Returns the entry that a text names in either language; an area in brackets behind it does not matter.
pub fn by_name(list: TermList, text: &str) -> Option<&'static NotificationTerm> {
    let text = text.trim();
    let bare = ["(TBT)", "(SPS)"]
        .iter()
        .find_map(|area| text.strip_suffix(area))
        .unwrap_or(text);
    let wanted = bare.trim().to_lowercase();
    terms(list).find(|term| term.names().any(|name| name.to_lowercase() == wanted))
}

#[cfg(test)]
mod tests;
