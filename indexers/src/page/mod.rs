//! Pages: what a source asks for, what came back, and what it reads from that.
//!
//! A source never fetches. It names the requests it begins with ([`PageSource::seeds`]) and turns each answer into
//! records and further requests ([`PageSource::read`]); both are pure, so a source is tested from files and its kept
//! pages are read again when it improves. Who asks whom, how slowly, and when to stop is the crawler's business.

mod credentials;
mod cut;
mod error;
mod listing;
mod names;
mod plan;
mod reading;
mod request;
mod source;

pub use credentials::Credentials;
pub use cut::Cut;
pub use error::PageError;
pub use listing::Listing;
pub use names::{Named, Names};
pub use plan::CrawlPlan;
pub use reading::{Drift, Page, PageReading};
pub use request::{Method, Renewal, Request};
pub use source::PageSource;
