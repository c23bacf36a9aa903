//! Which clauses of two texts stand to each other, and what became of their order.

use std::collections::HashMap;
use std::ops::Range;

use serde::Serialize;

use crate::compare::align::{Aligner, Clause, ClauseLink, MOST_CLAUSES, kept_order};
use crate::compare::lexicon::Lexicon;
use crate::text::clauses::{self, ClauseTree};

/// The clauses of two texts with their counterparts.
#[derive(Debug, Clone)]
pub struct ClausePairs {
    old: Divided,
    new: Divided,
    links: Vec<ClauseLink>,
}

/// A text divided into clauses, in bytes.
#[derive(Debug, Clone)]
struct Divided {
    /// What stands before the first clause, such as a title page.
    preamble: Option<Range<usize>>,
    /// From the line of a clause's label to the end of its own last part.
    clauses: Vec<Range<usize>>,
}

/// What became of the place of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// It stands in the order it stood in; a new number alone moves nothing.
    Kept,
    /// It stands elsewhere.
    Moved,
    /// It was divided into several.
    Split,
    /// Several were drawn together into it.
    Merged,
}

/// Clauses that belong together, in bytes of their texts.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseGroup {
    /// Those of the old text; none when the new text adds them.
    pub old: Vec<Range<usize>>,
    /// Those of the new text; none when they are dropped.
    pub new: Vec<Range<usize>>,
    /// How sure the pair is, 0 to 1; the least sure of several.
    pub score: Option<f64>,
    /// What became of their place.
    pub placement: Placement,
}

impl ClausePairs {
    /// Pairs the clauses of two texts; nothing when one of them has fewer than two, or more than [`MOST_CLAUSES`].
    pub fn of(lexicon: &dyn Lexicon, old: &str, new: &str) -> Option<Self> {
        let (old_tree, new_tree) = (clauses::split(old), clauses::split(new));
        let comparable = |tree: &ClauseTree| (2..=MOST_CLAUSES).contains(&tree.clauses.len());
        if !comparable(&old_tree) || !comparable(&new_tree) {
            return None;
        }
        let own = Clause::of_tree(old, &old_tree);
        let other = Clause::of_tree(new, &new_tree);
        Some(Self {
            links: Aligner::new(lexicon).links(&own, &other),
            old: Divided::of(old, &old_tree),
            new: Divided::of(new, &new_tree),
        })
    }

    /// The number of clauses of the old and of the new text.
    pub fn clauses(&self) -> (usize, usize) {
        (self.old.clauses.len(), self.new.clauses.len())
    }

    /// The pairs one by one: the preambles first, then in the order of the old text, additions last; a clause that was
    /// divided comes once for each of its counterparts.
    pub(super) fn one_by_one(&self) -> impl Iterator<Item = ClauseGroup> + '_ {
        let links = self.links.iter().map(|link| {
            let left = link.left.into_iter().collect::<Vec<_>>();
            let right = link.right.into_iter().collect::<Vec<_>>();
            self.group(&left, &right, link.score, Placement::Kept)
        });
        self.preambles().into_iter().chain(links)
    }

    /// The groups in the order of the old text, each addition behind what it follows in the new one.
    pub fn groups(&self) -> Vec<ClauseGroup> {
        let mut together = Together::of(&self.links);
        together.in_reading_order();
        let stay = kept_order(&self.links, |link| self.weight(link));
        let groups = together.groups.iter().map(|group| {
            let placement = match (group.left.as_slice(), group.right.as_slice()) {
                ([_], [_, _, ..]) => Placement::Split,
                ([_, _, ..], [_]) => Placement::Merged,
                ([left], [right]) if !stay.contains(&(*left, *right)) => Placement::Moved,
                _ => Placement::Kept,
            };
            self.group(&group.left, &group.right, group.score, placement)
        });
        self.preambles().into_iter().chain(groups).collect()
    }

    fn preambles(&self) -> Option<ClauseGroup> {
        let (old, new) = (self.old.preamble.clone(), self.new.preamble.clone());
        (old.is_some() || new.is_some()).then(|| ClauseGroup {
            old: old.into_iter().collect(),
            new: new.into_iter().collect(),
            score: None,
            placement: Placement::Kept,
        })
    }

    fn group(
        &self,
        left: &[usize],
        right: &[usize],
        score: Option<f64>,
        placement: Placement,
    ) -> ClauseGroup {
        let ranges = |side: &Divided, places: &[usize]| -> Vec<Range<usize>> {
            let ranges = places.iter().map(|&place| side.clauses[place].clone());
            ranges.collect()
        };
        ClauseGroup {
            old: ranges(&self.old, left),
            new: ranges(&self.new, right),
            score,
            placement,
        }
    }

    /// The longer a clause, the less readily it is called moved: of two that changed places the short one has moved.
    fn weight(&self, link: &ClauseLink) -> f64 {
        let length = |side: &Divided, place: Option<usize>| {
            let range = place.map(|place| side.clauses[place].len());
            u32::try_from(range.unwrap_or_default()).unwrap_or(u32::MAX)
        };
        1.0 + f64::from(length(&self.old, link.left).min(length(&self.new, link.right)))
    }
}

