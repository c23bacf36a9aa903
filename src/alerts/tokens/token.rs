//! One token: what it says, how it is written and read.
//!
//! ```text
//! token = hex( version purpose id epoch expires mac )     ; 1 + 1 + 8 + 8 + 8 + 16 bytes, big-endian
//! mac   = first 16 bytes of HMAC-SHA-256( secret, everything before it )
//! ```
//!
//! Hexadecimal and not base64: some mail programs change the case of addresses, and one that wraps lines breaks `-`.

use std::fmt;

use hmac::Mac;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::Secret;

const VERSION: u8 = 1;
const SAID: usize = 26;
const MAC: usize = 16;

/// What a token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Confirming an address; the row is a subscriber.
    Confirm,
    /// Managing subscriptions; the row is a subscriber.
    Manage,
    /// Stopping all letters; the row is a subscriber.
    Unsubscribe,
    /// Reading one digest; the row is a digest.
    Digest,
    /// Reading the feed of one subscription; the row is a subscription.
    Feed,
}

const PURPOSES: [(Purpose, u8); 5] = [
    (Purpose::Confirm, b'c'),
    (Purpose::Manage, b'm'),
    (Purpose::Unsubscribe, b'u'),
    (Purpose::Digest, b'd'),
    (Purpose::Feed, b'f'),
];

/// What a token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// What it is good for.
    pub purpose: Purpose,
    /// The row it names.
    pub id: i64,
    /// The epoch of the subscriber when it was made; a later epoch makes it worthless.
    pub epoch: i64,
    /// When it expires, if it does.
    pub expires: Option<Timestamp>,
}

/// A token as it stands in an address; whoever has it may do what it says, so it is not printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}

/// A text that is no token of ours, or no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It was not made by this program with this key, or for something else.
    #[error("the link was not made by this service, or is not complete")]
    Forged,
    /// Its time is over.
    #[error("the link has expired")]
    Expired,
}

impl Token {
    /// Makes the token of a claim.
    pub fn make(secret: &Secret, claim: &Claim) -> Self {
        let said = claim.said();
        let mac = secret.sign(&said).finalize().into_bytes();
        Self(hex::encode([&said, &mac[..MAC]].concat()))
    }

    /// Reads a token that must be for a purpose, at an instant.
    ///
    /// The comparison takes the same time wherever the first wrong byte stands.
    ///
    /// # Errors
    ///
    /// [`TokenError::Forged`] for what was not made here for that purpose, [`TokenError::Expired`] when it is too late.
    pub fn read(
        secret: &Secret,
        text: &str,
        purpose: Purpose,
        now: Timestamp,
    ) -> Result<Claim, TokenError> {
        let bytes = hex::decode(text).map_err(|_| TokenError::Forged)?;
        if bytes.len() != SAID + MAC {
            return Err(TokenError::Forged);
        }
        let (said, mac) = bytes.split_at(SAID);
        secret
            .sign(said)
            .verify_truncated_left(mac)
            .map_err(|_| TokenError::Forged)?;
        let claim = Claim::read(said).filter(|claim| claim.purpose == purpose);
        let claim = claim.ok_or(TokenError::Forged)?;
        if claim.expires.is_some_and(|expires| expires < now) {
            return Err(TokenError::Expired);
        }
        Ok(claim)
    }

    /// Returns the token as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the SHA-256 under which a token that was used is remembered.
    pub fn hash(text: &str) -> [u8; 32] {
        Sha256::digest(text.to_ascii_lowercase().as_bytes()).into()
    }
}

impl Claim {
    fn said(&self) -> [u8; SAID] {
        let mut said = [0; SAID];
        said[0] = VERSION;
        said[1] = PURPOSES[self.purpose as usize].1;
        said[2..10].copy_from_slice(&self.id.to_be_bytes());
        said[10..18].copy_from_slice(&self.epoch.to_be_bytes());
        let expires = self.expires.map_or(0, Timestamp::as_second);
        said[18..26].copy_from_slice(&expires.to_be_bytes());
        said
    }

    fn read(said: &[u8]) -> Option<Self> {
        let number = |range: std::ops::Range<usize>| {
            Some(i64::from_be_bytes(said.get(range)?.try_into().ok()?))
        };
        if said.first() != Some(&VERSION) {
            return None;
        }
        let purpose = PURPOSES
            .iter()
            .find(|(_, code)| said.get(1) == Some(code))?
            .0;
        let expires = match number(18..26)? {
            0 => None,
            second => Some(Timestamp::from_second(second).ok()?),
        };
        Some(Self {
            purpose,
            id: number(2..10)?,
            epoch: number(10..18)?,
            expires,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn secret() -> Secret {
        Secret::new([7; 32])
    }

    fn now() -> Timestamp {
        "2026-11-25T02:00:00Z".parse().unwrap()
    }

    fn claim(expires: Option<&str>) -> Claim {
        Claim {
            purpose: Purpose::Confirm,
            id: 42,
            epoch: 3,
            expires: expires.map(|text| text.parse().unwrap()),
        }
    }

    #[test]
    fn a_token_says_what_it_was_made_to_say_in_either_case() {
        let claim = claim(Some("2026-11-28T02:00:00Z"));
        let token = Token::make(&secret(), &claim);
        for text in [token.as_str().to_owned(), token.as_str().to_uppercase()] {
            assert_eq!(
                Token::read(&secret(), &text, Purpose::Confirm, now()),
                Ok(claim)
            );
            assert_eq!(Token::hash(&text), Token::hash(token.as_str()));
        }
    }

    #[test]
    fn a_token_is_worth_nothing_late_elsewhere_or_under_another_key() {
        let read = |secret: &Secret, token: &Token, purpose| {
            Token::read(secret, token.as_str(), purpose, now())
        };
        let late = Token::make(&secret(), &claim(Some("2026-11-25T01:59:59Z")));
        assert_eq!(
            read(&secret(), &late, Purpose::Confirm),
            Err(TokenError::Expired)
        );
        let good = Token::make(&secret(), &claim(None));
        assert_eq!(
            read(&secret(), &good, Purpose::Manage),
            Err(TokenError::Forged)
        );
        assert_eq!(
            read(&Secret::new([8; 32]), &good, Purpose::Confirm),
            Err(TokenError::Forged)
        );
    }

    proptest! {
        #[test]
        fn a_token_with_anything_changed_is_forged(at in 0_usize..84, to in "[0-9a-f]") {
            let token = Token::make(&secret(), &claim(None));
            let mut text = token.as_str().to_owned();
            prop_assume!(text[at..=at] != to);
            text.replace_range(at..=at, &to);
            prop_assert_eq!(Token::read(&secret(), &text, Purpose::Confirm, now()), Err(TokenError::Forged));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,100}") {
            prop_assert!(Token::read(&secret(), &text, Purpose::Confirm, now()).is_err());
        }
    }
}
