//! What the command line understands of saved searches.

use clap::{Args, Subcommand};

use super::format::Format;

/// Arguments of `searches`.
#[derive(Debug, Args)]
pub struct SearchesArguments {
    /// What to do with them; they are listed when left out
    #[command(subcommand)]
    pub command: Option<SearchesCommand>,
    /// How to print a list or hits
    #[arg(long, global = true, default_value = "table")]
    pub format: Format,
}

/// What can be done with saved searches.
#[derive(Debug, Subcommand)]
pub enum SearchesCommand {
    /// Keep a search under a name; one of the same name is replaced
    Save {
        /// The name
        name: String,
        /// The query, in the query language
        #[arg(required = true)]
        query: Vec<String>,
    },
    /// Show one and how it is read
    Show {
        /// Its name or number
        name: String,
    },
    /// Ask one, the newest hits first
    Run {
        /// Its name or number
        name: String,
        /// Hits
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
    /// Forget one
    Remove {
        /// Its name or number
        name: String,
    },
}
