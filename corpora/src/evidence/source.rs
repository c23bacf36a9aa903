use serde::{Deserialize, Serialize};

use super::Confidence;

/// One source of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase", deny_unknown_fields)]
pub enum Evidence {
    /// The fact stood in an excerpt of a public page.
    Seen {
        /// Address of the page, or owner and name of the repository.
        url_or_repo: String,
        /// What the page leaves open, such as the edition.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The document that the page itself quotes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cites: Option<String>,
    },
    /// The row stands in a public catalogue.
    Catalogue {
        /// Name of the catalogue: owner and name of its repository, or of the service.
        file: String,
    },
    /// Written from knowledge of the field and not checked against a source.
    Knowledge {
        /// How sure the writer was.
        confidence: Confidence,
    },
}

impl Evidence {
    /// Returns how far this source supports its row.
    pub fn confidence(&self) -> Confidence {
        match self {
            Self::Seen { .. } | Self::Catalogue { .. } => Confidence::Seen,
            Self::Knowledge { confidence } => *confidence,
        }
    }
}
