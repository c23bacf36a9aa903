//! What is suggested.

use serde::{Deserialize, Serialize};

/// What kind of thing a suggestion is, in the order in which they stand at equal right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suggested {
    /// A product of the catalogue of products.
    Product,
    /// A term of the field.
    Term,
    /// A phrase that stands in titles, or a whole title.
    Title,
    /// A number.
    Number,
}

impl Suggested {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Product, Self::Term, Self::Title, Self::Number];
}

/// One suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What to put into the box.
    pub text: String,
    /// What it is.
    pub kind: Suggested,
}

/// The suggestions for a beginning, the best first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestions {
    /// Whether the list is there; before that there is nothing to suggest.
    pub ready: bool,
    /// The suggestions.
    pub suggestions: Vec<Suggestion>,
}
