//! What the commands round crawling understand.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use super::format::Format;

/// Arguments of `crawl`.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option that is given or not"
)]
pub struct CrawlArguments {
    /// The sources; those that are switched on in the configuration when none is named
    #[arg(value_name = "SOURCE", conflicts_with = "due")]
    pub sources: Vec<String>,
    /// Name the sources that can be crawled
    #[arg(long)]
    pub list: bool,
    /// Do what is due by schedule
    #[arg(long)]
    pub due: bool,
    /// Only what changed since this day, or since so many days: 2026-11-01 or 30d
    #[arg(long, value_name = "DAY", conflicts_with = "full")]
    pub since: Option<String>,
    /// Everything, so that what vanished is noticed
    #[arg(long)]
    pub full: bool,
    /// Stop after so many records
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,
    /// Look what would come, and keep nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Ask this server instead of the source's own
    #[arg(long, value_name = "URL")]
    pub base: Option<String>,
    /// Let the source's hosts be addresses of this machine or its network
    #[arg(long)]
    pub allow_private: bool,
    /// Milliseconds between two requests; faster than the source's pace only with --base
    #[arg(long, value_name = "MS")]
    pub pace_ms: Option<u64>,
    /// A setting of the source
    #[arg(long, value_name = "NAME=VALUE")]
    pub set: Vec<String>,
    /// How to print the report
    #[arg(long, default_value = "table")]
    pub format: Format,
}

/// Arguments of `ingest`.
#[derive(Debug, Args)]
pub struct IngestArguments {
    /// The sources whose kept pages are read again
    #[arg(long, value_name = "SOURCE", required = true, num_args = 1..)]
    pub replay: Vec<String>,
    /// How to print the report
    #[arg(long, default_value = "table")]
    pub format: Format,
}

/// Arguments of `replay`.
#[derive(Debug, Args)]
pub struct ReplayArguments {
    /// The folder with `manifest.json`
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// What goes wrong; read again whenever it changes
    #[arg(long, value_name = "FILE")]
    pub scenario: Option<PathBuf>,
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:9000", value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,
}
