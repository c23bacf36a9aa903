//! One host: its pace, its refusals, its rest.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as TurnMutex, OwnedMutexGuard};
use tokio::time::Instant;

use super::FetchError;

/// Every host that was asked.
#[derive(Debug, Default)]
pub(super) struct Hosts(Mutex<HashMap<String, Arc<TurnMutex<Host>>>>);

/// What is remembered of a host.
#[derive(Debug, Default)]
pub(super) struct Host {
    last_start: Option<Instant>,
    refusals: u32,
    resting: Option<(Instant, String)>,
    /// The delay that its `robots.txt` asks for.
    delay: Duration,
}

/// The right to ask a host; nobody else asks it meanwhile.
#[derive(Debug)]
pub(super) struct Turn {
    name: String,
    host: OwnedMutexGuard<Host>,
}

impl Hosts {
    fn host(&self, name: &str) -> Arc<TurnMutex<Host>> {
        let mut hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(hosts.entry(name.to_owned()).or_default())
    }

    /// Waits for one's turn with a host.
    ///
    /// # Errors
    ///
    /// [`FetchError::Stopped`] while the host is left alone.
    pub(super) async fn turn(&self, name: &str) -> Result<Turn, FetchError> {
        let host = self.host(name).lock_owned().await;
        let now = Instant::now();
        if let Some((until, reason)) = &host.resting
            && *until > now
        {
            return Err(FetchError::Stopped {
                host: name.to_owned(),
                seconds: (*until - now).as_secs(),
                reason: reason.clone(),
            });
        }
        Ok(Turn {
            name: name.to_owned(),
            host,
        })
    }

    /// Leaves a host alone from now on, as an earlier run has found it best.
    pub(super) async fn rest(&self, name: &str, time: Duration, reason: &str) {
        let host = self.host(name);
        host.lock().await.resting = Some((Instant::now() + time, reason.to_owned()));
    }
}

impl Turn {
    /// Waits until the pace allows the next request, and counts it as begun.
    pub(super) async fn pace(&mut self, pace: Duration) {
        if let Some(last) = self.host.last_start {
            tokio::time::sleep_until(last + pace.max(self.host.delay)).await;
        }
        self.host.last_start = Some(Instant::now());
    }

    /// Takes over the delay that `robots.txt` asks for.
    pub(super) fn slow_down(&mut self, delay: Duration) {
        self.host.delay = delay;
    }

    /// Notes a request that was answered.
    pub(super) fn answered(&mut self) {
        self.host.refusals = 0;
    }

    /// Notes a refusal and returns how many there were in a row.
    pub(super) fn refused(&mut self) -> u32 {
        self.host.refusals += 1;
        self.host.refusals
    }

    /// Leaves the host alone for some time.
    pub(super) fn stop(&mut self, time: Duration, reason: String) -> FetchError {
        self.host.refusals = 0;
        self.host.resting = Some((Instant::now() + time, reason.clone()));
        FetchError::Stopped {
            host: self.name.clone(),
            seconds: time.as_secs(),
            reason,
        }
    }
}
