//! Credentials that are exchanged for a token before anything is asked.

/// OAuth 2.0 client credentials (RFC 6749, 4.4): identifier and password buy a token, the token opens the pages.
///
/// The client buys it, once a run and again after a 401; neither password nor token is part of a request, so neither is
/// kept with pages, written into logs or seen by a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credentials {
    /// Where the token is bought, by GET with basic authentication (RFC 7617).
    pub url: &'static str,
    /// The secret setting that holds the identifier.
    pub client: &'static str,
    /// The secret setting that holds the password.
    pub password: &'static str,
}
