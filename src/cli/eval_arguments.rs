//! What the measures understand.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What can be measured.
#[derive(Debug, Subcommand)]
pub enum EvalCommand {
    /// Recall and reciprocal rank of judged queries, by family
    #[command(after_help = "Example:\n  duibiao eval search queries.jsonl --field query_zh --k 10")]
    Search(EvalSearchArguments),
    /// The judged searches that the program carries, kind by kind
    #[command(after_help = "Example:\n  duibiao eval queries --format md")]
    Queries(EvalQueriesArguments),
    /// Precision and recall of the indicators read out of judged clauses
    #[command(after_help = "Example:\n  duibiao eval extract extract.jsonl --rows")]
    Extract(EvalRowsArguments),
    /// Accuracy of verdicts on judged pairs of indicators
    #[command(after_help = "Example:\n  duibiao eval verdict verdict.jsonl")]
    Verdict(EvalRowsArguments),
    /// Link precision and recall of alignment on judged pairs of clause lists
    #[command(after_help = "Example:\n  duibiao eval align align.jsonl")]
    Align(EvalRowsArguments),
}

/// How figures are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum EvalFormat {
    /// One JSON object.
    #[default]
    Json,
    /// A Markdown table.
    Md,
}

/// Arguments of `eval queries`.
#[derive(Debug, Args)]
pub struct EvalQueriesArguments {
    /// How to print the figures
    #[arg(long, default_value = "md")]
    pub format: EvalFormat,
}

/// Arguments of the measures that need no data directory.
#[derive(Debug, Args)]
pub struct EvalRowsArguments {
    /// JSON lines of judged rows
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Print what went wrong in each row as well, one JSON line a row
    #[arg(long)]
    pub rows: bool,
    /// How to print the figures
    #[arg(long, default_value = "json")]
    pub format: EvalFormat,
}

/// Arguments of `eval search`.
#[derive(Debug, Args)]
pub struct EvalSearchArguments {
    /// JSON lines with `number` and one or more query fields
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The field that holds the query
    #[arg(long, default_value = "query_zh")]
    pub field: String,
    /// Hits looked at for the reciprocal rank
    #[arg(long, default_value_t = 10)]
    pub k: usize,
    /// Only these issuing bodies
    #[arg(long, value_delimiter = ',')]
    pub body: Vec<String>,
    /// Print the rank of every query as well
    #[arg(long)]
    pub ranks: bool,
    /// How to print the figures
    #[arg(long, default_value = "json")]
    pub format: EvalFormat,
}
