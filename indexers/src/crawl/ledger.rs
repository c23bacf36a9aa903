//! Where a crawl keeps what it knows.

use std::future::Future;

use super::PageFailure;
use crate::fetch::{Body, Validators};
use crate::page::{Drift, Listing, Request};
use crate::{RawRecord, RowError};

/// A request that waits in the frontier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Its place in the frontier of the run.
    pub place: i64,
    /// The request.
    pub request: Request,
    /// How often its answer could not be read.
    pub attempts: u32,
}

/// A page that was kept by an earlier run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPage {
    /// The request it answered.
    pub request: Request,
    /// The headers that came with it.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Body,
}

/// Some records of a page.
#[derive(Debug, Default)]
pub struct Piece {
    /// Where they come from.
    pub url: String,
    /// The records.
    pub records: Vec<RawRecord>,
    /// Entries that could not be read.
    pub bad: Vec<RowError>,
}

/// A page that was read to its end, with what follows from it.
#[derive(Debug)]
pub struct Commit<'page> {
    /// The request it answers; it leaves the frontier.
    pub pending: &'page Pending,
    /// The page, unless the kept one is still the page.
    pub page: Option<PageToKeep<'page>>,
    /// What to ask for next; those that the run knows already are passed over.
    pub links: Vec<Request>,
    /// Its place in a list.
    pub listing: Option<Listing>,
    /// Signs that it changed its shape.
    pub drift: Vec<Drift>,
}

/// A page to keep.
#[derive(Debug)]
pub struct PageToKeep<'page> {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: &'page [(String, String)],
    /// The body.
    pub body: &'page Body,
    /// What it can be asked for again with.
    pub validators: Validators,
}

/// What a crawl keeps and finds again after a kill.
///
/// Each method is whole: what it was given is there after it returned, and not at all if it did not.
pub trait Ledger: Send + Sync {
    /// What can go wrong with it.
    type Error: std::error::Error + Send + Sync + 'static;

    /// Puts the first requests into an empty frontier; does nothing when the run is taken up again.
    fn seed(&self, requests: Vec<Request>) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Returns the next request, and how many wait.
    fn next(&self) -> impl Future<Output = Result<(Option<Pending>, u64), Self::Error>> + Send;

    /// Returns the lists of the pages that were committed before the run was taken up again, in order.
    fn listings(&self) -> impl Future<Output = Result<Vec<Listing>, Self::Error>> + Send;

    /// Returns what the answer to a request that was kept can be asked for again with.
    fn validators(
        &self,
        request: &Request,
    ) -> impl Future<Output = Result<Option<Validators>, Self::Error>> + Send;

    /// Returns the kept answer to a request.
    fn kept(
        &self,
        request: &Request,
    ) -> impl Future<Output = Result<Option<KeptPage>, Self::Error>> + Send;

    /// Takes records of a page in; taking them again changes nothing.
    fn take(&self, piece: Piece) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Commits a page.
    fn commit(&self, page: Commit<'_>) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Puts a request back at the end of the frontier.
    fn put_back(&self, pending: &Pending) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Gives a request up.
    fn give_up(
        &self,
        pending: &Pending,
        reason: &str,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Returns the requests that were given up.
    fn failures(&self) -> impl Future<Output = Result<Vec<PageFailure>, Self::Error>> + Send;
}