impl Divided {
    fn of(text: &str, tree: &ClauseTree) -> Self {
        let clauses: Vec<Range<usize>> = tree
            .clauses
            .iter()
            .map(|clause| {
                let line = text[..clause.title.start].rfind('\n');
                let start = line.map_or(0, |feed| feed + 1);
                let end = clause.parts.last().map(|part| part.range.end);
                start..end.unwrap_or_default().max(clause.title.end)
            })
            .collect();
        let before = clauses.first().map_or(0, |first| first.start);
        let length = text[..before].trim_end().len();
        Self {
            preamble: (length > 0).then_some(0..length),
            clauses,
        }
    }
}

/// Links that share a clause, drawn together.
#[derive(Debug, Default)]
struct Together {
    groups: Vec<Places>,
}

/// The places of clauses that belong together.
#[derive(Debug, Default)]
struct Places {
    left: Vec<usize>,
    right: Vec<usize>,
    score: Option<f64>,
}

impl Places {
    fn take_in(&mut self, other: Self) {
        self.left.extend(other.left);
        self.right.extend(other.right);
        self.score = lesser(self.score, other.score);
    }
}

/// The less sure of two scores.
fn lesser(one: Option<f64>, two: Option<f64>) -> Option<f64> {
    match (one, two) {
        (Some(one), Some(two)) => Some(one.min(two)),
        (one, two) => one.or(two),
    }
}

impl Together {
    fn of(links: &[ClauseLink]) -> Self {
        let mut together = Self::default();
        let (mut of_left, mut of_right) = (HashMap::new(), HashMap::new());
        for link in links {
            let left = link.left.and_then(|place| of_left.get(&place).copied());
            let right = link.right.and_then(|place| of_right.get(&place).copied());
            let at = left.or(right).unwrap_or(together.groups.len());
            if at == together.groups.len() {
                together.groups.push(Places::default());
            }
            // A link between two groups makes them one: a clause stands in one group only.
            if let Some(other) = right.filter(|&other| other != at) {
                let joined = std::mem::take(&mut together.groups[other]);
                of_left.extend(joined.left.iter().map(|&place| (place, at)));
                of_right.extend(joined.right.iter().map(|&place| (place, at)));
                together.groups[at].take_in(joined);
            }
            let group = &mut together.groups[at];
            if let Some(place) = link.left.filter(|place| !group.left.contains(place)) {
                group.left.push(place);
                of_left.insert(place, at);
            }
            if let Some(place) = link.right.filter(|place| !group.right.contains(place)) {
                group.right.push(place);
                of_right.insert(place, at);
            }
            group.score = lesser(group.score, link.score);
        }
        together
            .groups
            .retain(|group| !group.left.is_empty() || !group.right.is_empty());
        for group in &mut together.groups {
            group.left.sort_unstable();
            group.right.sort_unstable();
        }
        together
    }

