//! Standard output.

use std::io::{Cursor, IsTerminal, Write};

use comfy_table::{ContentArrangement, Table as TextTable, presets};
use serde::Serialize;

use super::Failure;
use super::format::Format;
use super::gap_arguments::Printed;
use crate::export::{
    Block, Report, ReportFormat, Table, write_csv, write_jsonl, write_report, write_xlsx,
};

/// Prints a line; a reader that has gone away (`| head`) is no error.
pub(super) fn line(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out
        .write_all(text.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
    {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints a line about the work on standard error.
pub(super) fn complaint(text: &str) {
    // Nothing can be done when standard error is gone.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Prints a value as JSON, for people when standard output is a terminal.
pub(super) fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    let pretty = std::io::stdout().is_terminal();
    let text = if pretty {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    line(&text.map_err(anyhow::Error::from)?)
}

/// Prints a list in a format; `whole` is what JSON shows.
pub(super) fn list<T: Serialize, W: Serialize>(
    format: Format,
    table: &Table,
    items: &[T],
    whole: &W,
) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    match format {
        Format::Table => return line(&text(table)),
        Format::Json => return json(whole),
        Format::Jsonl => write_jsonl(items, &mut bytes)?,
        Format::Csv => write_csv(table, &mut bytes)?,
        Format::Xlsx => {
            if std::io::stdout().is_terminal() {
                return Err(Failure::input(
                    "a spreadsheet cannot be shown on a terminal",
                    "add `> list.xlsx`",
                ));
            }
            let mut file = Cursor::new(Vec::new());
            write_xlsx(table, &mut file)?;
            bytes = file.into_inner();
        }
    }
    match std::io::stdout().lock().write_all(&bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints a file as it is.
pub(super) fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    match std::io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints a report in a format; `json` is the data it was made from.
pub(super) fn report<T: Serialize>(
    printed: Printed,
    report: &Report,
    value: &T,
) -> Result<(), Failure> {
    let Printed::File(format) = printed else {
        return line(&report_text(report));
    };
    if !format.is_text() && std::io::stdout().is_terminal() {
        return Err(Failure::input(
            "this format cannot be shown on a terminal",
            format!("add `> report.{}`", format.extension()),
        ));
    }
    let mut bytes = write_report(report, value, format)?;
    if format == ReportFormat::Json {
        bytes.push(b'\n');
    }
    match std::io::stdout().lock().write_all(&bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Lays a report out for a terminal.
fn report_text(report: &Report) -> String {
    let blocks = report.blocks.iter().map(|block| match block {
        Block::Heading(_, heading) => format!("\n{heading}"),
        Block::Paragraph(paragraph) => paragraph.clone(),
        Block::List(items) => items
            .iter()
            .map(|item| format!("- {item}"))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Table(table) => text(table),
    });
    std::iter::once(report.title.clone())
        .chain(blocks)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Lays a table out for a terminal; on a pipe lines are as long as they need to be.
fn text(table: &Table) -> String {
    let mut shown = TextTable::new();
    shown
        .load_style(presets::UTF8_HORIZONTAL_ONLY)
        .set_header(&table.headers);
    if std::io::stdout().is_terminal() {
        shown.set_content_arrangement(ContentArrangement::Dynamic);
    }
    shown.add_rows(&table.rows);
    shown.to_string()
}
