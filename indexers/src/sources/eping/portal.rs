//! The same notifications from the WTO's API portal, which wants a subscription key.

use std::time::Duration;

use super::listing::{self, PAGE_SIZE, note};
use super::window::Window;
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};

/// The portal `api.wto.org`: a free key allows 10 calls a second and 10,000 an hour; half of that is asked for.
#[derive(Debug)]
pub(crate) struct Portal;

const BASE: &str = "https://api.wto.org/eping/notifications/search";

/// The setting that holds the subscription key.
const KEY: &str = "WTO_API_KEY";

impl PageSource for Portal {
    fn id(&self) -> &'static str {
        "wto-api"
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["api.wto.org"]
    }

    fn pace(&self) -> Duration {
        Duration::from_millis(400)
    }

    fn secrets(&self) -> &'static [&'static str] {
        &[KEY]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let windows = Window::all(plan).into_iter();
        windows.map(|window| ask(window, 1, 0)).collect()
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        listing::read(self.id(), page, ask)
    }
}

fn ask(window: Window, page: u64, seen: u64) -> Request {
    let Window { domain, from, to } = window;
    let url = format!(
        "{BASE}?language=1&domainIds={domain}&distributionDateFrom={from}&distributionDateTo={to}\
         &page={page}&pageSize={PAGE_SIZE}"
    );
    Request::get("list", url)
        .header("accept", "application/json")
        .secret("Ocp-Apim-Subscription-Key", KEY)
        .noted(note(window, page, seen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_named_and_never_written() {
        let request = ask(Window::read("1 2026-06-01..2026-06-30").unwrap(), 1, 0);
        assert_eq!(
            request.secrets,
            [("ocp-apim-subscription-key".to_owned(), KEY.to_owned())]
        );
        assert!(!request.url.contains("subscription"));
    }
}
