//! What can go wrong with accounts.

use super::LEAST_CHARACTERS;
use crate::secrets::KeyFileError;
use crate::storage::StoreError;

/// An error of accounts.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The name cannot be used.
    #[error("expected a name of 1 to 40 letters, digits, `.`, `-` or `_`, found `{0}`")]
    Name(String),
    /// The password is too short, or too long to be one.
    #[error("expected a password of {LEAST_CHARACTERS} to 200 characters, found {0}")]
    PasswordLength(usize),
    /// There is no such administrator.
    #[error("there is no administrator `{0}`")]
    NoAdministrator(String),
    /// The password cannot be hashed.
    #[error("the password cannot be hashed: {0}")]
    Hash(String),
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes: {0}")]
    Random(getrandom::Error),
    /// The key of sessions cannot be used.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AccountError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Name(_) => "choose a short name, such as the one you have elsewhere",
            Self::PasswordLength(_) => "several words make a password that is long and remembered",
            Self::NoAdministrator(_) => "`duibiao admin list` names them",
            Self::Hash(_) | Self::Random(_) => "try again",
            Self::KeyFile(_) => "make the data directory readable and writable for the program",
            Self::Store(error) => error.hint(),
        }
    }

    /// Tells whether whoever asked can mend it.
    pub fn is_askers(&self) -> bool {
        matches!(
            self,
            Self::Name(_) | Self::PasswordLength(_) | Self::NoAdministrator(_)
        )
    }
}
