//! A key as it is kept.

use serde::Serialize;

use super::Scopes;
use crate::storage::StoredKey;

/// A key as it is kept: everything but its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApiKey {
    /// Its internal number.
    #[serde(skip)]
    pub number: i64,
    /// The part of its text that may be told.
    pub key: String,
    /// Who or what uses it.
    pub name: String,
    /// What it is for.
    pub scopes: Scopes,
    /// Requests it may make within a day; nothing where only its pace is limited.
    pub daily_quota: Option<u64>,
    /// When it was made (RFC 3339, UTC).
    pub created_at: String,
    /// The day it was used last.
    pub last_used: Option<String>,
    /// Requests of that day.
    pub used_then: u64,
    /// When it was revoked.
    pub revoked_at: Option<String>,
}

impl ApiKey {
    /// Reads a row; nothing when its scopes are none that are known, which makes it useless rather than mighty.
    pub(super) fn of(stored: StoredKey) -> Option<Self> {
        Some(Self {
            number: stored.id,
            scopes: stored.scopes.parse().ok()?,
            key: stored.public,
            name: stored.name,
            daily_quota: stored.daily_quota.map(i64::unsigned_abs),
            created_at: stored.created_at,
            last_used: stored.last_used,
            used_then: stored.used_then.unsigned_abs(),
            revoked_at: stored.revoked_at,
        })
    }
}
