//! The only door to the network: politely, guarded, bounded.
//!
//! [`Fetcher`] sends one request at a time to a host, in the host's pace, after its `robots.txt`, and leaves it alone for an
//! hour after three refusals. Every hop of every redirect is checked by [`guard`] before anything is sent, addresses that
//! names resolve to by the resolver, because a client's resolver never sees an address written as digits. Bodies are
//! packed while they arrive, so that neither a gigabyte of zeros nor an endless stream costs memory.
//!
//! Redirects are followed by hand: each hop is a request of its own with its pace, its cookies and its check.

mod answer;
mod backoff;
mod body;
mod charset;
mod client;
mod cookies;
mod error;
mod exchange;
pub mod guard;
mod host;
mod manners;
mod purchase;
mod receive;
mod resolver;
mod robots;
mod route;
mod tls;
mod token;

pub use answer::{Answer, Fetched, Validators};
pub use body::{Body, BodyWriter};
pub use charset::decode;
pub use client::Fetcher;
pub use cookies::Cookies;
pub use error::FetchError;
pub use manners::Manners;
pub use route::Route;
