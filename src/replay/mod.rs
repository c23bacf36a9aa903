//! A server that answers from recorded pages: for tests, and for whoever wants to crawl without a network.
//!
//! A folder with a [`Manifest`] says which request gets which file (the format is told in `corpora/pages/README.md`); a
//! [`Scenario`] says what goes wrong. Every request is written down as one line of JSON, so that a test can assert how
//! politely it was asked. It knows nothing of sources: the manifest is all there is.

mod answer;
mod conditions;
mod fault;
mod journal;
mod manifest;
mod question;
mod scenario;
mod server;

pub use conditions::Conditions;
pub use fault::Fault;
pub use journal::{Entry, Journal};
pub use manifest::{Expectation, Manifest, ReplayError, Route};
pub use question::Question;
pub use scenario::{FaultRule, Scenario};
pub use server::ReplayServer;
