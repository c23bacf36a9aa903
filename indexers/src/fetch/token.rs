//! Buying a token with client credentials.

use std::sync::{Mutex, PoisonError};

use serde::Deserialize;

use super::{FetchError, Fetched};

/// The answer of a token service is a few hundred bytes.
const LARGEST_ANSWER: u64 = 64 << 10;

/// A token, bought or not; it is never written anywhere.
#[derive(Default)]
pub(super) struct Token(Mutex<Option<String>>);

impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("***")
    }
}

impl Token {
    /// Returns the header that shows it.
    pub(super) fn bearer(&self) -> Option<String> {
        let token = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        token.as_ref().map(|token| format!("Bearer {token}"))
    }

    /// Keeps another one.
    pub(super) fn keep(&self, token: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
    }
}

#[derive(Deserialize)]
struct Bought {
    access_token: String,
}

/// Takes the token out of the answer; of an answer without one nothing is repeated, because it may hold half of one.
pub(super) fn bought(page: &Fetched) -> Result<String, FetchError> {
    let refused = |found: &str| FetchError::Credentials {
        found: found.to_owned(),
    };
    if page.body.length() > LARGEST_ANSWER {
        return Err(refused("an answer that is too long"));
    }
    let bytes = page.body.bytes().map_err(|_| refused("a broken answer"))?;
    let bought: Bought =
        serde_json::from_slice(&bytes).map_err(|_| refused("an answer without `access_token`"))?;
    let is_token = !bought.access_token.is_empty()
        && bought
            .access_token
            .bytes()
            .all(|byte| byte.is_ascii_graphic());
    is_token
        .then_some(bought.access_token)
        .ok_or_else(|| refused("a token with blanks in it"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::Body;

    fn answer(body: &str) -> Fetched {
        Fetched {
            status: 200,
            headers: Vec::new(),
            body: Body::of(body.as_bytes()).unwrap(),
        }
    }

    #[test]
    fn a_token_is_taken_out_and_never_shown() {
        let token = Token::default();
        token.keep(bought(&answer(r#"{"access_token":"s3cret","expires_in":3600}"#)).unwrap());
        assert_eq!(token.bearer().as_deref(), Some("Bearer s3cret"));
        assert_eq!(format!("{token:?}"), "***");
    }

    #[test]
    fn an_answer_without_a_token_is_refused_without_repeating_it() {
        for body in ["<html>s3cret</html>", "{}", r#"{"access_token":"a b"}"#] {
            let error = bought(&answer(body)).unwrap_err().to_string();
            assert!(
                !error.contains("s3cret") && error.contains("access token"),
                "{error}"
            );
        }
    }
}
