//! How a command ends.

use std::process::ExitCode;

/// The end of a command that did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done, something found.
    Done,
    /// Done, but nothing was found.
    NothingFound,
    /// Done, but some of the input could not be used.
    BadInput,
}

impl Outcome {
    /// Tells whether something was found.
    pub fn found(any: bool) -> Self {
        if any { Self::Done } else { Self::NothingFound }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::from(0),
            Outcome::NothingFound => Self::from(1),
            Outcome::BadInput => Self::from(2),
        }
    }
}

/// The end of a command that could not do what it was asked.
#[derive(Debug)]
pub struct Failure {
    /// What went wrong.
    pub error: anyhow::Error,
    /// What to do next.
    pub hint: Option<String>,
    /// 2 for bad usage or input, 3 for a failed operation.
    pub code: u8,
}

impl Failure {
    /// An input that cannot be used.
    pub fn input(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            error: anyhow::Error::msg(message.into()),
            hint: Some(hint.into()),
            code: 2,
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        let hint = error.chain().find_map(hint_of).map(str::to_owned);
        Self {
            error,
            hint,
            code: 3,
        }
    }
}

macro_rules! from_errors {
    ($($error:ty),*) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                anyhow::Error::from(error).into()
            }
        })*
    };
}

from_errors!(
    crate::app::AppError,
    crate::backup::BackupError,
    crate::storage::StoreError,
    crate::index::IndexError,
    crate::search::SearchError,
    crate::export::ExportError,
    std::io::Error
);

/// Errors that tell whether whoever asked can mend them, and how.
macro_rules! from_askers_errors {
    ($($error:ty),*) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                let hint = Some(error.hint().to_owned());
                let code = if error.is_askers() { 2 } else { 3 };
                Self {
                    error: error.into(),
                    hint,
                    code,
                }
            }
        })*
    };
}

from_askers_errors!(
    crate::accounts::AccountError,
    crate::alerts::AlertsError,
    crate::gap::GapError,
    crate::keys::KeyError,
    crate::search::saved::SaveError,
    crate::texts::TextsError,
    crate::validity::ValidityError
);

/// The advice an error carries.
fn hint_of(cause: &(dyn std::error::Error + 'static)) -> Option<&'static str> {
    if let Some(error) = cause.downcast_ref::<crate::storage::StoreError>() {
        return Some(error.hint());
    }
    if let Some(error) = cause.downcast_ref::<crate::backup::BackupError>() {
        return Some(error.hint());
    }
    if let Some(error) = cause.downcast_ref::<crate::app::AppError>() {
        return Some(error.hint());
    }
    cause
        .downcast_ref::<crate::index::IndexError>()
        .map(crate::index::IndexError::hint)
}
