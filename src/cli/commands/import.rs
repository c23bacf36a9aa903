//! `duibiao import`.

use super::Session;
use crate::cli::arguments::ImportArguments;
use crate::cli::progress::Bars;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::jobs::{ImportReport, import};
use crate::model::Language;

pub(super) async fn run(session: &Session, options: &ImportArguments) -> Result<Outcome, Failure> {
    if options.dry_run {
        return show_bindings(options, session.language);
    }
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

/// Prints the binding of each table, column by column, and what its first rows become.
fn show_bindings(options: &ImportArguments, language: Language) -> Result<Outcome, Failure> {
    let headers = match language {
        Language::Zh => ["文件", "行", "列名或行", "结果"],
        Language::En => ["File", "Line", "Header or row", "Becomes"],
    };
    let mut table = Table::new(language.pick("试读", "Dry run"), &headers);
    let mut outcome = Outcome::Done;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for path in &options.files {
        let name = path.display().to_string();
        match indexers::preview(path) {
            Ok(Some(preview)) => {
                for row in binding(&preview, language) {
                    let line = preview.header_line.to_string();
                    rows.push([name.clone(), line].into_iter().chain(row).collect());
                }
            }
            Ok(None) => {
                let words =
                    language.pick("不是表格，按 JSON 行导入", "no table, read as JSON lines");
                rows.push(vec![name, String::new(), String::new(), words.to_owned()]);
            }
            Err(error) => {
                output::complaint(&error.to_string());
                output::complaint(&format!("hint: {}", error.hint()));
                outcome = Outcome::BadInput;
            }
        }
    }
    rows.iter().cloned().for_each(|row| table.push(row));
    output::list(options.format, &table, &rows, &rows)?;
    Ok(outcome)
}

fn binding(preview: &indexers::TablePreview, language: Language) -> Vec<[String; 2]> {
    let unbound = language.pick("未绑定，原样保留", "unbound, kept as it is");
    let missing = language.pick("缺少此列", "missing column");
    let bound = preview
        .bound
        .iter()
        .map(|(header, field)| [header.clone(), (*field).to_owned()]);
    let loose = preview
        .unbound
        .iter()
        .map(|header| [header.clone(), unbound.to_owned()]);
    let lacking = preview
        .missing
        .iter()
        .map(|field| [(*field).to_owned(), missing.to_owned()]);
    let first = preview.first.iter().map(|row| match row {
        Ok(record) => {
            let titles: Vec<_> = record.titles.values().cloned().collect();
            [record.number.clone(), titles.join(" / ")]
        }
        Err(error) => [error.field.clone(), error.reason.clone()],
    });
    bound.chain(loose).chain(lacking).chain(first).collect()
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
