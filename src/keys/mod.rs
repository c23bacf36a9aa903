//! Keys for programs: who asks, what the key is for, how much it may ask.
//!
//! A key is a name that may be told and a secret that may not: `dbk_NAME_SECRET`. The secret is 256 random bits, so its
//! plain SHA-256 is kept and a slow hash would protect nothing; it is compared in constant time, and shown once, when it is
//! made.

mod api_key;
mod error;
mod keyring;
mod scope;
mod token;

pub use api_key::ApiKey;
pub use error::KeyError;
pub use keyring::{Keyring, NewKey};
pub use scope::{Scope, Scopes};
pub use token::KeyToken;
