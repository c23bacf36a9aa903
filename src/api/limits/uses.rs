//! How often each key was used today.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;

use crate::keys::ApiKey;

/// Counts of one day, by the keys' internal numbers.
///
/// They are kept in memory and written down now and then: a write for every request would wait behind every import.
#[derive(Debug, Default)]
pub(super) struct Uses {
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    day: Option<Date>,
    /// Requests, and whether they were written down.
    by_key: HashMap<i64, (u64, Written)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Yes,
    NotYet,
}

impl Uses {
    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a request of a key and tells whether its quota of the day allows it; a refused one is not counted.
    pub(super) fn take(&self, key: &ApiKey, today: Date) -> bool {
        let mut counts = self.counts();
        if counts.day != Some(today) {
            counts.by_key.clear();
            counts.day = Some(today);
        }
        let noted = key.last_used.as_deref() == Some(today.to_string().as_str());
        let before = if noted { key.used_then } else { 0 };
        let (count, written) = counts
            .by_key
            .entry(key.number)
            .or_insert((before, Written::Yes));
        if key.daily_quota.is_some_and(|quota| *count >= quota) {
            return false;
        }
        *count += 1;
        *written = Written::NotYet;
        true
    }

    /// Returns what was not written down yet: the day, and the requests of each key on it.
    pub(super) fn unwritten(&self) -> Option<(Date, Vec<(i64, u64)>)> {
        let mut counts = self.counts();
        let day = counts.day?;
        let unwritten = counts
            .by_key
            .iter_mut()
            .filter(|(_, (_, written))| *written == Written::NotYet)
            .map(|(key, (count, written))| {
                *written = Written::Yes;
                (*key, *count)
            });
        let unwritten: Vec<_> = unwritten.collect();
        (!unwritten.is_empty()).then_some((day, unwritten))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(quota: Option<u64>) -> ApiKey {
        ApiKey {
            number: 1,
            key: "a".to_owned(),
            name: "a".to_owned(),
            scopes: "read".parse().unwrap(),
            daily_quota: quota,
            created_at: String::new(),
            last_used: Some("2026-11-25".to_owned()),
            used_then: 1,
            revoked_at: None,
        }
    }

    #[test]
    fn a_quota_holds_for_a_day_and_goes_on_where_it_was() {
        let uses = Uses::default();
        let today: Date = "2026-11-25".parse().unwrap();
        let key = key(Some(3));
        assert!(uses.take(&key, today) && uses.take(&key, today));
        assert!(!uses.take(&key, today));
        assert_eq!(uses.unwritten(), Some((today, vec![(1, 3)])));
        assert_eq!(uses.unwritten(), None);
        assert!(uses.take(&key, today.tomorrow().unwrap()));
    }
}
