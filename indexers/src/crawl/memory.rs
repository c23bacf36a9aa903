//! A ledger in memory: for dry runs and tests.

use std::collections::{HashMap, HashSet, VecDeque};
use std::convert::Infallible;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Commit, KeptPage, Ledger, PageFailure, Pending, Piece};
use crate::fetch::Validators;
use crate::page::{Listing, Request};
use crate::{RawRecord, RowError};

/// Memory refuses nothing.
pub type MemoryError = Infallible;

/// A ledger that is forgotten.
#[derive(Debug, Default)]
pub struct MemoryLedger(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    frontier: VecDeque<Pending>,
    known: HashSet<[u8; 32]>,
    places: i64,
    listings: Vec<Listing>,
    kept: HashMap<[u8; 32], (KeptPage, Validators)>,
    records: Vec<RawRecord>,
    bad: Vec<RowError>,
    failures: Vec<PageFailure>,
}

impl State {
    fn add(&mut self, requests: Vec<Request>) {
        for request in requests {
            if self.known.insert(request.fingerprint()) {
                self.places += 1;
                self.frontier.push_back(Pending {
                    place: self.places,
                    request,
                    attempts: 0,
                });
            }
        }
    }
}

impl MemoryLedger {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the records that were taken.
    pub fn records(&self) -> Vec<RawRecord> {
        self.state().records.clone()
    }

    /// Returns the entries that could not be read.
    pub fn bad(&self) -> Vec<RowError> {
        self.state().bad.clone()
    }

    /// Begins another run over the same pages.
    pub fn begin_again(&self) {
        let mut state = self.state();
        let kept = std::mem::take(&mut state.kept);
        *state = State {
            kept,
            ..State::default()
        };
    }
}

impl Ledger for MemoryLedger {
    type Error = MemoryError;

    async fn seed(&self, requests: Vec<Request>) -> Result<(), MemoryError> {
        let mut state = self.state();
        if state.known.is_empty() {
            state.add(requests);
        }
        Ok(())
    }

    async fn next(&self) -> Result<(Option<Pending>, u64), MemoryError> {
        let state = self.state();
        Ok((state.frontier.front().cloned(), state.frontier.len() as u64))
    }

    async fn listings(&self) -> Result<Vec<Listing>, MemoryError> {
        Ok(self.state().listings.clone())
    }

    async fn validators(&self, request: &Request) -> Result<Option<Validators>, MemoryError> {
        let state = self.state();
        let kept = state.kept.get(&request.fingerprint());
        Ok(kept.map(|(_, validators)| validators.clone()))
    }

    async fn kept(&self, request: &Request) -> Result<Option<KeptPage>, MemoryError> {
        let state = self.state();
        let kept = state.kept.get(&request.fingerprint());
        Ok(kept.map(|(page, _)| page.clone()))
    }

    async fn take(&self, piece: Piece) -> Result<(), MemoryError> {
        let mut state = self.state();
        state.records.extend(piece.records);
        state.bad.extend(piece.bad);
        Ok(())
    }

    async fn commit(&self, page: Commit<'_>) -> Result<(), MemoryError> {
        let mut state = self.state();
        state
            .frontier
            .retain(|pending| pending.place != page.pending.place);
        state.add(page.links);
        state.listings.extend(page.listing);
        if let Some(kept) = page.page {
            let request = page.pending.request.clone();
            let page = KeptPage {
                request: request.clone(),
                headers: kept.headers.to_vec(),
                body: kept.body.clone(),
            };
            let entry = (page, kept.validators);
            state.kept.insert(request.fingerprint(), entry);
        }
        Ok(())
    }

    async fn put_back(&self, pending: &Pending) -> Result<(), MemoryError> {
        let mut state = self.state();
        state.frontier.retain(|other| other.place != pending.place);
        state.places += 1;
        let again = Pending {
            place: state.places,
            request: pending.request.clone(),
            attempts: pending.attempts + 1,
        };
        state.frontier.push_back(again);
        Ok(())
    }

    async fn give_up(&self, pending: &Pending, reason: &str) -> Result<(), MemoryError> {
        let mut state = self.state();
        state.frontier.retain(|other| other.place != pending.place);
        state.failures.push(PageFailure {
            url: pending.request.url.clone(),
            reason: reason.to_owned(),
        });
        Ok(())
    }

    async fn failures(&self) -> Result<Vec<PageFailure>, MemoryError> {
        Ok(self.state().failures.clone())
    }
}
