//! `duibiao eval extract`.

use serde::Serialize;

use super::printed;
use super::rows::{Quality, rows, wrong};
use crate::cli::eval_arguments::EvalRowsArguments;
use crate::cli::{Failure, Outcome};
use crate::compare::indicator::Indicator;
use crate::compare::score::{ExtractRow, ExtractScore};

/// Quality of extraction.
#[derive(Debug, Serialize)]
struct Report {
    rows: usize,
    #[serde(flatten)]
    indicators: Quality,
    /// The same without looking at the parameter.
    without_parameter: Quality,
    /// Matched indicators with the right condition.
    conditions: usize,
    /// Matched indicators with the right modal verb and method.
    qualified: usize,
}

/// What went wrong in a row.
#[derive(Debug, Serialize)]
struct Wrong<'r> {
    id: &'r str,
    missing: &'r [Indicator],
    extra: &'r [Indicator],
}

/// Scores extraction.
pub(in crate::cli::commands) fn extract(options: &EvalRowsArguments) -> Result<Outcome, Failure> {
    let rows: Vec<ExtractRow> = rows(&options.file)?;
    let mut score = ExtractScore::default();
    for row in &rows {
        let outcome = row.score();
        score.add(&outcome);
        let is_right = outcome.missing.is_empty() && outcome.extra.is_empty();
        if options.rows && !is_right {
            let (missing, extra) = (&outcome.missing, &outcome.extra);
            wrong(&Wrong {
                id: &row.id,
                missing,
                extra,
            })?;
        }
    }
    let report = Report {
        rows: rows.len(),
        indicators: score.counts.into(),
        without_parameter: score.bare.into(),
        conditions: score.conditions,
        qualified: score.qualified,
    };
    printed(&report, options.format)?;
    Ok(Outcome::found(!rows.is_empty()))
}
