//! The texts of two documents, clause by clause.

use std::ops::Range;
use std::time::Instant;

use serde::Serialize;

use super::AttachedText;
use crate::compare::lexicon::Embedded;
use crate::compare::text_diff::{
    Change, ClauseGroup, ClausePairs, Granularity, Placement, Tokenizer, diff,
};

/// How the texts of two documents stand to each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TextComparison {
    /// The text of the first document.
    pub a: ComparedText,
    /// The text of the second document.
    pub b: ComparedText,
    /// What is shown of clauses that belong together.
    pub manner: Manner,
    /// How finely the coarsest clause was compared; less than words where time ran out.
    pub granularity: Granularity,
    /// Clauses by what became of them.
    pub counts: ClauseCounts,
    /// The clauses in the order of the first text, additions where they stand in the second.
    pub clauses: Vec<ComparedClause>,
}

/// One of the two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedText {
    /// Its language (ISO 639-1).
    pub language: String,
    /// Where it came from.
    pub origin: String,
    /// Its clauses.
    pub clauses: usize,
}

/// What is shown of clauses that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// The texts have one language: word by word what changed.
    Changes,
    /// They have two: the clauses side by side.
    Counterparts,
}

/// What became of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseFate {
    /// Its words are the same, whatever its number.
    Same,
    /// Its words changed.
    Changed,
    /// Only the second text has it.
    Added,
    /// Only the first text has it.
    Dropped,
    /// The other language has its counterpart.
    Counterpart,
}

/// Clauses by what became of them; a clause that was divided counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ClauseCounts {
    /// Unchanged.
    pub same: usize,
    /// Changed.
    pub changed: usize,
    /// Only in the second text.
    pub added: usize,
    /// Only in the first text.
    pub dropped: usize,
    /// With a counterpart in the other language.
    pub counterpart: usize,
    /// Moved, divided or drawn together, whatever else became of them.
    pub moved: usize,
}

/// A clause, or clauses that were divided or drawn together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedClause {
    /// Its first line in the first text, of several all.
    pub a: Vec<String>,
    /// Its first line in the second text, of several all.
    pub b: Vec<String>,
    /// What became of it.
    pub fate: ClauseFate,
    /// What became of its place.
    pub placement: Placement,
    /// How sure the pair is, 0 to 1; nothing for a clause alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Its words: stretches in order, together both texts of the clause.
    pub pieces: Vec<Piece>,
}

/// A stretch of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What happened to it.
    pub change: Change,
    /// Its words in the first text.
    pub a: String,
    /// Its words in the second text; left out where they are the same.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub b: String,
}

/// A heading longer than this is the first sentence of an article without a title, and is cut short.
const LONGEST_HEADING: usize = 60;

impl TextComparison {
    /// Compares two texts that may be shown; nothing when one of them has no clauses to speak of.
    pub fn of(
        a: &AttachedText,
        b: &AttachedText,
        words: &Tokenizer<'_>,
        deadline: Option<Instant>,
    ) -> Option<Self> {
        let pairs = ClausePairs::of(&Embedded, &a.text, &b.text)?;
        let manner = if a.language == b.language {
            Manner::Changes
        } else {
            Manner::Counterparts
        };
        let work = Work {
            texts: [&a.text, &b.text],
            manner,
            words,
            deadline,
        };
        let compared: Vec<(ComparedClause, Granularity)> = pairs
            .groups()
            .iter()
            .map(|group| work.clause(group))
            .collect();
        let coarsest = compared.iter().map(|(_, granularity)| *granularity).max();
        let clauses: Vec<ComparedClause> = compared.into_iter().map(|(clause, _)| clause).collect();
        let (own, other) = pairs.clauses();
        Some(Self {
            a: ComparedText::of(a, own),
            b: ComparedText::of(b, other),
            manner,
            granularity: coarsest.unwrap_or(Granularity::Word),
            counts: ClauseCounts::of(&clauses),
            clauses,
        })
    }
}

impl ComparedText {
    fn of(text: &AttachedText, clauses: usize) -> Self {
        Self {
            language: text.language.clone(),
            origin: text.origin.clone(),
            clauses,
        }
    }
}

impl ClauseCounts {
    fn of(clauses: &[ComparedClause]) -> Self {
        let mut counts = Self::default();
        for clause in clauses {
            let place = match clause.fate {
                ClauseFate::Same => &mut counts.same,
                ClauseFate::Changed => &mut counts.changed,
                ClauseFate::Added => &mut counts.added,
                ClauseFate::Dropped => &mut counts.dropped,
                ClauseFate::Counterpart => &mut counts.counterpart,
            };
            *place += 1;
            counts.moved += usize::from(clause.placement != Placement::Kept);
        }
        counts
    }
}

impl ComparedClause {
    /// Whether nothing became of it at all.
    pub fn is_untouched(&self) -> bool {
        self.fate == ClauseFate::Same && self.placement == Placement::Kept
    }
}

struct Work<'t> {
    texts: [&'t str; 2],
    manner: Manner,
    words: &'t Tokenizer<'t>,
    deadline: Option<Instant>,
}

