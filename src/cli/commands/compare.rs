//! `duibiao compare`.

use std::io::IsTerminal;

use super::text_file::{self, Shown};
use super::{Session, questions};
use crate::cli::gap_arguments::{CompareArguments, Printed};
use crate::cli::{Failure, Outcome, output};
use crate::compare::request::{ClauseChange, TextOperation, TextRequest};
use crate::compare::text_diff::Change;
use crate::export::ReportFormat;
use crate::model::Language;

/// Characters of unchanged text shown before and after a change, and of a heading.
const CONTEXT: usize = 40;

pub(super) async fn run(
    options: &CompareArguments,
    open: &impl AsyncFn() -> Result<Session, Failure>,
    language: Language,
) -> Result<Outcome, Failure> {
    let request = TextRequest {
        a: text_file::text(&options.a, "", Shown::Text, open).await?,
        b: text_file::text(&options.b, "", Shown::Text, open).await?,
        lang: None,
    };
    let answer = questions::answer(request.clone())?;
    match options.format {
        Printed::File(ReportFormat::Json) => output::json(&answer)?,
        Printed::File(_) => {
            return Err(Failure::input(
                "changes are no list",
                "use --format table or --format json",
            ));
        }
        Printed::Table if answer.equal => {
            output::complaint(language.pick("两份文本相同", "the texts are the same"));
        }
        Printed::Table => {
            let paint = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            let view = View::new(&request, if paint { &COLOURED } else { &PLAIN });
            let shown = if answer.clauses.is_empty() {
                view.changes(&answer.operations)
            } else {
                view.clauses(&answer.clauses, language)
            };
            output::line(shown.trim_end())?;
        }
    }
    Ok(Outcome::found(!answer.equal))
}

/// What stands around deletions, insertions and headings.
struct Marks {
    deletion: [&'static str; 2],
    insertion: [&'static str; 2],
    heading: [&'static str; 2],
}

const PLAIN: Marks = Marks {
    deletion: ["[-", "-]"],
    insertion: ["{+", "+}"],
    heading: ["", ""],
};

const COLOURED: Marks = Marks {
    deletion: ["\x1b[31m[-", "-]\x1b[0m"],
    insertion: ["\x1b[32m{+", "+}\x1b[0m"],
    heading: ["\x1b[36m", "\x1b[0m"],
};

/// The two texts by code points, and how their changes are marked.
struct View<'m> {
    a: Vec<char>,
    b: Vec<char>,
    marks: &'m Marks,
}

impl<'m> View<'m> {
    fn new(request: &TextRequest, marks: &'m Marks) -> Self {
        Self {
            a: request.a.chars().collect(),
            b: request.b.chars().collect(),
            marks,
        }
    }

    /// The clauses that changed, were dropped or were added, each under its heading.
    fn clauses(&self, clauses: &[ClauseChange], language: Language) -> String {
        let shown: Vec<String> = clauses
            .iter()
            .filter_map(|clause| {
                let (heading, body) = self.clause(clause, language)?;
                let [before, after] = self.marks.heading;
                Some(format!("{before}@@ {heading} @@{after}\n{body}"))
            })
            .collect();
        shown.join("\n\n")
    }

    /// The heading and the marked text of a clause; nothing for one that stayed as it was.
    fn clause(&self, clause: &ClauseChange, language: Language) -> Option<(String, String)> {
        match (&clause.a, &clause.b) {
            (Some(a), Some(b)) => {
                let is_changed = clause
                    .operations
                    .iter()
                    .any(|each| each.change != Change::Equal);
                let heading = if a.heading == b.heading {
                    short(&a.heading)
                } else {
                    format!("{} → {}", short(&a.heading), short(&b.heading))
                };
                is_changed.then(|| (heading, self.changes(&clause.operations)))
            }
            (Some(a), None) => {
                let heading = format!(
                    "{} ({})",
                    short(&a.heading),
                    language.pick("删去", "dropped")
                );
                Some((
                    heading,
                    marked(self.marks.deletion, &piece(&self.a, a.span)),
                ))
            }
            (None, Some(b)) => {
                let heading = format!("{} ({})", short(&b.heading), language.pick("新增", "added"));
                Some((
                    heading,
                    marked(self.marks.insertion, &piece(&self.b, b.span)),
                ))
            }
            (None, None) => None,
        }
    }

    /// The changes in their running text; long unchanged stretches are cut short.
    fn changes(&self, operations: &[TextOperation]) -> String {
        let mut shown = String::new();
        for (at, operation) in operations.iter().enumerate() {
            let (deleted, inserted) = (piece(&self.a, operation.a), piece(&self.b, operation.b));
            match operation.change {
                Change::Equal => {
                    let is_first = at == 0;
                    let is_last = at + 1 == operations.len();
                    shown += &shortened(&deleted, is_first, is_last);
                }
                Change::Delete => shown += &marked(self.marks.deletion, &deleted),
                Change::Insert => shown += &marked(self.marks.insertion, &inserted),
                Change::Replace => {
                    shown += &marked(self.marks.deletion, &deleted);
                    shown += &marked(self.marks.insertion, &inserted);
                }
            }
        }
        shown
    }
}

/// The first words of a heading; the first line of an article is a whole paragraph.
fn short(heading: &str) -> String {
    match heading.char_indices().nth(CONTEXT) {
        Some((end, _)) => format!("{}…", &heading[..end]),
        None => heading.to_owned(),
    }
}

fn piece(text: &[char], [start, end]: [usize; 2]) -> String {
    text.get(start..end).unwrap_or_default().iter().collect()
}

fn marked([before, after]: [&str; 2], text: &str) -> String {
    format!("{before}{text}{after}")
}

/// An unchanged stretch with only what is near a change.
fn shortened(text: &str, is_first: bool, is_last: bool) -> String {
    let letters: Vec<char> = text.chars().collect();
    let head = if is_first { 0 } else { CONTEXT };
    let tail = if is_last { 0 } else { CONTEXT };
    if letters.len() <= head + tail + 1 {
        return text.to_owned();
    }
    let start: String = letters[..head].iter().collect();
    let end: String = letters[letters.len() - tail..].iter().collect();
    format!("{start}…{end}")
}
