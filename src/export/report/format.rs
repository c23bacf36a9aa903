//! The formats of reports.

use std::io::Cursor;
use std::str::FromStr;

use super::{Report, docx, html, markdown};
use crate::export::xlsx::write_sheets;
use crate::export::{ExportError, Table, write_csv};

/// A format a report can be taken away in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    /// The data itself.
    Json,
    /// Markdown with tables.
    Markdown,
    /// One HTML file.
    Html,
    /// The first table as comma-separated values.
    Csv,
    /// A spreadsheet of several sheets.
    Xlsx,
    /// A text document (ISO/IEC 29500).
    Docx,
}

impl ReportFormat {
    /// All formats, in the order menus show them.
    pub const ALL: [Self; 6] = [
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
        Self::Markdown,
        Self::Html,
        Self::Json,
    ];

    /// Returns the ending of a file's name, also the word for it in addresses and on the command line.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// Returns the name readers know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Csv => "CSV",
            Self::Xlsx => "Excel (XLSX)",
            Self::Docx => "Word (DOCX)",
        }
    }

    /// Returns the media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// Tells whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Docx)
    }
}

/// A word that names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected json, md, html, csv, xlsx or docx, found `{0}`")]
pub struct ReportFormatError(String);

impl FromStr for ReportFormat {
    type Err = ReportFormatError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.extension() == word)
            .ok_or_else(|| ReportFormatError(word.to_owned()))
    }
}

/// Writes a report; `json` is the data it was made from.
pub fn write_report<T: serde::Serialize>(
    report: &Report,
    json: &T,
    format: ReportFormat,
) -> Result<Vec<u8>, ExportError> {
    Ok(match format {
        ReportFormat::Json => serde_json::to_vec(json)?,
        ReportFormat::Markdown => markdown::write(report).into_bytes(),
        ReportFormat::Html => html::write(report).into_bytes(),
        ReportFormat::Docx => docx::write(report)?,
        ReportFormat::Csv => {
            let mut bytes = Vec::new();
            let tables = report.sheets();
            let empty = Table::default();
            write_csv(tables.get(1).unwrap_or(&empty), &mut bytes)?;
            bytes
        }
        ReportFormat::Xlsx => {
            let mut file = Cursor::new(Vec::new());
            write_sheets(&report.sheets(), &mut file)?;
            file.into_inner()
        }
    })
}
