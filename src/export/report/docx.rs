//! Reports as text documents: real headings, real tables, Chinese fonts by name.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, PageMargin, PageOrientationType, Paragraph, Run, RunFonts, Style,
    StyleType, Table as DocxTable, TableCell, TableLayoutType, TableRow, WidthType,
};

use super::{Block, Report};
use crate::export::{ExportError, Table};

/// A4 turned on its side, in twentieths of a point: a line of a report has ten columns.
const PAGE: (u32, u32) = (16_838, 11_906);
/// Margin on every side.
const MARGIN: i32 = 1_134;
/// Room between the margins.
const ROOM: usize = 16_838 - 2 * 1_134;
/// Sizes in half points: text, text of tables.
const TEXT: usize = 21;
const CELL: usize = 16;
/// The day of making is no fact of a report: the same report gives the same file.
const MADE: &str = "2000-01-01T00:00:00Z";

pub(super) fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let mut document = Docx::new()
        .default_fonts(fonts("Times New Roman", "宋体"))
        .default_size(TEXT)
        .created_at(MADE)
        .updated_at(MADE)
        .page_size(PAGE.0, PAGE.1)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(
            PageMargin::new()
                .top(MARGIN)
                .bottom(MARGIN)
                .left(MARGIN)
                .right(MARGIN),
        )
        .add_style(heading_style("Title", "Title", 36, 0).align(AlignmentType::Center))
        .add_style(heading_style("Heading1", "heading 1", 28, 0))
        .add_style(heading_style("Heading2", "heading 2", 24, 1))
        .add_paragraph(styled("Title", &report.title));
    for block in &report.blocks {
        document = match block {
            Block::Heading(level, text) => {
                let style = if *level <= 1 { "Heading1" } else { "Heading2" };
                document.add_paragraph(styled(style, text))
            }
            Block::Paragraph(text) => document.add_paragraph(plain(text)),
            Block::List(items) => items.iter().fold(document, |document, item| {
                document.add_paragraph(plain(&format!("• {item}")))
            }),
            Block::Table(table) => document
                .add_table(filled(table))
                .add_paragraph(Paragraph::new()),
        };
    }
    let mut file = Cursor::new(Vec::new());
    document
        .build()
        .pack(&mut file)
        .map_err(|reason| ExportError::Document(reason.to_string()))?;
    Ok(file.into_inner())
}

/// A Latin and a Chinese font; without the second, Word falls back on whatever the reader's system has.
fn fonts(latin: &str, chinese: &str) -> RunFonts {
    RunFonts::new()
        .ascii(latin)
        .hi_ansi(latin)
        .east_asia(chinese)
}

fn heading_style(id: &str, name: &str, size: usize, outline: usize) -> Style {
    Style::new(id, StyleType::Paragraph)
        .name(name)
        .fonts(fonts("Arial", "黑体"))
        .size(size)
        .bold()
        .outline_lvl(outline)
}

fn styled(style: &str, text: &str) -> Paragraph {
    Paragraph::new()
        .style(style)
        .add_run(Run::new().add_text(clean(text)))
}

fn plain(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(clean(text)))
}

fn filled(table: &Table) -> DocxTable {
    let width = ROOM / table.headers.len().max(1);
    let cell = |text: &String, is_header: bool| {
        let run = Run::new().add_text(clean(text)).size(CELL);
        let run = if is_header { run.bold() } else { run };
        TableCell::new()
            .width(width, WidthType::Dxa)
            .add_paragraph(Paragraph::new().add_run(run))
    };
    let row = |cells: &[String], is_header: bool| {
        TableRow::new(cells.iter().map(|text| cell(text, is_header)).collect()).cant_split()
    };
    let rows = std::iter::once(row(&table.headers, true))
        .chain(table.rows.iter().map(|cells| row(cells, false)));
    DocxTable::new(rows.collect())
        .set_grid(vec![width; table.headers.len()])
        .layout(TableLayoutType::Fixed)
        .width(ROOM, WidthType::Dxa)
}

/// A text without the control characters that XML forbids.
fn clean(text: &str) -> String {
    text.chars()
        .map(|character| if character == '\n' { ' ' } else { character })
        .filter(|character| !character.is_control())
        .collect()
}
