//! `duibiao check`: 查新.

use std::time::Instant;

use super::resolve::day_of;
use super::{Session, text_file};
use crate::cli::check_arguments::CheckArguments;
use crate::cli::gap_arguments::Printed;
use crate::cli::{Failure, Outcome, output};
use crate::export::{Report, ReportFormat, Table, validity_report, write_validity};
use crate::storage::UnresolvedKind;

/// Numbers of the ledger that are listed.
const MOST_UNRESOLVED: u32 = 10_000;

pub(super) async fn run(session: &Session, options: &CheckArguments) -> Result<Outcome, Failure> {
    if let Some(number) = &options.forget {
        let there = session.app.store.forget_unresolved(number).await?;
        return Ok(Outcome::found(there));
    }
    let Some(file) = options.file.as_ref().filter(|_| !options.unresolved) else {
        return unresolved(session, options.format).await;
    };
    let today = session.app.clock.today();
    let day = match &options.as_of {
        Some(text) => day_of(text)?,
        None => today,
    };
    let text = text_file::read(file).await?;
    let begun = Instant::now();
    let checked = session.app.checker.check(&text, day, today).await?;
    let took = begun.elapsed();
    match options.format {
        Printed::File(ReportFormat::Csv) => {
            output::bytes(&write_validity(
                &checked,
                session.language,
                ReportFormat::Csv,
            )?)?;
        }
        printed => output::report(
            printed,
            &validity_report(&checked, session.language),
            &checked,
        )?,
    }
    output::complaint(&format!(
        "{} {}, {} ms",
        checked.numbers,
        session.language.pick("个编号", "numbers"),
        took.as_millis()
    ));
    Ok(Outcome::found(checked.numbers > 0))
}

/// Lists the ledger.
async fn unresolved(session: &Session, format: Printed) -> Result<Outcome, Failure> {
    let ledger = session.app.store.unresolved(MOST_UNRESOLVED).await?;
    let language = session.language;
    let title = language.pick("未能核对的编号", "Numbers that could not be checked");
    let headers = [
        language.pick("编号", "Number"),
        language.pick("原因", "Why"),
        language.pick("次数", "Times"),
        language.pick("首次", "First"),
        language.pick("末次", "Last"),
    ];
    let mut table = Table::new(title, &headers);
    for number in &ledger {
        let kind = match number.kind {
            UnresolvedKind::Absent => language.pick("库中没有", "not held"),
            UnresolvedKind::Unreadable => language.pick("无法识别", "not readable"),
        };
        table.push(vec![
            number.number.clone(),
            kind.to_owned(),
            number.times.to_string(),
            number.first_seen.clone(),
            number.last_seen.clone(),
        ]);
    }
    let mut report = Report::new(language, title);
    report.table(table);
    output::report(format, &report, &ledger)?;
    Ok(Outcome::found(!ledger.is_empty()))
}
