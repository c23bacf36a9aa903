//! `duibiao eval queries`.

use super::super::Session;
use super::printed;
use crate::cli::eval_arguments::{EvalFormat, EvalQueriesArguments};
use crate::cli::{Failure, Outcome, output};
use crate::jobs::{self, Silent};
use crate::search::quality::judge;

/// Asks the judged searches that the program carries; a kind below its floor is told and counts as not found.
pub(in crate::cli::commands) async fn queries(
    session: &Session,
    options: &EvalQueriesArguments,
) -> Result<Outcome, Failure> {
    // The cases ask for carried records, which an empty data directory does not hold yet.
    jobs::wake(&session.app, &Silent).await?;
    let report = judge(session.app.searcher().await?).await?;
    match options.format {
        EvalFormat::Md => output::line(report.markdown(session.language).trim_end())?,
        EvalFormat::Json => printed(&report, EvalFormat::Json)?,
    }
    let fallen = report.fallen();
    for kind in &fallen {
        let words = session.language.pick("低于下限", "below its floor");
        output::complaint(&format!("{kind:?}: {words}"));
    }
    Ok(Outcome::found(fallen.is_empty()))
}
