//! Changes clause by clause.

use std::ops::Range;
use std::time::Instant;

use super::operation::{Operation, TextDiff};
use super::work::diff;
use crate::compare::align::{Aligner, Clause, ClauseLink, MOST_CLAUSES};
use crate::compare::lexicon::Lexicon;
use crate::text::clauses::{self, ClauseTree};

/// A clause with its counterpart and what changed between them.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseDiff {
    /// The clause of the old text, in bytes; nothing when the new text adds it.
    pub old: Option<Range<usize>>,
    /// The clause of the new text, in bytes; nothing when it is dropped.
    pub new: Option<Range<usize>>,
    /// How sure the pair is, 0 to 1; nothing for a clause alone.
    pub score: Option<f64>,
    /// The changes, in bytes of the whole texts; a clause alone is one deletion or insertion.
    pub diff: TextDiff,
}

/// Compares two texts clause by clause; nothing when one of them has fewer than two clauses, or
/// more than [`MOST_CLAUSES`].
///
/// What stands before the first clauses comes first, as a pair without a score. The old text's order
/// rules. A clause that was divided comes once for each of its counterparts.
pub fn by_clause(
    lexicon: &dyn Lexicon,
    old: &str,
    new: &str,
    deadline: Option<Instant>,
) -> Option<Vec<ClauseDiff>> {
    let (old_tree, new_tree) = (clauses::split(old), clauses::split(new));
    let comparable = |tree: &ClauseTree| (2..=MOST_CLAUSES).contains(&tree.clauses.len());
    if !comparable(&old_tree) || !comparable(&new_tree) {
        return None;
    }
    let (left, right) = (
        Clause::of_tree(old, &old_tree),
        Clause::of_tree(new, &new_tree),
    );
    let links = Aligner::new(lexicon).links(&left, &right).into_iter();
    let (old_ranges, new_ranges) = (ranges(old, &old_tree), ranges(new, &new_tree));
    let sides = Sides { old, new, deadline };
    let mut pairs = Vec::new();
    let (own, other) = (preamble(old, &old_ranges), preamble(new, &new_ranges));
    if own.is_some() || other.is_some() {
        pairs.push(sides.pair(own, other, None));
    }
    pairs.extend(links.map(|ClauseLink { left, right, score }| {
        let own = left.map(|place| old_ranges[place].clone());
        let other = right.map(|place| new_ranges[place].clone());
        sides.pair(own, other, score)
    }));
    Some(pairs)
}

/// The two texts and the time there is.
struct Sides<'t> {
    old: &'t str,
    new: &'t str,
    deadline: Option<Instant>,
}

impl Sides<'_> {
    fn pair(
        &self,
        old: Option<Range<usize>>,
        new: Option<Range<usize>>,
        score: Option<f64>,
    ) -> ClauseDiff {
        let own = old.clone().unwrap_or_default();
        let other = new.clone().unwrap_or_default();
        let mut diff = diff(
            &self.old[own.clone()],
            &self.new[other.clone()],
            self.deadline,
        );
        for Operation { old, new, .. } in &mut diff.operations {
            *old = own.start + old.start..own.start + old.end;
            *new = other.start + new.start..other.start + new.end;
        }
        ClauseDiff {
            old,
            new,
            score,
            diff,
        }
    }
}

/// What stands before the first clause, such as a title page.
fn preamble(text: &str, ranges: &[Range<usize>]) -> Option<Range<usize>> {
    let end = ranges.first().map_or(0, |first| first.start);
    let length = text[..end].trim_end().len();
    (length > 0).then_some(0..length)
}

/// Where each clause stands: from the line of its label to the end of its own last part.
fn ranges(text: &str, tree: &ClauseTree) -> Vec<Range<usize>> {
    let ranges = tree.clauses.iter().map(|clause| {
        let start = text[..clause.title.start]
            .rfind('\n')
            .map_or(0, |feed| feed + 1);
        let end = clause
            .parts
            .last()
            .map_or(clause.title.end, |part| part.range.end);
        start..end.max(clause.title.end)
    });
    ranges.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::lexicon::FieldVocabulary;

    const OLD: &str =
        "1 范围\n本文件适用于推车。\n2 材料\n铅不应大于90 mg/kg。\n3 轮子\n轮子应牢固。\n";
    const NEW: &str =
        "1 范围\n本文件适用于推车。\n2 轮子\n轮子应牢固。\n3 材料\n铅不应大于63 mg/kg。\n";

    #[test]
    fn a_moved_clause_is_compared_with_itself() {
        let clauses = by_clause(&FieldVocabulary, OLD, NEW, None).expect("both have clauses");
        let changed: Vec<_> = clauses
            .iter()
            .filter(|each| !each.diff.is_equal())
            .collect();
        let material = changed
            .iter()
            .find(|each| each.old.clone().is_some_and(|own| OLD[own].contains("铅")))
            .expect("the limit changed");
        let replaced = material
            .diff
            .operations
            .iter()
            .find(|each| OLD[each.old.clone()].contains("90"));
        let replaced = replaced.expect("the number is replaced");
        assert_eq!(
            (&OLD[replaced.old.clone()], &NEW[replaced.new.clone()]),
            ("90 mg/kg", "63 mg/kg")
        );
    }

    #[test]
    fn what_stands_before_the_first_clause_is_compared_too() {
        let old = format!("代替 GB 1—2014\n{OLD}");
        let new = format!("代替 GB 1—2024\n{OLD}");
        let clauses = by_clause(&FieldVocabulary, &old, &new, None).expect("both have clauses");
        let changed: Vec<_> = clauses
            .iter()
            .filter(|each| !each.diff.is_equal())
            .collect();
        assert_eq!(changed.len(), 1);
        assert_eq!(
            changed[0].old.clone().map(|own| &old[own]),
            Some("代替 GB 1—2014")
        );
    }

    #[test]
    fn a_text_without_clauses_has_no_clause_diff() {
        assert!(by_clause(&FieldVocabulary, "没有条款的文字。", NEW, None).is_none());
    }
}
