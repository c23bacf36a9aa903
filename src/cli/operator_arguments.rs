//! What the command line understands about operators: keys, administrators, the log.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::format::Format;
use crate::keys::Scope;

/// What to do with the keys of programs.
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Make a key; it is shown once and cannot be shown again
    #[command(
        after_help = "Example:\n  duibiao keys create \"nightly import\" --scope read,import --quota 100000"
    )]
    Create(KeyArguments),
    /// List the keys, the revoked ones included
    List {
        /// How to print them
        #[arg(long, default_value = "table")]
        format: Format,
    },
    /// Revoke a key; it stops working at once
    Revoke {
        /// The key, or the part between the first two underscores
        key: String,
    },
}

/// Arguments of `keys create`.
#[derive(Debug, Args)]
pub struct KeyArguments {
    /// Who or what will use it
    pub name: String,
    /// What it is for: read, import, admin
    #[arg(long = "scope", value_delimiter = ',', default_value = "read")]
    pub scopes: Vec<Scope>,
    /// Requests it may make within a day; as many as it likes when left out
    #[arg(long, value_name = "REQUESTS")]
    pub quota: Option<u64>,
}

/// What to do with administrators.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Make an administrator, or give one a new password; the password is read from standard input
    #[command(
        after_help = "Examples:\n  duibiao admin create wang\n  duibiao admin create wang < password.txt"
    )]
    Create {
        /// The name to sign in with
        name: String,
    },
    /// List the administrators
    List {
        /// How to print them
        #[arg(long, default_value = "table")]
        format: Format,
    },
    /// Take an administrator away; the sessions end at once
    Remove {
        /// The name
        name: String,
    },
}

/// Arguments of `audit`.
#[derive(Debug, Args)]
pub struct AuditArguments {
    /// Entries to print, the latest first
    #[arg(long, default_value_t = 50)]
    pub limit: u32,
    /// Only entries before this number
    #[arg(long)]
    pub before: Option<i64>,
    /// How to print them
    #[arg(long, default_value = "table")]
    pub format: Format,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// The folder the pages are written into; made when missing
    pub folder: PathBuf,
}
