//! Clauses of two texts as a table.

use crate::compare::text_diff::{Change, Placement};
use crate::export::Table;
use crate::gap::{ClauseFate, ComparedClause, Piece, TextComparison};
use crate::model::Language;

/// Makes the table of what changed; of texts in two languages, of what belongs together.
///
/// Deletions stand in `[-…-]` and insertions in `{+…+}`, as word diffs are written where there is no colour.
pub(super) fn clauses_table(texts: &TextComparison, language: Language) -> Table {
    let mut table = Table::new(
        language.pick("条款与文本", "Clauses and text"),
        &[
            language.pick("变化", "Change"),
            language.pick("A 条款", "Clause of A"),
            language.pick("B 条款", "Clause of B"),
            language.pick("文本", "Text"),
        ],
    );
    for clause in texts.clauses.iter().filter(|clause| !clause.is_untouched()) {
        table.push(vec![
            fate_words(clause, language),
            clause.a.join(" + "),
            clause.b.join(" + "),
            clause.pieces.iter().map(marked).collect(),
        ]);
    }
    table
}

/// Says what became of a clause and of its place.
pub fn fate_words(clause: &ComparedClause, language: Language) -> String {
    let (zh, en) = match clause.fate {
        ClauseFate::Same => ("未变", "unchanged"),
        ClauseFate::Changed => ("修改", "changed"),
        ClauseFate::Added => ("新增", "added"),
        ClauseFate::Dropped => ("删去", "dropped"),
        ClauseFate::Counterpart => ("对应", "counterpart"),
    };
    let fate = language.pick(zh, en);
    let (zh, en) = match clause.placement {
        Placement::Kept => return fate.to_owned(),
        Placement::Moved => ("移位", "moved"),
        Placement::Split => ("拆分", "divided"),
        Placement::Merged => ("合并", "merged"),
    };
    format!(
        "{fate}{}{}",
        language.pick("，", ", "),
        language.pick(zh, en)
    )
}

/// Says how many clauses became what.
pub fn clause_counts(texts: &TextComparison, language: Language) -> String {
    let counts = &texts.counts;
    let parts = [
        (counts.changed, "处修改", "changed"),
        (counts.added, "处新增", "added"),
        (counts.dropped, "处删去", "dropped"),
        (
            counts.moved,
            "处移位、拆分或合并",
            "moved, divided or merged",
        ),
        (counts.counterpart, "处有对应条款", "with a counterpart"),
        (counts.same, "处未变", "unchanged"),
    ];
    let parts = parts.iter().filter(|(count, ..)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, zh, en)| format!("{count} {}", language.pick(zh, en)))
        .collect();
    parts.join(language.pick("，", ", "))
}

fn marked(piece: &Piece) -> String {
    let (a, b) = (&piece.a, &piece.b);
    match piece.change {
        Change::Equal => a.clone(),
        Change::Delete => format!("[-{a}-]"),
        Change::Insert => format!("{{+{b}+}}"),
        Change::Replace => format!("[-{a}-]{{+{b}+}}"),
    }
}
