//! What was meant perhaps: offered, never put in place of what was typed.

use serde::{Deserialize, Serialize};

/// What kind of thing was perhaps misspelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meant {
    /// A word.
    Word,
    /// A number of a standard.
    Number,
}

/// A word or number nearby, and the query with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DidYouMean {
    /// What kind of thing it is.
    pub kind: Meant,
    /// What was typed.
    pub from: String,
    /// What is nearby.
    pub to: String,
    /// The whole query with it.
    pub query: String,
    /// Records that have it.
    pub records: u64,
}

/// Puts a word in place of another one, whatever its case and width; nothing when the query does not hold it so.
pub(super) fn replaced(query: &str, from: &str, to: &str) -> Option<String> {
    let normalized = crate::text::normalize(query);
    let copy = normalized.as_str();
    let at = copy.match_indices(from).map(|(at, _)| at).find(|&at| {
        let before = copy[..at].chars().next_back();
        let after = copy[at + from.len()..].chars().next();
        let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        !is_letter(before) && !is_letter(after)
    })?;
    let place = normalized.original(at..at + from.len());
    Some(format!(
        "{}{to}{}",
        query.get(..place.start)?,
        query.get(place.end..)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_replaced_where_it_stands_alone_in_any_case_and_width() {
        assert_eq!(
            replaced("Pnuematic TYERS", "tyers", "tyres").as_deref(),
            Some("Pnuematic tyres")
        );
        assert_eq!(
            replaced("载重 ｔｙｅｒ 欧盟", "tyer", "tyre").as_deref(),
            Some("载重 tyre 欧盟")
        );
        assert_eq!(replaced("tyersmith", "tyers", "tyres"), None);
    }
}