impl Work<'_> {
    fn clause(&self, group: &ClauseGroup) -> (ComparedClause, Granularity) {
        let [own, other] = self.texts;
        let (old, new) = (joined(own, &group.old), joined(other, &group.new));
        let (fate, pieces, granularity) = self.pieces(old, new);
        let headings = |text: &str, ranges: &[Range<usize>]| -> Vec<String> {
            ranges
                .iter()
                .map(|range| heading(&text[range.clone()]))
                .collect()
        };
        let clause = ComparedClause {
            a: headings(own, &group.old),
            b: headings(other, &group.new),
            fate,
            placement: group.placement,
            score: group.score,
            pieces,
        };
        (clause, granularity)
    }

    fn pieces(&self, a: String, b: String) -> (ClauseFate, Vec<Piece>, Granularity) {
        let whole = |change, a, b| vec![Piece { change, a, b }];
        let word = Granularity::Word;
        if b.is_empty() {
            return (ClauseFate::Dropped, whole(Change::Delete, a, b), word);
        }
        if a.is_empty() {
            return (ClauseFate::Added, whole(Change::Insert, a, b), word);
        }
        if self.manner == Manner::Counterparts {
            return (ClauseFate::Counterpart, whole(Change::Replace, a, b), word);
        }
        if a == b {
            return (
                ClauseFate::Same,
                whole(Change::Equal, a, String::new()),
                word,
            );
        }
        let found = diff(&a, &b, self.words, self.deadline);
        let pieces = found.operations.iter().map(|operation| Piece {
            change: operation.change,
            a: a[operation.old.clone()].to_owned(),
            b: match operation.change {
                Change::Equal => String::new(),
                _ => b[operation.new.clone()].to_owned(),
            },
        });
        let pieces: Vec<Piece> = pieces.collect();
        let fate = if is_only_renumbered(&a, &b) {
            ClauseFate::Same
        } else {
            ClauseFate::Changed
        };
        (fate, pieces, found.granularity)
    }
}

/// Whether two clauses differ in the number at their head alone: an insertion before them renumbers all that follow.
fn is_only_renumbered(a: &str, b: &str) -> bool {
    let body = |text: &str| -> String {
        let text = text.trim_start_matches(['#', '=', ' ', '　']);
        let label = text.find([' ', '　', '\t', '\n']).unwrap_or(0);
        text[label..].trim().to_owned()
    };
    let (own, other) = (body(a), body(b));
    !own.is_empty() && own == other
}

fn joined(text: &str, ranges: &[Range<usize>]) -> String {
    let pieces: Vec<&str> = ranges
        .iter()
        .map(|range| text[range.clone()].trim_end())
        .collect();
    pieces.join("\n")
}

/// The first line of a clause, without the marks of a heading.
fn heading(clause: &str) -> String {
    let line = clause.lines().find(|line| !line.trim().is_empty());
    let line = line.unwrap_or_default();
    let line = line
        .trim_matches(|letter: char| matches!(letter, '#' | '=' | '*') || letter.is_whitespace());
    match line.char_indices().nth(LONGEST_HEADING) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::text_diff::script_runs;
    use crate::model::Rights;

    fn text(language: &str, text: &str) -> AttachedText {
        AttachedText {
            document: 0,
            rights: Rights::Full,
            language: language.to_owned(),
            origin: "own copy".to_owned(),
            text: text.to_owned(),
        }
    }

    fn compared(a: &AttachedText, b: &AttachedText) -> TextComparison {
        TextComparison::of(a, b, &script_runs, None).expect("both have clauses")
    }

    const OLD: &str =
        "1 范围\n本文件适用于推车。\n2 材料\n铅含量不应大于90 mg/kg。\n3 包装\n包装应完好。\n";

    #[test]
    fn a_changed_limit_an_added_and_a_dropped_clause_are_told_apart() {
        let new = "1 范围\n本文件适用于推车。\n2 材料\n铅含量不应大于63 mg/kg。\n3 随行文件\n说明书应用中文书写。\n";
        let found = compared(&text("zh", OLD), &text("zh", new));
        let counts = found.counts;
        assert_eq!((counts.same, counts.changed), (1, 1), "{found:?}");
        assert_eq!((counts.added, counts.dropped), (1, 1), "{found:?}");
        let changed = found
            .clauses
            .iter()
            .find(|each| each.fate == ClauseFate::Changed);
        let pieces = &changed.expect("the limit changed").pieces;
        let replaced = pieces.iter().find(|piece| piece.change == Change::Replace);
        let replaced = replaced.expect("the number is replaced");
        assert_eq!(
            (replaced.a.as_str(), replaced.b.as_str()),
            ("90 mg/kg", "63 mg/kg")
        );
    }

    #[test]
    fn a_clause_with_a_new_number_alone_is_the_same_clause() {
        let new = OLD.replace("3 包装", "4 包装").replace("2 材料", "3 材料");
        let new = new.replace("3 材料", "2 型号\n型号由制造商规定。\n3 材料");
        let found = compared(&text("zh", OLD), &text("zh", &new));
        assert_eq!((found.counts.same, found.counts.added), (3, 1), "{found:?}");
        assert!(
            found
                .clauses
                .iter()
                .all(|each| each.placement == Placement::Kept)
        );
    }

    #[test]
    fn the_pieces_of_every_clause_put_together_are_its_texts() {
        let new = "1 范围\n本文件适用于婴儿推车和童车。\n2 材料\n铅含量不应大于63 mg/kg。\n3 包装\n包装应完好。\n";
        for clause in compared(&text("zh", OLD), &text("zh", new)).clauses {
            let old: String = clause.pieces.iter().map(|piece| piece.a.as_str()).collect();
            assert!(OLD.contains(&old), "{old}");
        }
    }

    #[test]
    fn texts_of_two_languages_are_set_beside_each_other_and_not_compared_by_word() {
        let english = "1 Scope\nThis document applies to wheeled child conveyances.\n2 Materials\nThe lead content shall not exceed 90 mg/kg.\n";
        let found = compared(&text("zh", OLD), &text("en", english));
        assert_eq!(found.manner, Manner::Counterparts);
        let lead = found
            .clauses
            .iter()
            .find(|each| each.a == ["2 材料"])
            .expect("a clause");
        assert_eq!(lead.b, ["2 Materials"]);
        assert_eq!(lead.fate, ClauseFate::Counterpart);
    }
}
