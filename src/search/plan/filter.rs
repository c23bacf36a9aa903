//! From filters to conditions that do not score.

use super::{Clause, DateKey, Key};
use crate::index::day_number;
use crate::search::Filters;

/// Returns the conditions of some filters.
pub(super) fn conditions(filters: &Filters) -> Vec<Clause> {
    let lists: [(Key, Vec<String>); 6] = [
        (
            Key::Kind,
            filters
                .kind
                .iter()
                .map(|kind| kind.code().to_owned())
                .collect(),
        ),
        (Key::Market, filters.market.clone()),
        (Key::Body, filters.body.clone()),
        (
            Key::Status,
            filters
                .status
                .iter()
                .map(|status| status.code().to_owned())
                .collect(),
        ),
        (Key::Ccs, filters.ccs.clone()),
        (Key::Product, filters.product.clone()),
    ];
    let mut conditions: Vec<Clause> = lists
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(key, values)| {
            let alternatives = values
                .into_iter()
                .map(|value| Clause::Key(key, value))
                .collect();
            Clause::best(alternatives)
        })
        .collect();
    let alternatives = [
        filters
            .ics
            .iter()
            .flat_map(|code| ics_of_both_editions(code))
            .collect(),
        filters
            .hs
            .iter()
            .flat_map(|code| hs_both_ways(code))
            .collect::<Vec<_>>(),
    ];
    let asked = alternatives.into_iter().filter(|codes| !codes.is_empty());
    conditions.extend(asked.map(Clause::best));
    if filters.from.is_some() || filters.to.is_some() {
        let from = filters.from.map_or(1, |date| day_number(date.earliest()));
        let to = filters
            .to
            .map_or(u64::MAX, |date| day_number(date.latest()));
        conditions.push(Clause::Days(DateKey::Published, from, to));
    }
    conditions
}

/// A code finds what stands below it, and below the code that another edition of the classification has instead.
///
/// Documents are indexed as their catalogues classify them; looking for both codes here was chosen over indexing them
/// under both, because a count by code then stays what the catalogues say.
pub(super) fn ics_of_both_editions(code: &str) -> Vec<Clause> {
    let instead = corpora::ics::elsewhere(code);
    std::iter::once(code)
        .chain(instead)
        .map(|code| Clause::Key(Key::Ics, code.to_owned()))
        .collect()
}

/// A user's 721420 meets records under 72142000, 721420, and those that were notified as 7214 or 72 only.
///
/// Records hold their code and every prefix of it, so the code asked for finds everything below it; what stands above it
/// is found by the keys of whole, shorter codes.
pub(super) fn hs_both_ways(code: &str) -> Vec<Clause> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let below = Clause::Key(Key::Hs, digits.clone());
    let above = [2, 4, 6]
        .into_iter()
        .filter_map(|length| digits.get(..length))
        .filter(|prefix| prefix.len() < digits.len());
    std::iter::once(below)
        .chain(above.map(|prefix| Clause::Key(Key::Hs, format!("={prefix}"))))
        .collect()
}
