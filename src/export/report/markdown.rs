//! Reports as Markdown: plain, with the tables of GitHub.

use std::fmt::Write;

use super::{Block, Report};
use crate::export::Table;

pub(super) fn write(report: &Report) -> String {
    let mut text = format!("# {}\n", inline(&report.title));
    for block in &report.blocks {
        text.push('\n');
        match block {
            Block::Heading(level, heading) => {
                let marks = "#".repeat(usize::from(*level) + 1);
                let _ = writeln!(text, "{marks} {}", inline(heading));
            }
            Block::Paragraph(paragraph) => {
                let _ = writeln!(text, "{}", inline(paragraph));
            }
            Block::List(items) => {
                for item in items {
                    let _ = writeln!(text, "- {}", inline(item));
                }
            }
            Block::Table(table) => write_table(&mut text, table),
        }
    }
    text
}

fn write_table(text: &mut String, table: &Table) {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| inline(cell).replace('|', "\\|"))
            .collect();
        format!("| {} |\n", cells.join(" | "))
    };
    text.push_str(&line(&table.headers));
    let _ = writeln!(text, "|{}", " --- |".repeat(table.headers.len()));
    for row in &table.rows {
        text.push_str(&line(row));
    }
}

/// A text on one line, in which nothing starts an element or an emphasis.
fn inline(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' => plain.push(' '),
            '\\' | '`' | '*' | '_' | '<' | '[' | ']' => {
                plain.push('\\');
                plain.push(character);
            }
            other => plain.push(other),
        }
    }
    plain
}
