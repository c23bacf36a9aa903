//! What the command line understands of comparisons, gap reports, dossiers and citations.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::format::Format;
use crate::compare::verdict::Verdict;
use crate::export::{CitationStyle, ReportFormat};

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// A number, or the file of the old text
    #[arg(value_name = "A")]
    pub a: PathBuf,
    /// A number, or the file of the new text
    #[arg(value_name = "B")]
    pub b: PathBuf,
    /// Compare the texts that are kept of two numbers instead of what is known of them
    #[arg(long)]
    pub texts: bool,
    /// The status on this day (documents only)
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// How to print it: table (for people), json; for documents also md, html, csv, xlsx or docx
    #[arg(long, default_value = "table", value_parser = report_format)]
    pub format: Printed,
}

/// Arguments of `gap`.
#[derive(Debug, Args)]
pub struct GapArguments {
    /// What to do instead of making a report
    #[command(subcommand)]
    pub action: Option<GapAction>,
    /// What is compared
    #[command(flatten)]
    pub target: TargetArguments,
    /// How to print the report: table, json, md, html, csv, xlsx or docx
    #[arg(long, default_value = "table", value_parser = report_format)]
    pub format: Printed,
    /// Read one request a line from standard input, write one report a line
    #[arg(long, conflicts_with_all = ["product", "market", "documents", "as_of"])]
    pub batch: bool,
}

/// Arguments of `dossier`.
#[derive(Debug, Args)]
pub struct DossierArguments {
    /// What it is about
    #[command(flatten)]
    pub target: TargetArguments,
    /// The map of all products and markets instead
    #[arg(long, conflicts_with_all = ["product", "market", "documents"])]
    pub map: bool,
    /// How to print it: table, json, md, html, csv, xlsx or docx
    #[arg(long, default_value = "table", value_parser = report_format)]
    pub format: Printed,
}

/// What a gap report is made of.
#[derive(Debug, Clone, Args)]
pub struct TargetArguments {
    /// Id or name of a product
    #[arg(long)]
    pub product: Option<String>,
    /// Codes or names of markets; all of which a limit is held when left out
    #[arg(long, value_delimiter = ',')]
    pub market: Vec<String>,
    /// Numbers of the documents to compare instead of all that concern the product
    #[arg(long, value_delimiter = ',')]
    pub documents: Vec<String>,
    /// The status on this day
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// What else can be done with gap reports.
#[derive(Debug, Subcommand)]
pub enum GapAction {
    /// Show what changed between two reports that were kept as JSON
    Diff {
        /// The old report
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The new report
        #[arg(value_name = "NEW")]
        new: PathBuf,
        /// How to print it: table or json
        #[arg(long, default_value = "table")]
        format: Format,
    },
    /// Agree with the verdict of a line, or override it with a reason
    Review(Box<ReviewArguments>),
}

/// Arguments of `gap review`.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// The report the line stands in
    #[command(flatten)]
    pub target: TargetArguments,
    /// Id of the line; its history alone is printed when there is no decision
    #[arg(long)]
    pub line: String,
    /// Agree with the computed verdict
    #[arg(long, conflicts_with = "verdict")]
    pub agree: bool,
    /// The verdict instead: stricter, looser, equal, crossing, `foreign_missing`, `domestic_missing`, `not_comparable`
    #[arg(long, value_parser = verdict)]
    pub verdict: Option<Verdict>,
    /// Why; an override needs one
    #[arg(long, default_value = "")]
    pub reason: String,
    /// Who reviews, as they want to be named
    #[arg(long, default_value = "")]
    pub reviewer: String,
}

fn verdict(word: &str) -> Result<Verdict, String> {
    serde_json::from_value(word.into())
        .map_err(|_| format!("expected one of the seven verdicts, found `{word}`"))
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// Identifiers or numbers
    #[arg(required = true, value_name = "NUMBER")]
    pub numbers: Vec<String>,
    /// The form: gb7714, bibtex, ris or csl
    #[arg(long, default_value = "gb7714")]
    pub style: CitationStyle,
}

/// How a report is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// For people at a terminal.
    Table,
    /// As a file.
    File(ReportFormat),
}

pub(super) fn report_format(word: &str) -> Result<Printed, String> {
    if word == "table" {
        return Ok(Printed::Table);
    }
    word.parse()
        .map(Printed::File)
        .map_err(|_| format!("expected table, json, md, html, csv, xlsx or docx, found `{word}`"))
}
