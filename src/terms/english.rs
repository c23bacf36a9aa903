//! English words as the index sees them.

use std::collections::HashSet;

use super::spelling;

/// Divides a text into lower-case words at everything that is neither letter nor digit.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// Brings a phrase to lower-case words with single spaces.
pub(super) fn phrase(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

/// Returns the keys of a text's words.
pub(super) fn keys(text: &str) -> HashSet<String> {
    words(text).map(|word| spelling::key(&word)).collect()
}
