//! Clauses of two texts as rows: what changed, what moved, what only one of them has.

use crate::compare::text_diff::{Change, Granularity};
use crate::export::{clause_counts, fate_words};
use crate::gap::{ClauseFate, ComparedClause, Manner, Piece, TextComparison};
use crate::model::Language;
use crate::web::frame::Frame;
use crate::web::reader::Reader;
use crate::web::routes::{Route, pairs};

/// The clauses of a comparison, as far as one page shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ClauseView {
    /// How many clauses changed, and how.
    pub(in crate::web) counts: String,
    /// What is known of the two texts.
    pub(in crate::web) texts: String,
    /// What the reader must know of how it was compared; empty where it is as fine as can be.
    pub(in crate::web) caution: String,
    /// Ways to see the same: their word, address, and whether it is the one that is shown.
    pub(in crate::web) choices: Vec<(String, String, bool)>,
    /// Whether old and new stand in one text rather than beside each other.
    pub(in crate::web) is_unified: bool,
    /// The rows.
    pub(in crate::web) rows: Vec<ClauseRow>,
    /// Where the rows before these are; empty where there are none.
    pub(in crate::web) before: String,
    /// Where the rows after these are; empty where there are none.
    pub(in crate::web) after: String,
}

/// One clause, or clauses that were divided or drawn together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ClauseRow {
    /// Its place in the comparison; also its address in the page.
    pub(in crate::web) id: usize,
    /// What became of it, in words.
    pub(in crate::web) fate: String,
    /// Class of that in the style sheet.
    pub(in crate::web) class: &'static str,
    /// Its heading in both texts.
    pub(in crate::web) headings: [String; 2],
    /// Its words in the first text, in the second, and both in one.
    pub(in crate::web) sides: [Vec<Stretch>; 2],
    /// Both texts in one.
    pub(in crate::web) unified: Vec<Stretch>,
}

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Stretch {
    /// What happened to it.
    pub(in crate::web) mark: Mark,
    /// The words.
    pub(in crate::web) text: String,
}

/// What happened to a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Mark {
    /// Nothing.
    Plain,
    /// It is gone.
    Deleted,
    /// It is new.
    Inserted,
}

/// Rows of a page.
const ROWS: usize = 100;

impl ClauseView {
    /// Makes the view of what the reader asks for: `view`, `all`, `from`.
    pub(in crate::web) fn of(
        compared: &TextComparison,
        [a, b]: [&str; 2],
        reader: &Reader,
        frame: &Frame,
    ) -> Self {
        let language = frame.language;
        let is_unified = reader.parameter("view") == "unified";
        let with_all = reader.parameter("all") == "1" || compared.manner == Manner::Counterparts;
        let from: usize = reader.parameter("from").parse().unwrap_or(0);
        let address = |view: &str, all: bool, from: usize| {
            let from = if from == 0 {
                String::new()
            } else {
                from.to_string()
            };
            let all = if all { "1" } else { "" };
            let asked = pairs(&[
                ("a", a),
                ("b", b),
                ("view", view),
                ("all", all),
                ("from", &from),
            ]);
            format!("{}?{asked}#clauses", frame.href(Route::Compare("", "")))
        };
        let view = if is_unified { "unified" } else { "" };
        let wanted: Vec<(usize, &ComparedClause)> = compared
            .clauses
            .iter()
            .enumerate()
            .filter(|(_, clause)| with_all || !clause.is_untouched())
            .collect();
        let end = from.saturating_add(ROWS);
        let rows = wanted.iter().skip(from).take(ROWS);
        let choice = |zh: &str, en: &str, to: String, is_shown: bool| {
            (language.pick(zh, en).to_owned(), to, is_shown)
        };
        let mut choices = vec![
            choice(
                "左右对照",
                "Side by side",
                address("", with_all, 0),
                !is_unified,
            ),
            choice(
                "合并显示",
                "In one text",
                address("unified", with_all, 0),
                is_unified,
            ),
        ];
        if compared.manner == Manner::Changes {
            choices.push(choice(
                "只看有变化的",
                "Only what changed",
                address(view, false, 0),
                !with_all,
            ));
            choices.push(choice(
                "全部条款",
                "All clauses",
                address(view, true, 0),
                with_all,
            ));
        }
        Self {
            counts: clause_counts(compared, language),
            texts: texts(compared, language),
            caution: caution(compared, language),
            choices,
            is_unified,
            rows: rows
                .map(|(id, clause)| ClauseRow::of(*id, clause, language))
                .collect(),
            before: if from == 0 {
                String::new()
            } else {
                address(view, with_all, from.saturating_sub(ROWS))
            },
            after: if end < wanted.len() {
                address(view, with_all, end)
            } else {
                String::new()
            },
        }
    }
}

fn texts(compared: &TextComparison, language: Language) -> String {
    let one = |side: &crate::gap::ComparedText| {
        let clauses = language.pick("条", "clauses");
        format!(
            "{} ({}, {} {clauses})",
            side.origin, side.language, side.clauses
        )
    };
    format!("{} ⇄ {}", one(&compared.a), one(&compared.b))
}

fn caution(compared: &TextComparison, language: Language) -> String {
    let said = match (compared.manner, compared.granularity) {
        (Manner::Counterparts, _) => language.pick(
            "两份正文语言不同：只给出对应条款，不逐字比对。对应关系由程序得出，请核对。",
            "The texts have two languages: counterparts are shown, words are not compared. The pairs are the program's; check them.",
        ),
        (_, Granularity::Word) => "",
        (_, Granularity::Sentence | Granularity::Paragraph) => language.pick(
            "文本过长，部分条款只比到句或段。",
            "The texts are long: some clauses were compared by sentence or paragraph only.",
        ),
    };
    said.to_owned()
}

impl ClauseRow {
    fn of(id: usize, clause: &ComparedClause, language: Language) -> Self {
        let class = match clause.fate {
            ClauseFate::Same => "same",
            ClauseFate::Changed => "changed",
            ClauseFate::Added => "added",
            ClauseFate::Dropped => "dropped",
            ClauseFate::Counterpart => "counterpart",
        };
        let side = |is_shown: fn(Mark) -> bool| -> Vec<Stretch> {
            let all = clause.pieces.iter().flat_map(stretches);
            all.filter(|stretch| is_shown(stretch.mark)).collect()
        };
        Self {
            id,
            fate: fate_words(clause, language),
            class,
            headings: [clause.a.join(" + "), clause.b.join(" + ")],
            sides: [
                side(|mark| mark != Mark::Inserted),
                side(|mark| mark != Mark::Deleted),
            ],
            unified: side(|_| true),
        }
    }
}

fn stretches(piece: &Piece) -> Vec<Stretch> {
    let of = |mark, text: &str| Stretch {
        mark,
        text: text.to_owned(),
    };
    match piece.change {
        Change::Equal => vec![of(Mark::Plain, &piece.a)],
        Change::Delete => vec![of(Mark::Deleted, &piece.a)],
        Change::Insert => vec![of(Mark::Inserted, &piece.b)],
        Change::Replace => vec![of(Mark::Deleted, &piece.a), of(Mark::Inserted, &piece.b)],
    }
}
