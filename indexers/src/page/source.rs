//! The interface of a source that lives on the network.

use std::time::Duration;

use super::{CrawlPlan, Credentials, Cut, Named, Page, PageError, PageReading, Request};

/// A source of pages.
pub trait PageSource: Sync + std::fmt::Debug {
    /// Returns its identifier in the table of sources; it is part of every stored key.
    fn id(&self) -> &'static str;

    /// Returns the hosts it may ask; anything else is refused by the crawler.
    fn hosts(&self) -> &'static [&'static str];

    /// Returns the least time between the starts of two requests to one of its hosts.
    fn pace(&self) -> Duration {
        Duration::from_secs(1)
    }

    /// Returns the secret settings it cannot do without (`WTO_API_KEY`); without them the source is not configured.
    fn secrets(&self) -> &'static [&'static str] {
        &[]
    }

    /// Returns the credentials that buy the token it shows with every request; their settings are among [`secrets`].
    ///
    /// [`secrets`]: Self::secrets
    fn credentials(&self) -> Option<Credentials> {
        None
    }

    /// Tells how the answer to a request is handed over; a file of many lines comes in pieces.
    fn cut(&self, _request: &Request) -> Cut {
        Cut::Whole
    }

    /// Returns what the entries of a piece are called, for files whose lines name one another by key.
    ///
    /// Asked of every piece before the first is read; a source that answers nothing to the first is not asked again.
    fn names(&self, _page: &Page<'_>) -> Option<Vec<(u64, Named)>> {
        None
    }

    /// Returns the requests a run begins with.
    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request>;

    /// Reads one page.
    ///
    /// # Errors
    ///
    /// [`PageError`] when the page is not the kind of page that was asked for.
    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError>;
}
