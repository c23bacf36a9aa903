//! What a key is for.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::KeyError;

/// Something a key may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Asking.
    Read,
    /// Bringing in files.
    Import,
    /// Everything, what operators ask included.
    Admin,
}

impl Scope {
    /// Every scope, the weakest first.
    pub const ALL: [Self; 3] = [Self::Read, Self::Import, Self::Admin];

    /// Returns the word for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Import => "import",
            Self::Admin => "admin",
        }
    }
}

/// The scopes of a key; at least one, each once, the weakest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    /// Makes a set of scopes.
    ///
    /// # Errors
    ///
    /// [`KeyError::NoScope`] when there is none.
    pub fn new(scopes: impl IntoIterator<Item = Scope>) -> Result<Self, KeyError> {
        let mut scopes: Vec<Scope> = scopes.into_iter().collect();
        scopes.sort_unstable();
        scopes.dedup();
        if scopes.is_empty() {
            return Err(KeyError::NoScope);
        }
        Ok(Self(scopes))
    }

    /// Tells whether something may be done; an administrator's key may do everything.
    pub fn allow(&self, scope: Scope) -> bool {
        self.0.contains(&scope) || self.0.contains(&Scope::Admin)
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, scope) in self.0.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(formatter, "{comma}{}", scope.code())?;
        }
        Ok(())
    }
}

impl FromStr for Scope {
    type Err = KeyError;

    fn from_str(word: &str) -> Result<Self, KeyError> {
        let found = Self::ALL.into_iter().find(|scope| scope.code() == word);
        found.ok_or_else(|| KeyError::Scope(word.to_owned()))
    }
}

impl FromStr for Scopes {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let words = text.split(',').map(str::trim);
        let scopes: Result<Vec<_>, _> = words
            .filter(|word| !word.is_empty())
            .map(str::parse)
            .collect();
        Self::new(scopes?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_as_they_are_written() {
        let scopes: Scopes = "import, read,read".parse().unwrap();
        assert_eq!(scopes.to_string(), "read,import");
        assert_eq!(scopes.to_string().parse::<Scopes>().unwrap(), scopes);
        assert!(scopes.allow(Scope::Import) && !scopes.allow(Scope::Admin));
        let admin: Scopes = "admin".parse().unwrap();
        assert!(Scope::ALL.into_iter().all(|scope| admin.allow(scope)));
    }

    #[test]
    fn no_scope_and_an_unknown_one_are_refused() {
        assert!(matches!(" , ".parse::<Scopes>(), Err(KeyError::NoScope)));
        let error = "root".parse::<Scopes>().unwrap_err();
        assert!(error.to_string().contains("`root`"), "{error}");
    }
}
