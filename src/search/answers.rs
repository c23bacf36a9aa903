//! Answers kept at hand.
//!
//! People ask the same things: a page and its next visitor, a program that polls, a list of numbers pasted twice. An
//! answer holds for one state of the index and one day, both are part of its key, so what is kept here is never stale;
//! it is only forgotten. Whoever asks what somebody else is asking at this moment waits for that answer.

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use jiff::civil::Date;

use super::{Coverage, SearchError, SearchRequest, SearchResponse};

/// What the kept answers may take together, in bytes by rough count.
const CAPACITY: u64 = 32 << 20;
/// Answers that are expected to fit.
const EXPECTED: usize = 2_000;

/// What an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    /// The request.
    pub(super) request: SearchRequest,
    /// The day it is asked on: statuses and relative dates follow it.
    pub(super) today: Date,
    /// The state of the index: the name of its generation and the number of its commit.
    pub(super) index: (String, u64),
}

/// The answers that were given lately.
#[derive(Debug)]
pub(super) struct Answers(Cache<Asked, SearchResponse, BySize>);

impl Answers {
    pub(super) fn new() -> Self {
        Self(Cache::with_weighter(EXPECTED, CAPACITY, BySize))
    }

    /// Returns the answer to what is asked, made by `answer` unless it is known.
    ///
    /// An error is nobody's answer: it is not kept, and the next one asks again.
    pub(super) async fn get_or_make(
        &self,
        asked: Asked,
        answer: impl Future<Output = Result<SearchResponse, SearchError>>,
    ) -> Result<SearchResponse, SearchError> {
        self.0.get_or_insert_async(&asked, answer).await
    }
}

/// Weighs an answer by what is long in it.
#[derive(Debug, Clone)]
struct BySize;

/// A hit with its titles, excerpt and codes, roughly.
const HIT: u64 = 1_200;
/// A value of a facet with its names, roughly.
const VALUE: u64 = 160;
/// Everything else.
const REST: u64 = 1_000;

impl Weighter<Asked, SearchResponse> for BySize {
    fn weight(&self, _asked: &Asked, answer: &SearchResponse) -> u64 {
        // What is covered is added to each answer afterwards and is as good as empty here.
        debug_assert!(answer.coverage == Coverage::default());
        let values: usize = answer.facets.values().map(Vec::len).sum();
        REST + HIT * answer.hits.len() as u64 + VALUE * values as u64
    }
}
