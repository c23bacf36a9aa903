//! Passwords.

use std::fmt;
use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

use super::AccountError;

/// The shortest password (NIST SP 800-63B-4 asks for 15 where nothing else is asked).
pub const LEAST_CHARACTERS: usize = 12;
/// The longest; hashing takes time with length.
const MOST_CHARACTERS: usize = 200;

/// A password that was typed; it cannot be printed.
#[derive(Clone)]
pub struct Password(String);

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

impl Password {
    /// Takes a password that is to be set.
    ///
    /// # Errors
    ///
    /// [`AccountError::PasswordLength`] when it is too short or too long.
    pub fn new(text: &str) -> Result<Self, AccountError> {
        let length = text.chars().count();
        if (LEAST_CHARACTERS..=MOST_CHARACTERS).contains(&length) {
            Ok(Self(text.to_owned()))
        } else {
            Err(AccountError::PasswordLength(length))
        }
    }

    /// Takes a password that somebody offers, whatever it is; one that is too long is cut and therefore wrong.
    pub fn offered(text: &str) -> Self {
        Self(text.chars().take(MOST_CHARACTERS + 1).collect())
    }

    /// Hashes it with a new salt (Argon2id, 19 MiB, two passes); takes tens of milliseconds.
    pub(super) fn hash(&self) -> Result<String, AccountError> {
        let hashed = Argon2::default().hash_password(self.0.as_bytes());
        hashed
            .map(|hash| hash.to_string())
            .map_err(|reason| AccountError::Hash(reason.to_string()))
    }

    /// Tells whether it is the one a hash was made of. Without a hash the same work is done in vain.
    pub(super) fn is_of(&self, hash: Option<&str>) -> bool {
        static NOBODYS: LazyLock<String> = LazyLock::new(|| {
            let nobodys = Password("nobody has this password".to_owned());
            nobodys.hash().unwrap_or_default()
        });
        let kept = hash.unwrap_or(&NOBODYS);
        let Ok(kept) = PasswordHash::new(kept) else {
            return false;
        };
        let is_right = Argon2::default()
            .verify_password(self.0.as_bytes(), &kept)
            .is_ok();
        is_right && hash.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_of_its_hash_alone() {
        let password = Password::new("correct horse battery").unwrap();
        let hash = password.hash().unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(password.is_of(Some(&hash)));
        assert!(!Password::offered("correct horse batter").is_of(Some(&hash)));
        assert!(!password.is_of(None));
        assert!(!password.is_of(Some("no hash")));
        assert_eq!(format!("{password:?}"), "Password(…)");
    }

    #[test]
    fn length_is_asked_for_in_characters() {
        assert!(Password::new("短").is_err());
        assert!(Password::new(&"长".repeat(12)).is_ok());
        assert!(Password::new(&"x".repeat(201)).is_err());
    }
}
