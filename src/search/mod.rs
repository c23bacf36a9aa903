//! Search: from what was typed to hits with their reasons.
//!
//! Request → [`plan`] → [`engine`] → internal numbers, scores, counts → records from the store → snippets → response.
//! The engine knows only numbers and terms; every text that is shown comes from the store.

mod account;
mod answers;
mod around;
mod cursor;
pub mod engine;
mod explain;
pub mod highlight;
pub mod labels;
mod parameters;
pub mod plan;
pub mod quality;
pub mod query;
mod request;
mod resolve;
mod response;
pub mod saved;
mod searcher;
mod shelf;
mod similar;
mod spots;
pub mod suggest;
mod then;

pub use account::{DidYouMean, Meant, ReadAs, Rendered};
pub use around::{Edge, Neighbour, Notice, RecordView};
pub use engine::FacetName;
pub use parameters::{ParameterError, SearchParameters};
pub use request::{Extras, Filters, SearchRequest, Sort};
pub use resolve::{
    Applies, Candidate, MOST_NUMBERS, Resolution, ResolveError, ResolvedItem, Resolver, amends,
};
pub use response::{
    Coverage, CoveredSource, FacetValue, Hit, Label, Rendering, Repair, SearchResponse,
};
pub use searcher::{SearchError, Searcher};
pub use then::Editions;
