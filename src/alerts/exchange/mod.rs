//! Lists of watches that come from elsewhere, and one's own on their way out: CSV, OPML, JSON.

mod csv;
mod opml;
mod watchlist;

#[cfg(test)]
mod tests;

pub use watchlist::{Complaint, Watch, Watchlist};
