//! Changes clause by clause.

use std::ops::Range;
use std::time::Instant;

use super::clause_pairs::ClausePairs;
use super::operation::{Operation, TextDiff};
use super::tokens::Tokenizer;
use super::work::diff;
use crate::compare::lexicon::Lexicon;

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

/// Compares two texts clause by clause; nothing where [`ClausePairs`] finds none.
///
/// What stands before the first clauses comes first, as a pair without a score. The old text's order
/// rules. A clause that was divided comes once for each of its counterparts.
pub fn by_clause(
    lexicon: &dyn Lexicon,
    old: &str,
    new: &str,
    words: &Tokenizer<'_>,
    deadline: Option<Instant>,
) -> Option<Vec<ClauseDiff>> {
    let pairs = ClausePairs::of(lexicon, old, new)?;
    let diffs = pairs.one_by_one().map(|pair| {
        let own = pair.old.first().cloned();
        let other = pair.new.first().cloned();
        let (before, after) = (
            own.clone().unwrap_or_default(),
            other.clone().unwrap_or_default(),
        );
        let mut diff = diff(&old[before.clone()], &new[after.clone()], words, deadline);
        for Operation { old, new, .. } in &mut diff.operations {
            *old = before.start + old.start..before.start + old.end;
            *new = after.start + new.start..after.start + new.end;
        }
        ClauseDiff {
            old: own,
            new: other,
            score: pair.score,
            diff,
        }
    });
    Some(diffs.collect())
}

#[cfg(test)]
mod tests {
    use super::super::script_runs;
    use super::*;
    use crate::compare::lexicon::FieldVocabulary;

    const OLD: &str =
        "1 范围\n本文件适用于推车。\n2 材料\n铅不应大于90 mg/kg。\n3 轮子\n轮子应牢固。\n";
    const NEW: &str =
        "1 范围\n本文件适用于推车。\n2 轮子\n轮子应牢固。\n3 材料\n铅不应大于63 mg/kg。\n";

    #[test]
    fn a_moved_clause_is_compared_with_itself() {
        let clauses =
            by_clause(&FieldVocabulary, OLD, NEW, &script_runs, None).expect("both have clauses");
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
        let clauses =
            by_clause(&FieldVocabulary, &old, &new, &script_runs, None).expect("both have clauses");
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
        assert!(
            by_clause(
                &FieldVocabulary,
                "没有条款的文字。",
                NEW,
                &script_runs,
                None
            )
            .is_none()
        );
    }
}
