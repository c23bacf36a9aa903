//! Whether a list was seen in full.
//!
//! Three rules learned from servers that ignore unknown parameters and repeat their first page for ever: no page repeats
//! another, keys are distinct, their number meets the declared total. A list that grows while it is walked (newest first)
//! pushes entries over the edge of a page, so as many keys may come twice as the total grew; what is new stands before
//! the first page and is the next run's. A list that shrinks pulls entries over the edge unseen: such a walk proves nothing.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::Shortfall;
use crate::page::Listing;

/// The walks of a run, by name.
#[derive(Debug, Clone, Default)]
pub struct Walks(BTreeMap<String, Walk>);

/// What was seen of one list.
#[derive(Debug, Clone, Default)]
pub struct Walk {
    pages: HashSet<u64>,
    keys: HashSet<u64>,
    doubled: u64,
    first_total: Option<u64>,
    last_total: Option<u64>,
    longest_page: usize,
    page_before: usize,
    signs: BTreeSet<Sign>,
}

/// What was noticed of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// A page repeats an earlier one.
    Repeats,
    /// The declared total fell.
    Fell,
    /// The server marked a page as the last.
    Ended,
    /// A page that is not the last is shorter than others.
    ShortPage,
}

/// Whether the links of a page are worth following.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    /// They are.
    Yes,
    /// The page repeats an earlier one: its links lead on for ever.
    No,
}

impl Walks {
    /// Takes a page of a list.
    pub fn take(&mut self, listing: &Listing) -> Follow {
        let walk = self.0.entry(listing.walk.clone()).or_default();
        walk.take(listing)
    }

    /// Returns the walks by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Walk)> {
        self.0.iter().map(|(name, walk)| (name.as_str(), walk))
    }

    /// Returns everything that is wrong with them.
    pub fn shortfalls(&self) -> Vec<Shortfall> {
        let each = self.0.iter();
        each.flat_map(|(name, walk)| walk.shortfalls(name))
            .collect()
    }
}

impl Walk {
    fn take(&mut self, listing: &Listing) -> Follow {
        if let Some(total) = listing.total {
            self.first_total.get_or_insert(total);
            if self.last_total.is_some_and(|before| total < before) {
                self.signs.insert(Sign::Fell);
            }
            self.last_total = Some(total);
        }
        if listing.last {
            self.signs.insert(Sign::Ended);
        }
        if listing.keys.is_empty() {
            return Follow::Yes;
        }
        if !self.pages.insert(hash(&listing.keys)) {
            self.signs.insert(Sign::Repeats);
            return Follow::No;
        }
        for key in &listing.keys {
            if !self.keys.insert(hash(key)) {
                self.doubled += 1;
            }
        }
        if self.page_before < self.longest_page {
            self.signs.insert(Sign::ShortPage);
        }
        self.page_before = listing.keys.len();
        self.longest_page = self.longest_page.max(listing.keys.len());
        Follow::Yes
    }

    /// Returns how many distinct keys were seen.
    pub fn found(&self) -> u64 {
        self.keys.len() as u64
    }

    /// Returns the total that the server declared last.
    pub fn declared(&self) -> Option<u64> {
        self.last_total
    }

    fn shortfalls(&self, name: &str) -> Vec<Shortfall> {
        let walk = || name.to_owned();
        let mut found = Vec::new();
        if self.signs.contains(&Sign::Repeats) {
            found.push(Shortfall::Repeats { walk: walk() });
        }
        let (Some(first), Some(last)) = (self.first_total, self.last_total) else {
            if self.doubled > 0 {
                found.push(Shortfall::Doubled {
                    walk: walk(),
                    keys: self.doubled,
                });
            }
            if self.signs.contains(&Sign::ShortPage) {
                found.push(Shortfall::ShortPage { walk: walk() });
            }
            if self.keys.is_empty() && !self.signs.contains(&Sign::Ended) {
                found.push(Shortfall::Empty { walk: walk() });
            }
            return found;
        };
        if self.signs.contains(&Sign::Fell) {
            found.push(Shortfall::Fell {
                walk: walk(),
                before: first,
                after: last,
            });
        }
        if self.doubled > last.saturating_sub(first) {
            found.push(Shortfall::Doubled {
                walk: walk(),
                keys: self.doubled,
            });
        }
        if self.found() < first.min(last) {
            found.push(Shortfall::Missing {
                walk: walk(),
                declared: last,
                found: self.found(),
            });
        }
        found
    }
}

/// Keys are only compared, so eight bytes of each are enough; a run of a million keys meets its first accident once in
/// forty million runs.
fn hash<T: Hash>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(keys: &[&str], total: Option<u64>) -> Listing {
        Listing {
            walk: "all".to_owned(),
            total,
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            last: false,
        }
    }

    fn walked(pages: &[(&[&str], Option<u64>)]) -> Vec<Shortfall> {
        let mut walks = Walks::default();
        for (keys, total) in pages {
            walks.take(&page(keys, *total));
        }
        walks.shortfalls()
    }

    #[test]
    fn a_list_that_meets_its_total_is_complete() {
        assert_eq!(walked(&[(&["a", "b"], Some(3)), (&["c"], Some(3))]), []);
    }

    #[test]
    fn the_first_page_for_ever_is_noticed_and_not_followed() {
        let mut walks = Walks::default();
        assert_eq!(walks.take(&page(&["a", "b"], Some(4))), Follow::Yes);
        assert_eq!(walks.take(&page(&["a", "b"], Some(4))), Follow::No);
        let found = walks.shortfalls();
        assert!(matches!(found[0], Shortfall::Repeats { .. }), "{found:?}");
        assert!(matches!(found[1], Shortfall::Missing { .. }), "{found:?}");
    }

    #[test]
    fn a_list_that_grows_pushes_entries_over_the_edge() {
        let grown = walked(&[
            (&["a", "b"], Some(4)),
            (&["b", "c"], Some(5)),
            (&["d"], Some(5)),
        ]);
        assert_eq!(grown, []);
        let doubled = walked(&[(&["a", "b"], Some(3)), (&["b", "c"], Some(3))]);
        assert!(matches!(doubled[..], [Shortfall::Doubled { keys: 1, .. }]));
    }

    #[test]
    fn a_list_that_shrinks_proves_nothing() {
        let found = walked(&[(&["a", "b"], Some(4)), (&["d"], Some(3))]);
        assert!(matches!(
            found[..],
            [Shortfall::Fell {
                before: 4,
                after: 3,
                ..
            }]
        ));
    }

    #[test]
    fn a_short_page_in_the_middle_is_noticed_with_and_without_a_total() {
        let with = walked(&[(&["a", "b"], Some(5)), (&["c"], Some(5)), (&["e"], Some(5))]);
        assert!(matches!(
            with[..],
            [Shortfall::Missing {
                declared: 5,
                found: 4,
                ..
            }]
        ));
        let without = walked(&[(&["a", "b"], None), (&["c"], None), (&["d", "e"], None)]);
        assert!(matches!(without[..], [Shortfall::ShortPage { .. }]));
        assert_eq!(walked(&[(&["a", "b"], None), (&["c"], None)]), []);
    }

    #[test]
    fn a_page_without_entries_total_or_end_is_no_list() {
        assert!(matches!(
            walked(&[(&[], None)])[..],
            [Shortfall::Empty { .. }]
        ));
        assert_eq!(walked(&[(&[], Some(0))]), []);
    }
}
