//! What the command line understands of validity checks.

use std::path::PathBuf;

use clap::Args;

use super::gap_arguments::{Printed, report_format};

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The document; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["unresolved", "forget"])]
    pub file: Option<PathBuf>,
    /// The status on this day
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// How to print it: table, json, md, html, csv, xlsx or docx
    #[arg(long, default_value = "table", value_parser = report_format)]
    pub format: Printed,
    /// List the numbers that checks asked for in vain
    #[arg(long, conflicts_with_all = ["file", "as_of"])]
    pub unresolved: bool,
    /// Take a number off that list
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["file", "as_of", "unresolved"])]
    pub forget: Option<String>,
}
