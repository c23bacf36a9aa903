use serde::{Deserialize, Serialize};

/// The document that sets a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase", deny_unknown_fields)]
pub enum Reference {
    /// A standard, by its number.
    Standard {
        /// Number of the edition.
        number: String,
        /// A second document that sets the same limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        also: Option<String>,
        /// What else is to be said of the reference.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// A regulation, by its id.
    Regulation {
        /// Id of the regulation.
        id: String,
        /// The standard that carries the limit in its turn.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        also: Option<String>,
    },
}
