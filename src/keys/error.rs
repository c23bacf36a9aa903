//! What can go wrong with keys.

use crate::storage::StoreError;

/// An error of keys.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The word names no scope.
    #[error("expected read, import or admin as scope, found `{0}`")]
    Scope(String),
    /// There is none.
    #[error("expected at least one scope, found none")]
    NoScope,
    /// The name is empty or too long.
    #[error("expected a name of 1 to 80 characters, found {0}")]
    Name(usize),
    /// No such key, or it was revoked before.
    #[error("there is no key `{0}` that could be revoked")]
    NoKey(String),
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes: {0}")]
    Random(getrandom::Error),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl KeyError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Scope(_) | Self::NoScope => "name scopes as in `--scope read,import`",
            Self::Name(_) => "name the program or person that will use the key",
            Self::NoKey(_) => "`duibiao keys list` names them",
            Self::Random(_) => "try again",
            Self::Store(error) => error.hint(),
        }
    }

    /// Tells whether whoever asked can mend it.
    pub fn is_askers(&self) -> bool {
        !matches!(self, Self::Random(_) | Self::Store(_))
    }
}
