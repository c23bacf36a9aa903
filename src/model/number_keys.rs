//! The keys under which a number is stored and looked up.

use crate::number::{Number, Symbol};
use crate::text::normalize;

/// The keys of one number: exact, family, kin.
///
/// Every spelling of a number has the same keys, because they are made from the parsed number. What cannot be parsed
/// (a ministry's letter, an internal code) is keyed by its text without width, case and blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberKeys {
    /// The canonical form, or the folded text.
    pub exact: String,
    /// What all editions share.
    pub family: String,
    /// What near relatives share: `ISO 27001` for `ISO/IEC 27001`, `GB 19001` for `GB/T 19001`.
    pub kin: String,
    /// The parsed number.
    pub number: Option<Number>,
}

impl NumberKeys {
    /// Makes the keys of a number in any spelling.
    pub fn of(text: &str) -> Self {
        if let Ok(symbol) = Symbol::parse(text) {
            return Self::from(symbol);
        }
        Number::parse(text).map_or_else(|_| Self::folded(text), Self::from)
    }

    fn folded(text: &str) -> Self {
        let exact: String = normalize(text)
            .as_str()
            .chars()
            .filter(|character| !character.is_whitespace())
            .collect();
        Self {
            family: text.trim().to_owned(),
            kin: exact.clone(),
            exact,
            number: None,
        }
    }
}

impl From<Number> for NumberKeys {
    fn from(number: Number) -> Self {
        Self {
            exact: number.to_string(),
            family: number.family().to_string(),
            kin: number.kin(),
            number: Some(number),
        }
    }
}

impl From<Symbol> for NumberKeys {
    fn from(symbol: Symbol) -> Self {
        let family = symbol.family().to_string();
        Self {
            exact: symbol.to_string(),
            kin: family.clone(),
            family,
            number: None,
        }
    }
}
