//! What can be wrong with a question, or go wrong while it is answered.

use crate::storage::StoreError;

/// An error of a gap report.
#[derive(Debug, thiserror::Error)]
pub enum GapError {
    /// The question names neither a product nor documents.
    #[error("expected `product` or `documents`, found neither")]
    NoSubject,
    /// There is no such product.
    #[error("expected the id or name of a product, found `{0}`")]
    NoProduct(String),
    /// There is no such market.
    #[error("expected the code or name of a market, found `{0}`")]
    NoMarket(String),
    /// A document is not in the store.
    #[error("expected the number of a document that is held, found `{0}`")]
    NoDocument(String),
    /// There is no such line in the report.
    #[error("expected the id of a line of the report, found `{0}`")]
    NoLine(String),
    /// An override gives no reason.
    #[error("expected a reason for an override, found none")]
    NoReason,
    /// The chosen list is too long.
    #[error("expected at most {most} documents, found {found}")]
    TooMany {
        /// How many are accepted.
        most: usize,
        /// How many were given.
        found: usize,
    },
    /// The comparison stopped before its end.
    #[error("the comparison stopped: {0}")]
    Stopped(String),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl GapError {
    /// Tells whether whoever asked can mend it.
    pub fn is_askers(&self) -> bool {
        !matches!(self, Self::Stopped(_) | Self::Store(_))
    }

    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NoSubject => "name a product (`toy`) or the documents to be compared",
            Self::NoProduct(_) => "the products are listed under `/zh/products`",
            Self::NoMarket(_) => "use a code such as `EU`, `US` or `JP`, or a country's name",
            Self::NoDocument(_) => "resolve the number first; near misses are named there",
            Self::NoLine(_) => "make the report again and take the `id` of one of its lines",
            Self::NoReason => "say in one sentence why the verdict is another one",
            Self::TooMany { .. } => "divide the list",
            Self::Stopped(_) => "try again; the log has the details",
            Self::Store(error) => error.hint(),
        }
    }
}
