//! Sessions and the tokens of their forms.

use std::fmt;

use sha2::{Digest, Sha256};

use super::AccountError;
use crate::secrets::is_same;

/// Seconds without use after which a session ends.
pub(super) const IDLE: i64 = 30 * 60;
/// Seconds after which it ends anyway.
pub(super) const LONGEST: i64 = 12 * 60 * 60;

/// The identifier of a session: 256 random bits, kept by the browser and by nobody else.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionId(String);

impl fmt::Debug for SessionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SessionId(…)")
    }
}

impl SessionId {
    pub(super) fn random() -> Result<Self, AccountError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(AccountError::Random)?;
        Ok(Self(hex::encode(bytes)))
    }

    /// Takes what a cookie holds; what is no identifier is the one of no session.
    pub fn read(text: &str) -> Self {
        Self(text.chars().take(64).collect())
    }

    /// Returns the text for the cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Returns what the store knows it by.
    pub(super) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// Returns the token of the session's forms: a hash of the identifier that cannot be turned back into it.
    pub fn csrf(&self) -> CsrfToken {
        let hash = Sha256::digest(format!("form of {}", self.0).as_bytes());
        CsrfToken(hex::encode(hash))
    }
}

/// The token that stands in every form of a session: a page of another site cannot know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsrfToken(String);

impl CsrfToken {
    /// Returns the text for the form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tells whether a form brought this token, in the same time wherever they differ.
    pub fn is(&self, brought: &str) -> bool {
        is_same(self.0.as_bytes(), brought.as_bytes())
    }
}

/// A session under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identifier.
    pub id: SessionId,
    /// Whose it is.
    pub administrator: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_of_its_session_alone() {
        let one = SessionId::random().unwrap();
        let other = SessionId::random().unwrap();
        assert!(one.csrf().is(one.csrf().as_str()));
        assert!(!one.csrf().is(other.csrf().as_str()));
        assert!(!one.csrf().is(""));
        assert!(!one.csrf().as_str().contains(one.reveal()));
        assert_eq!(SessionId::read(one.reveal()), one);
    }
}
