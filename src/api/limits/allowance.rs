//! The buckets of addresses and keys.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

/// Buckets held at once; one takes some hundred bytes.
const MOST_BUCKETS: usize = 50_000;
/// The window of a bucket, in seconds.
const WINDOW: u32 = 60;

const LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// What a bucket says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    /// Requests a full bucket holds.
    pub(super) most: u32,
    /// Requests left.
    pub(super) left: u32,
    /// How long to wait, where nothing was left.
    pub(super) wait: Option<Duration>,
}

/// Buckets of one kind.
pub(super) struct Allowance<K: Hash + Eq + Clone> {
    most: NonZeroU32,
    buckets: RateLimiter<K, DashMapStateStore<K>, DefaultClock, StateInformationMiddleware>,
    clock: DefaultClock,
    /// The bucket of all who come when there are too many.
    crowd: K,
}

impl<K: Hash + Eq + Clone> std::fmt::Debug for Allowance<K> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Allowance({} a minute)", self.most)
    }
}

impl<K: Hash + Eq + Clone> Allowance<K> {
    /// Makes buckets of so many requests a minute; nothing where there is no limit.
    pub(super) fn new(a_minute: u32, crowd: K) -> Option<Self> {
        let most = NonZeroU32::new(a_minute)?;
        let quota = Quota::per_minute(most);
        let buckets = RateLimiter::dashmap(quota).with_middleware::<StateInformationMiddleware>();
        Some(Self {
            most,
            buckets,
            clock: DefaultClock::default(),
            crowd,
        })
    }

    /// Takes a request out of a bucket.
    pub(super) fn take(&self, key: &K) -> Counted {
        let is_crowded = self.buckets.len() >= MOST_BUCKETS;
        let key = if is_crowded { &self.crowd } else { key };
        let most = self.most.get();
        match self.buckets.check_key(key) {
            Ok(state) => Counted {
                most,
                left: state.remaining_burst_capacity(),
                wait: None,
            },
            Err(refusal) => Counted {
                most,
                left: 0,
                wait: Some(refusal.wait_time_from(self.clock.now())),
            },
        }
    }

    /// Forgets buckets that are full again.
    pub(super) fn tidy(&self) {
        self.buckets.retain_recent();
        self.buckets.shrink_to_fit();
    }
}

impl Counted {
    /// Tells what is left, and when to come again.
    pub(super) fn tell(self, headers: &mut HeaderMap) {
        let taken = u64::from(self.most - self.left.min(self.most));
        let until_full = (taken * u64::from(WINDOW)).div_ceil(u64::from(self.most));
        let lines = [
            (POLICY, format!("\"minute\";q={};w={WINDOW}", self.most)),
            (LIMIT, format!("\"minute\";r={};t={until_full}", self.left)),
        ];
        for (name, line) in lines {
            if let Ok(value) = HeaderValue::from_str(&line) {
                headers.insert(name, value);
            }
        }
        if let Some(wait) = self.wait {
            headers.insert(header::RETRY_AFTER, seconds(wait).into());
        }
    }
}

/// Whole seconds, rounded up: whoever comes a moment early is refused again.
pub(super) fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_gives_what_it_holds_and_then_says_when_to_come_again() {
        let allowance = Allowance::new(3, 0_i64).unwrap();
        let left: Vec<u32> = (0..3).map(|_| allowance.take(&1).left).collect();
        assert_eq!(left, [2, 1, 0]);
        let refused = allowance.take(&1);
        let wait = seconds(refused.wait.unwrap());
        assert!((1..=20).contains(&wait), "{wait}");
        assert!(allowance.take(&2).wait.is_none());
        let mut headers = HeaderMap::new();
        refused.tell(&mut headers);
        assert_eq!(headers[POLICY], "\"minute\";q=3;w=60");
        assert_eq!(headers[LIMIT], "\"minute\";r=0;t=60");
        assert!(headers.contains_key(header::RETRY_AFTER));
    }

    #[test]
    fn a_crowd_shares_one_bucket_and_memory_stays_bounded() {
        let allowance = Allowance::new(1, u64::MAX).unwrap();
        let many = u64::try_from(MOST_BUCKETS).unwrap() + 1000;
        for key in 0..many {
            allowance.take(&key);
        }
        assert!(allowance.buckets.len() <= MOST_BUCKETS + 1);
        assert!(allowance.take(&(many + 1)).wait.is_some());
    }

    #[test]
    fn no_limit_has_no_buckets() {
        assert!(Allowance::new(0, 0_i64).is_none());
    }
}
