//! What stands before the interface.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use jiff::Timestamp;

use super::address::caller;
use super::allowance::{Allowance, Counted};
use super::uses::Uses;
use crate::api::{ApiError, Code};
use crate::app::App;
use crate::clock::beijing;
use crate::config::Anonymous;
use crate::keys::{ApiKey, Scope};

/// How often buckets are tidied and uses written down.
const BETWEEN: Duration = Duration::from_secs(15);

/// The header for keys where `Authorization` is taken by a proxy.
const KEY: &str = "x-api-key";

/// What stands before the interface: keys, limits, quotas.
#[derive(Debug)]
pub struct Gate {
    app: Arc<App>,
    addresses: Option<Allowance<IpAddr>>,
    keys: Option<Allowance<i64>>,
    uses: Uses,
}

/// Who asks.
pub(super) enum Caller {
    /// Whoever holds a key, or says so.
    Key(String),
    /// Anybody, from an address; nothing for a caller on this machine.
    Anybody(Option<IpAddr>),
}

/// Why somebody is not let in.
pub(super) enum Refusal {
    /// An error with nothing beside it.
    Error(ApiError),
    /// The bucket is empty.
    TooFast(Counted),
    /// The quota of the day is used up; how long until the next.
    UsedUp(Duration),
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Self::Error(error)
    }
}

impl Gate {
    /// Makes the gate of a program.
    pub fn new(app: Arc<App>) -> Arc<Self> {
        let settings = &app.config.api;
        // An address nobody has stands for the crowd, and so does a number no key has.
        let addresses = Allowance::new(
            settings.requests_a_minute,
            IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        );
        let keys = Allowance::new(settings.key_requests_a_minute, -1);
        Arc::new(Self {
            addresses,
            keys,
            uses: Uses::default(),
            app,
        })
    }

    /// Tidies and writes down for as long as the server lives.
    pub async fn keep(self: Arc<Self>) {
        let mut ticks = tokio::time::interval(BETWEEN);
        loop {
            ticks.tick().await;
            self.rest().await;
        }
    }

    /// Forgets full buckets and writes down how often keys were used.
    pub async fn rest(&self) {
        self.addresses.iter().for_each(Allowance::tidy);
        self.keys.iter().for_each(Allowance::tidy);
        if let Some((day, uses)) = self.uses.unwritten()
            && let Err(error) = self.app.keys.note_uses(&day.to_string(), &uses).await
        {
            tracing::warn!("the uses of keys cannot be kept: {error}");
        }
    }

    /// Says who asks: with a key, or from which address.
    pub(super) fn caller(&self, request: &Request) -> Caller {
        let (extensions, headers) = (request.extensions(), request.headers());
        match sent_key(headers) {
            Some(text) => Caller::Key(text),
            None => Caller::Anybody(caller(
                extensions,
                headers,
                &self.app.config.api.trusted_proxies,
            )),
        }
    }

    /// Lets somebody in who needs a scope, and returns what is left where it was counted.
    pub(super) async fn admit(
        &self,
        caller: Caller,
        scope: Scope,
    ) -> Result<Option<Counted>, Refusal> {
        match caller {
            Caller::Key(text) => self.admit_key(&text, scope).await,
            Caller::Anybody(address) => self.admit_anybody(address, scope),
        }
    }

    async fn admit_key(&self, text: &str, scope: Scope) -> Result<Option<Counted>, Refusal> {
        let key = self.app.keys.check(text).await.map_err(ApiError::from)?;
        let key = key.ok_or_else(|| ApiError::plain(Code::NoKey))?;
        if !key.scopes.allow(scope) {
            let message = format!(
                "expected a key with scope `{}`, found one with `{}`",
                scope.code(),
                key.scopes
            );
            return Err(ApiError::new(Code::Forbidden, message).into());
        }
        let counted = counted(self.keys.as_ref(), &key.number)?;
        self.count_day(&key)?;
        Ok(counted)
    }

    fn count_day(&self, key: &ApiKey) -> Result<(), Refusal> {
        if self.uses.take(key, self.app.clock.today()) {
            return Ok(());
        }
        Err(Refusal::UsedUp(until_midnight(self.app.clock.now())))
    }

    fn admit_anybody(
        &self,
        address: Option<IpAddr>,
        scope: Scope,
    ) -> Result<Option<Counted>, Refusal> {
        let may_read = self.app.config.api.anonymous == Anonymous::Read && scope == Scope::Read;
        if !may_read {
            return Err(ApiError::plain(Code::NoKey).into());
        }
        match address {
            Some(address) => counted(self.addresses.as_ref(), &address),
            None => Ok(None),
        }
    }
}

fn counted<K: std::hash::Hash + Eq + Clone>(
    allowance: Option<&Allowance<K>>,
    key: &K,
) -> Result<Option<Counted>, Refusal> {
    let Some(allowance) = allowance else {
        return Ok(None);
    };
    let counted = allowance.take(key);
    match counted.wait {
        Some(_) => Err(Refusal::TooFast(counted)),
        None => Ok(Some(counted)),
    }
}

/// The key that was sent, if one was.
fn sent_key(headers: &HeaderMap) -> Option<String> {
    if let Some(key) = headers.get(KEY) {
        // What is no text is no key either, and must not pass as none.
        return Some(key.to_str().unwrap_or_default().to_owned());
    }
    let sent = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, key) = sent.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| key.trim().to_owned())
}

/// The time until the next day begins in Beijing.
fn until_midnight(now: Timestamp) -> Duration {
    let beijing = now.to_zoned_datetime(beijing());
    let passed = beijing.time().duration_since(jiff::civil::Time::midnight());
    let day = Duration::from_hours(24);
    day.saturating_sub(passed.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_quota_ends_at_midnight_in_beijing() {
        let now = "2026-11-25T15:00:00Z".parse().unwrap();
        assert_eq!(until_midnight(now), Duration::from_hours(1));
    }
}
