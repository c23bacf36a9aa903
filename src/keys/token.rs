//! The text of a key.

use std::fmt;

use sha2::{Digest, Sha256};

use super::KeyError;
use crate::secrets::is_same;

/// What every key begins with, so that scanners for leaked secrets know it.
const MARK: &str = "dbk";
/// Random bytes of the name.
const NAME: usize = 6;
/// Random bytes of the secret.
const SECRET: usize = 32;

/// A key as its owner holds it; it can be shown once and is not printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyToken {
    name: String,
    secret: String,
}

impl fmt::Debug for KeyToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "KeyToken({}, …)", self.name)
    }
}

impl KeyToken {
    /// Makes a new key.
    ///
    /// # Errors
    ///
    /// [`KeyError::Random`] when the operating system gives no random bytes.
    pub fn random() -> Result<Self, KeyError> {
        let mut bytes = [0; NAME + SECRET];
        getrandom::fill(&mut bytes).map_err(KeyError::Random)?;
        let (name, secret) = bytes.split_at(NAME);
        Ok(Self {
            name: hex::encode(name),
            secret: hex::encode(secret),
        })
    }

    /// Reads a key; nothing for a text that is none.
    pub fn read(text: &str) -> Option<Self> {
        let (mark, rest) = text.trim().split_once('_')?;
        let (name, secret) = rest.split_once('_')?;
        let is_hex = |text: &str, bytes: usize| {
            text.len() == bytes * 2 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        (mark == MARK && is_hex(name, NAME) && is_hex(secret, SECRET)).then(|| Self {
            name: name.to_owned(),
            secret: secret.to_owned(),
        })
    }

    /// Returns the part that may be told.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the whole text, for handing it to its owner.
    pub fn reveal(&self) -> String {
        format!("{MARK}_{}_{}", self.name, self.secret)
    }

    /// Returns what is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.reveal().as_bytes()).into()
    }

    /// Tells whether a kept hash is of this key, in the same time wherever they differ.
    pub fn is_of(&self, kept: &[u8]) -> bool {
        is_same(&self.hash(), kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_shown_and_never_printed() {
        let key = KeyToken::random().unwrap();
        let read = KeyToken::read(&key.reveal()).unwrap();
        assert_eq!(read, key);
        assert!(read.is_of(&key.hash()));
        assert!(!format!("{key:?}").contains(&key.secret));
    }

    #[test]
    fn another_secret_of_the_same_name_is_not_the_key() {
        let key = KeyToken::random().unwrap();
        let forged = KeyToken {
            name: key.name.clone(),
            secret: KeyToken::random().unwrap().secret,
        };
        assert!(!forged.is_of(&key.hash()));
        assert!(!key.is_of(&key.hash()[..31]));
    }

    #[test]
    fn what_is_no_key_is_not_read() {
        for text in ["", "dbk", "dbk_1_2", "abc_0123456789ab_00", "dbk__"] {
            assert!(KeyToken::read(text).is_none(), "{text}");
        }
    }
}
