//! `duibiao import`.

use super::Session;
use crate::cli::arguments::ImportArguments;
use crate::cli::progress::Bars;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::jobs::{ImportReport, import};
use crate::model::Language;

pub(super) async fn run(session: &Session, options: &ImportArguments) -> Result<Outcome, Failure> {
    let bars = Bars::new(session.language);
    let report = import(&session.app, &options.files, &bars).await?;
    output::list(
        options.format,
        &table(&report, session.language),
        &report.files,
        &report,
    )?;
    complain(&report, session.language);
    if report.has_failures() || report.counts().bad > 0 {
        Ok(Outcome::BadInput)
    } else {
        Ok(Outcome::Done)
    }
}

fn table(report: &ImportReport, language: Language) -> Table {
    let headers = match language {
        Language::Zh => ["文件", "行", "新增", "变更", "未变", "错误"],
        Language::En => ["File", "Rows", "Added", "Changed", "Unchanged", "Bad"],
    };
    let mut table = Table::new(language.pick("导入", "Import"), &headers);
    let row = |name: String, counts: crate::storage::RunCounts| {
        let numbers = [
            counts.rows,
            counts.added,
            counts.changed,
            counts.unchanged,
            counts.bad,
        ];
        std::iter::once(name)
            .chain(numbers.iter().map(u64::to_string))
            .collect()
    };
    for file in &report.files {
        table.push(row(file.path.display().to_string(), file.counts));
    }
    if report.files.len() > 1 {
        table.push(row(
            language.pick("合计", "Total").to_owned(),
            report.counts(),
        ));
    }
    table
}

/// Bad rows that are printed for each file; the store keeps more.
const MOST_PRINTED: usize = 10;

fn complain(report: &ImportReport, language: Language) {
    for file in &report.files {
        let path = file.path.display();
        for row in file.bad_rows.iter().take(MOST_PRINTED) {
            output::complaint(&format!(
                "{path}:{}: {}: {}",
                row.line, row.field, row.reason
            ));
        }
        let more = file.counts.bad.saturating_sub(MOST_PRINTED as u64);
        if more > 0 {
            let words = language.pick("行错误未显示", "more bad rows");
            output::complaint(&format!("{path}: {more} {words}"));
        }
        if let Some(failure) = &file.failure {
            output::complaint(failure);
            if let Some(hint) = &file.hint {
                output::complaint(&format!("hint: {hint}"));
            }
        }
    }
}
