//! What the operator says about mail.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Secret;

/// How the connection to the server is protected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte (RFC 8314), port 465.
    #[default]
    Tls,
    /// TLS after `STARTTLS` (RFC 3207), which the server must offer; port 587.
    StartTls,
    /// None: for a server on the same machine only; port 25.
    None,
}

/// The operator's key for signing letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DkimSettings {
    /// Name of the key below `_domainkey`.
    pub selector: String,
    /// The domain that signs; that of the sender.
    pub domain: String,
    /// File of the private key: RSA as PEM (PKCS #1), or Ed25519 as 32 bytes in base64.
    pub key_file: PathBuf,
}

/// What the operator says about mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailSettings {
    /// Name of the server; without one nothing is sent and letters wait.
    pub host: String,
    /// Its port, the usual one of the protection when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
    /// How the connection is protected.
    pub security: Security,
    /// Name for signing in; nobody signs in when it is empty.
    pub username: String,
    /// Password for signing in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<Secret>,
    /// Address that letters are from.
    pub from: String,
    /// Name beside it.
    pub from_name: String,
    /// Connections at once.
    pub connections: u32,
    /// Seconds after which a silent server is given up.
    pub timeout_s: u64,
    /// The key for signing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dkim: Option<DkimSettings>,
}

impl Default for MailSettings {
    fn default() -> Self {
        Self {
            host: String::new(),
            port: None,
            security: Security::default(),
            username: String::new(),
            password: None,
            from: "alerts@localhost.localdomain".to_owned(),
            from_name: "对标 Duibiao".to_owned(),
            connections: 4,
            timeout_s: 60,
            dkim: None,
        }
    }
}

impl MailSettings {
    /// Returns the port.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::Tls => 465,
            Security::StartTls => 587,
            Security::None => 25,
        })
    }

    /// Returns how long a silent server is waited for.
    pub fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_s.clamp(1, 600))
    }

    /// Returns the domain of the sender, which Message-IDs and the list's identifier end in.
    pub fn domain(&self) -> &str {
        self.from
            .rsplit_once('@')
            .map_or("localhost.localdomain", |(_, domain)| domain)
    }
}
