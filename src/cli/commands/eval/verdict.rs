//! `duibiao eval verdict`.

use serde::Serialize;

use super::printed;
use super::rows::{rows, wrong};
use crate::cli::eval_arguments::EvalRowsArguments;
use crate::cli::{Failure, Outcome};
use crate::compare::lexicon::Embedded;
use crate::compare::score::{VerdictRow, VerdictScore};
use crate::compare::verdict::{Finding, Verdict, judge_with};

/// Quality of verdicts.
#[derive(Debug, Serialize)]
struct Report {
    rows: usize,
    right: usize,
    accuracy: f64,
}

/// A wrong verdict.
#[derive(Debug, Serialize)]
struct Wrong<'r> {
    id: &'r str,
    expected: Verdict,
    found: &'r Finding,
}

/// Scores verdicts.
pub(in crate::cli::commands) fn verdict(options: &EvalRowsArguments) -> Result<Outcome, Failure> {
    let rows: Vec<VerdictRow> = rows(&options.file)?;
    let mut score = VerdictScore::default();
    for row in &rows {
        let finding = judge_with(&Embedded, row.domestic.as_ref(), row.foreign.as_ref());
        score.add(row, &finding);
        if options.rows && finding.verdict != row.verdict {
            wrong(&Wrong {
                id: &row.id,
                expected: row.verdict,
                found: &finding,
            })?;
        }
    }
    let report = Report {
        rows: score.all,
        right: score.right,
        accuracy: score.accuracy(),
    };
    printed(&report, options.format)?;
    Ok(Outcome::found(!rows.is_empty()))
}
