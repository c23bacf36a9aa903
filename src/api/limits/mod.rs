//! Who asks, what they may ask, how fast.
//!
//! - A key is sent as `Authorization: Bearer …` or `X-Api-Key`; without one an address may ask what the configuration allows.
//! - Each key, and each address without one, has a bucket that fills up evenly over a minute (GCRA, by governor).
//! - What is left is told in `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers); who asked too often
//!   is told in `Retry-After` when to come again.
//! - Memory is bounded: buckets that are full again are forgotten, and beyond a number of addresses all new ones share one.

mod address;
mod allowance;
mod gate;
mod guard;
mod uses;

pub use gate::Gate;
pub use guard::guard;

/// The headers of an answer that was counted: name and meaning.
pub(super) const HEADERS: [(&str, &str); 2] = [
    (
        "RateLimit",
        "requests left (`r`) and seconds until the bucket is full again (`t`)",
    ),
    (
        "RateLimit-Policy",
        "requests (`q`) within a window of seconds (`w`)",
    ),
];
