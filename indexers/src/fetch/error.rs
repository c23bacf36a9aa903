//! Why a page did not come.

use super::guard::Refusal;

/// A request without an answer that can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// The address is not one that may be asked.
    #[error("`{address}` is not asked: {refusal}")]
    Refused {
        /// The address, perhaps one that a redirect named.
        address: String,
        /// Why not.
        refusal: Refusal,
    },
    /// `robots.txt` excludes the address.
    #[error("robots.txt of the host excludes `{address}`")]
    Disallowed {
        /// The address.
        address: String,
    },
    /// The host is left alone for a while.
    #[error("`{host}` is left alone for {seconds} s: {reason}")]
    Stopped {
        /// The host.
        host: String,
        /// How long from now.
        seconds: u64,
        /// What it answered.
        reason: String,
    },
    /// The server answered with an error that asking again will not change.
    #[error("expected a page, found status {status}")]
    Status {
        /// The status.
        status: u16,
    },
    /// The body is larger than a page may be.
    #[error("expected at most {limit} bytes, found more")]
    TooLarge {
        /// The limit.
        limit: u64,
    },
    /// The body took longer than a page may.
    #[error("expected an answer within {seconds} s, found none or one without end")]
    TooSlow {
        /// The limit.
        seconds: u64,
    },
    /// The connection failed or broke off.
    #[error("the connection failed: {reason}")]
    Connection {
        /// The client's word.
        reason: String,
    },
    /// Redirects lead on and on.
    #[error("expected a page after at most {most} redirects, found another redirect")]
    Redirects {
        /// How many are followed.
        most: usize,
    },
    /// The configuration lacks a secret that the request needs.
    #[error("expected the secret `{name}` in the configuration, found none")]
    Secret {
        /// Its name.
        name: String,
    },
    /// The credentials of the configuration buy no token.
    #[error("expected an access token for the credentials of the configuration, found {found}")]
    Credentials {
        /// What came instead.
        found: String,
    },
    /// The client cannot be built or the request cannot be written.
    #[error("the request cannot be sent: {reason}")]
    Unsendable {
        /// The client's word.
        reason: String,
    },
}

impl FetchError {
    /// Tells whether the host has stopped answering, so that nothing more is asked of it in this run.
    pub fn stops(&self) -> bool {
        matches!(
            self,
            Self::Stopped { .. } | Self::Secret { .. } | Self::Credentials { .. }
        )
    }
}
