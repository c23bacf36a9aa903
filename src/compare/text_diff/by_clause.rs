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
    /// The changes, in bytes of the whole texts; empty for a clause alone.
    pub diff: TextDiff,
}

/// Compares two texts clause by clause; nothing when one of them has fewer than two clauses, or
/// more than [`MOST_CLAUSES`].
///
/// The old text's order rules. A clause that was divided comes once for each of its counterparts.
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
    let (left, right) = (Clause::of_tree(old, &old_tree), Clause::of_tree(new, &new_tree));
    let links = Aligner::new(lexicon).links(&left, &right).into_iter();
    let (old_ranges, new_ranges) = (ranges(old, &old_tree), ranges(new, &new_tree));
    let pairs = links.map(|ClauseLink { left, right, score }| {
        let old_range = left.map(|place| old_ranges[place].clone());
        let new_range = right.map(|place| new_ranges[place].clone());
        let stretch = |range: &Option<Range<usize>>| range.clone().unwrap_or_default();
        let (own, other) = (stretch(&old_range), stretch(&new_range));
        let mut diff = diff(&old[own.clone()], &new[other.clone()], deadline);
        for Operation { old, new, .. } in &mut diff.operations {
            *old = own.start + old.start..own.start + old.end;
            *new = other.start + new.start..other.start + new.end;
        }
        ClauseDiff { old: old_range, new: new_range, score, diff }
    });
    Some(pairs.collect())
}

/// Where each clause stands: from the line of its label to the end of its own last part.
fn ranges(text: &str, tree: &ClauseTree) -> Vec<Range<usize>> {
    let ranges = tree.clauses.iter().map(|clause| {
        let start = text[..clause.title.start].rfind('\n').map_or(0, |feed| feed + 1);
        let end = clause.parts.last().map_or(clause.title.end, |part| part.range.end);
        start..end.max(clause.title.end)
    });
    ranges.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::lexicon::FieldVocabulary;

    const OLD: &str = "1 范围\n本文件适用于推车。\n2 材料\n铅不应大于90 mg/kg。\n3 轮子\n轮子应牢固。\n";
    const NEW: &str = "1 范围\n本文件适用于推车。\n2 轮子\n轮子应牢固。\n3 材料\n铅不应大于63 mg/kg。\n";

    #[test]
    fn a_moved_clause_is_compared_with_itself() {
        let clauses = by_clause(&FieldVocabulary, OLD, NEW, None).expect("both have clauses");
        let changed: Vec<_> = clauses.iter().filter(|each| !each.diff.is_equal()).collect();
        let material = changed
            .iter()
            .find(|each| each.old.clone().is_some_and(|own| OLD[own].contains("铅")))
            .expect("the limit changed");
        let replaced = material.diff.operations.iter().find(|each| OLD[each.old.clone()].contains("90"));
        let replaced = replaced.expect("the number is replaced");
        assert_eq!((&OLD[replaced.old.clone()], &NEW[replaced.new.clone()]), ("90 mg/kg", "63 mg/kg"));
    }

    #[test]
    fn a_text_without_clauses_has_no_clause_diff() {
        assert!(by_clause(&FieldVocabulary, "没有条款的文字。", NEW, None).is_none());
    }
}
