//! What the operator decides: one typed configuration from file, environment and command line.
//!
//! The file is `duibiao.toml` in the data directory or the one named with `--config`; `duibiao.example.toml` at the root
//! of the repository names every key. The environment overrides the file (`DUIBIAO_SERVER__LISTEN`: section and key with
//! two underscores between), and options of a command override both. A key that is not known is an error, because a
//! misspelled key that is passed over is found out too late.

mod alerts;
mod api;
mod contact;
mod error;
mod interval;
mod limits;
mod mail;
mod network;
mod secret;
mod server;
mod source;
mod whole;

pub use alerts::AlertsSettings;
pub use api::{Anonymous, ApiSettings};
pub use contact::Contact;
pub use error::ConfigError;
pub use interval::Interval;
pub use limits::Limits;
pub use mail::{DkimSettings, MailSettings, Security};
pub use network::{Network, NetworkError};
pub use secret::Secret;
pub use server::ServerConfig;
pub use source::SourceConfig;
pub use whole::Config;
