//! Links that prove who follows them, without an account.
//!
//! A token names a purpose, a row, the row's epoch and an expiry, and carries an HMAC-SHA-256 over them (RFC 2104) under
//! a key of the data directory. So no token is stored anywhere, not even hashed: a stolen backup of the store opens
//! nothing without the key. Tokens that may be used once leave the SHA-256 of themselves behind when they are spent.
//!
//! Random tokens looked up by their hash were turned down: every letter holds three or four links, and a million
//! letters would leave a table of millions of rows that only ever grows.

mod secret;
mod token;

pub use secret::Secret;
pub use token::{Claim, Purpose, Token, TokenError};
