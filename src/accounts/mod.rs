//! Who may administer: passwords, sessions, lockout, and the log of what was changed.
//!
//! Passwords are hashed with Argon2id (RFC 9106); a wrong name costs the same work as a wrong password, so that answers tell
//! nobody which names there are. Five failures in a row lock a name, each time longer. A session ends after half an hour
//! without use and after twelve hours anyway. The first administrator is made on the command line: whoever can run it
//! owns the machine, and a page that made one would be open to the first visitor.

#[expect(
    clippy::module_inception,
    reason = "the folder is named for the type it is about"
)]
mod accounts;
mod action;
mod cookie_key;
mod error;
mod lockout;
mod password;
mod session;

pub use accounts::{Accounts, Actor, SignIn};
pub use action::Action;
pub use cookie_key::CookieKey;
pub use error::AccountError;
pub use password::{LEAST_CHARACTERS, Password};
pub use session::{CsrfToken, Session, SessionId};
