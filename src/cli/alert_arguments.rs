//! What the command line understands about alerts.

use std::path::PathBuf;

use clap::Args;

use super::format::Format;

/// Arguments of `subscribe`.
#[derive(Debug, Args)]
#[command(
    after_help = "The owner of the address is asked by mail and nothing is sent before they agree.\n\n\
    Examples:\n  duibiao subscribe --topic hs:721420 --market EU --replay\n  \
    duibiao subscribe name@example.com --topic product:toy --topic query:童车 --market EU,US --rate weekly:mon\n  \
    duibiao subscribe name@example.com --import watches.csv"
)]
pub struct SubscribeArguments {
    /// The address letters go to
    #[arg(value_name = "ADDRESS", required_unless_present = "replay")]
    pub address: Option<String>,
    /// What is watched: product:toy, hs:721420, ics:77.140, document:ISO 9001, query:童车
    #[arg(long = "topic", value_name = "WAY:VALUE")]
    pub topics: Vec<String>,
    /// Searches that were kept with `duibiao searches save`, by name
    #[arg(long = "saved", value_name = "NAME")]
    pub saved: Vec<String>,
    /// Only these markets
    #[arg(long = "market", value_delimiter = ',')]
    pub markets: Vec<String>,
    /// Only these happenings: new, deadline, adopted, `in_force`, withdrawn, replaced, changed
    #[arg(long = "matter", value_delimiter = ',')]
    pub matters: Vec<String>,
    /// What the subscription is called
    #[arg(long)]
    pub name: Option<String>,
    /// When letters come: `at_once`, daily, weekly:mon, monthly:1, off
    #[arg(long, default_value = "weekly:mon")]
    pub rate: String,
    /// The hour in Beijing, 0 to 23
    #[arg(long, default_value_t = 8)]
    pub hour: i8,
    /// Send nothing on Saturdays and Sundays
    #[arg(long)]
    pub not_on_weekends: bool,
    /// Take the watches of a file instead: CSV, OPML or an ePing list
    #[arg(long, value_name = "FILE", conflicts_with_all = ["topics", "saved", "replay"])]
    pub import: Option<PathBuf>,
    /// Show what the last twelve months would have brought, and change nothing
    #[arg(long)]
    pub replay: bool,
    /// How to print the replay: table or json
    #[arg(long, default_value = "table")]
    pub format: Format,
}

/// Arguments of `digest`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  duibiao digest\n  duibiao digest --dry-run --for name@example.com --as-of 2026-12-01"
)]
pub struct DigestArguments {
    /// Print the digests that are due, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Only for this address (with --dry-run)
    #[arg(long = "for", value_name = "ADDRESS", requires = "dry_run")]
    pub address: Option<String>,
    /// As if it were the end of this day in Beijing (with --dry-run)
    #[arg(long, value_name = "DATE", requires = "dry_run")]
    pub as_of: Option<jiff::civil::Date>,
}

/// Arguments of `outbox`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  duibiao outbox\n  duibiao outbox --bounces /var/mail/bounces")]
pub struct OutboxArguments {
    /// Letters to print
    #[arg(long, default_value_t = 50)]
    pub limit: u32,
    /// Read letters that came back from a mailbox file
    #[arg(long, value_name = "FILE")]
    pub bounces: Option<PathBuf>,
    /// How to print the letters
    #[arg(long, default_value = "table")]
    pub format: Format,
}
