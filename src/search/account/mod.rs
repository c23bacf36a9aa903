//! The account an answer gives of itself: how the query was read, which words nothing has, what was meant perhaps.
//!
//! How a query was read stands in every answer. The rest costs further look-ups and is worked out only where little or
//! nothing was found, within a time of its own: an answer that says a little less is better than a late one.

mod did_you_mean;
mod read_as;
mod searching;
mod words;

pub use did_you_mean::{DidYouMean, Meant};
pub use read_as::{ReadAs, Rendered};
pub(super) use searching::Account;