    fn in_reading_order(&mut self) {
        let (mut added, mut ordered): (Vec<Places>, Vec<Places>) = std::mem::take(&mut self.groups)
            .into_iter()
            .partition(|group| group.left.is_empty());
        ordered.sort_by_key(|group| group.left.first().copied());
        added.sort_by_key(|group| group.right.first().copied());
        let mut behind: HashMap<Option<usize>, Vec<Places>> = HashMap::new();
        // Additions in a row stand behind the last clause before them that is not one.
        let mut anchor = (None, 0);
        for group in added {
            let place = group.right.first().copied().unwrap_or_default();
            let follows_on = anchor.1 == place && place > 0;
            let before = if follows_on {
                anchor.0
            } else {
                place.checked_sub(1)
            };
            anchor = (before, place + 1);
            behind.entry(before).or_default().push(group);
        }
        let mut all = behind.remove(&None).unwrap_or_default();
        for group in ordered {
            let ends: Vec<usize> = group.right.clone();
            all.push(group);
            for end in ends {
                all.extend(behind.remove(&Some(end)).unwrap_or_default());
            }
        }
        self.groups = all;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::lexicon::FieldVocabulary;

    const OLD: &str = "1 范围\n本文件适用于婴儿推车。\n2 铅含量\n铅含量不应大于90 mg/kg。\n3 车轮\n车轮应牢固，经受200 N的拉力不脱落。\n4 标志\n产品应标明制造商的名称和地址。\n";
    const NEW: &str = "1 范围\n本文件适用于婴儿推车。\n2 车轮\n车轮应牢固，经受200 N的拉力不脱落。\n3 镉含量\n镉含量不应大于75 mg/kg。\n4 铅含量\n铅含量不应大于63 mg/kg。\n5 标志\n产品应标明制造商的名称和地址。\n";

    fn read(old: &str, new: &str) -> Vec<(String, String, Placement)> {
        let pairs = ClausePairs::of(&FieldVocabulary, old, new).expect("both have clauses");
        let head = |text: &str, ranges: &[Range<usize>]| {
            let lines = ranges
                .iter()
                .map(|range| text[range.clone()].lines().next());
            let lines: Vec<&str> = lines.map(Option::unwrap_or_default).collect();
            lines.join(" + ")
        };
        let groups = pairs.groups();
        groups
            .iter()
            .map(|group| {
                (
                    head(old, &group.old),
                    head(new, &group.new),
                    group.placement,
                )
            })
            .collect()
    }

    #[test]
    fn what_moved_is_said_and_a_new_number_alone_moves_nothing() {
        let found = read(OLD, NEW);
        let of = |old: &str| found.iter().find(|each| each.0 == old).expect("a pair");
        assert_eq!(
            of("4 标志"),
            &("4 标志".into(), "5 标志".into(), Placement::Kept)
        );
        let (lead, wheels) = (of("2 铅含量"), of("3 车轮"));
        assert_eq!((lead.1.as_str(), wheels.1.as_str()), ("4 铅含量", "2 车轮"));
        let moved = [lead, wheels].map(|each| each.2);
        assert!(
            moved.contains(&Placement::Moved) && moved.contains(&Placement::Kept),
            "{moved:?}"
        );
    }

    #[test]
    fn an_addition_stands_behind_what_it_follows() {
        let found = read(OLD, NEW);
        let added = found
            .iter()
            .position(|each| each.1 == "3 镉含量")
            .expect("added");
        assert!(found[added].0.is_empty());
        assert_eq!(found[added - 1].1, "2 车轮");
    }

    #[test]
    fn groups_that_a_link_joins_become_one() {
        let link = |left, right| ClauseLink {
            left: Some(left),
            right: Some(right),
            score: Some(0.5),
        };
        let together = Together::of(&[link(0, 3), link(1, 2), link(1, 3), link(4, 5)]);
        let places: Vec<(Vec<usize>, Vec<usize>)> = together
            .groups
            .into_iter()
            .map(|group| (group.left, group.right))
            .collect();
        assert_eq!(places, [(vec![0, 1], vec![2, 3]), (vec![4], vec![5])]);
    }

    #[test]
    fn every_clause_of_both_texts_stands_once() {
        let found = read(OLD, NEW);
        let count = |side: fn(&(String, String, Placement)) -> &String| {
            let names = found.iter().map(side).filter(|name| !name.is_empty());
            names.map(|name| name.split(" + ").count()).sum::<usize>()
        };
        assert_eq!((count(|each| &each.0), count(|each| &each.1)), (4, 5));
    }
}
