//! The interface for programs.

use serde::{Deserialize, Serialize};

use super::Network;

/// What somebody without a key may do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Anonymous {
    /// Ask.
    #[default]
    Read,
    /// Nothing but look at the description of the interface.
    Nothing,
}

/// What the operator says about the interface for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ApiSettings {
    /// What somebody without a key may do.
    pub anonymous: Anonymous,
    /// Requests one address without a key may make within a minute; 0 for as many as it likes.
    pub requests_a_minute: u32,
    /// Requests one key may make within a minute; 0 for as many as it likes.
    pub key_requests_a_minute: u32,
    /// Pages of other sites whose scripts may ask (`https://example.org`), or `*` for all.
    pub origins: Vec<String>,
    /// The proxies before the server, whose word for the address of a caller is believed.
    pub trusted_proxies: Vec<Network>,
}

impl Default for ApiSettings {
    fn default() -> Self {
        Self {
            anonymous: Anonymous::default(),
            requests_a_minute: 600,
            key_requests_a_minute: 3000,
            origins: Vec::new(),
            trusted_proxies: Vec::new(),
        }
    }
}
