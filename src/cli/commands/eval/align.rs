//! `duibiao eval align`.

use serde::Serialize;

use super::printed;
use super::rows::{Quality, rows, wrong};
use crate::cli::eval_arguments::EvalRowsArguments;
use crate::cli::{Failure, Outcome};
use crate::compare::align::Aligner;
use crate::compare::lexicon::Embedded;
use crate::compare::score::{AlignOutcome, AlignRow, AlignScore};

/// Quality of alignment.
#[derive(Debug, Serialize)]
struct Report {
    rows: usize,
    /// Links between two clauses.
    #[serde(flatten)]
    links: Quality,
    /// Clauses without a counterpart.
    nulls: usize,
    /// Clauses without a counterpart that were left alone.
    nulls_right: usize,
    null_accuracy: f64,
}

/// What went wrong in a row.
#[derive(Debug, Serialize)]
struct Wrong<'r> {
    id: &'r str,
    f1: f64,
    missing: &'r [(Option<String>, Option<String>)],
    extra: &'r [(Option<String>, Option<String>)],
}

/// Scores alignment.
pub(in crate::cli::commands) fn align(options: &EvalRowsArguments) -> Result<Outcome, Failure> {
    let rows: Vec<AlignRow> = rows(&options.file)?;
    let mut score = AlignScore::default();
    for row in &rows {
        let outcome = row.score(&Aligner::new(&Embedded).align(&row.a, &row.b));
        score.add(&outcome);
        let AlignOutcome {
            links,
            missing,
            extra,
            ..
        } = &outcome;
        if options.rows && !(missing.is_empty() && extra.is_empty()) {
            wrong(&Wrong {
                id: &row.id,
                f1: links.f1(),
                missing,
                extra,
            })?;
        }
    }
    let report = Report {
        rows: rows.len(),
        links: score.links.into(),
        nulls: score.nulls,
        nulls_right: score.nulls_right,
        null_accuracy: score.null_accuracy(),
    };
    printed(&report, options.format)?;
    Ok(Outcome::found(!rows.is_empty()))
}
