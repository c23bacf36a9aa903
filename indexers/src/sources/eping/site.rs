//! The JSON interface of ePing's own site.

use std::time::Duration;

use super::listing::{self, PAGE_SIZE, note};
use super::window::Window;
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};

/// The site `epingalert.org`.
///
/// Without `sortBy` the server orders by relevance, and pages of one list then overlap; unknown parameters are silently
/// ignored, so only those are sent that were seen to work.
#[derive(Debug)]
pub(crate) struct Site;

const BASE: &str = "https://epingalert.org/api/v1/azureSearch/getAll";

impl PageSource for Site {
    fn id(&self) -> &'static str {
        "eping"
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["epingalert.org"]
    }

    fn pace(&self) -> Duration {
        Duration::from_millis(500)
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
         &sortBy=distributionDate&sortDirection=desc&page={page}&pageSize={PAGE_SIZE}"
    );
    Request::get("list", url)
        .header("accept", "application/json")
        .noted(note(window, page, seen))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Drift;

    fn read(request: &Request, body: &str) -> Result<PageReading, PageError> {
        Site.read(&Page {
            request,
            content_type: Some("application/json"),
            bytes: body.as_bytes(),
            text: body,
            headers: &[],
            names: None,
        })
    }

    fn first() -> Request {
        ask(Window::read("1 2026-06-01..2026-06-30").unwrap(), 1, 0)
    }

    fn item(id: u32) -> String {
        format!(
            r#"{{"id":{id},"documentSymbol":" G/TBT/N/JPN/{id}","notifyingMember":"Japan","distributionDate":"2026-06-02T00:00:00+00:00","title":"<p>Bars</p>"}}"#
        )
    }

    #[test]
    fn a_short_page_leads_to_the_next_until_the_total_is_met() {
        let body = format!(
            r#"{{"items":[{},{}],"totalCount":3,"newThing":1}}"#,
            item(1),
            item(2)
        );
        let reading = read(&first(), &body).unwrap();
        assert_eq!(reading.records.len(), 2);
        let next = &reading.links[0];
        assert!(next.url.contains("&page=2&"), "{}", next.url);
        let listing = reading.listing.unwrap();
        assert_eq!(
            (listing.total, listing.keys.len(), listing.last),
            (Some(3), 2, false)
        );
        let reading = read(
            next,
            &format!(r#"{{"items":[{}],"totalCount":3}}"#, item(3)),
        )
        .unwrap();
        assert!(reading.links.is_empty() && reading.listing.unwrap().last);
    }

    #[test]
    fn an_empty_page_ends_the_list_and_its_count_tells_that_it_is_not_whole() {
        let reading = read(&first(), r#"{"items":[],"totalCount":3}"#).unwrap();
        let listing = reading.listing.unwrap();
        assert!(reading.links.is_empty() && listing.last && listing.total == Some(3));
    }

    #[test]
    fn an_error_page_with_status_200_is_no_list() {
        let refused = read(&first(), "<!DOCTYPE html><html>Service unavailable").unwrap_err();
        assert!(refused.to_string().contains("<!DOCTYPE html>"), "{refused}");
        assert!(read(&first(), r#"{"message":"no"}"#).is_err());
        assert!(read(&first(), "").is_err());
    }

    #[test]
    fn a_count_that_is_cut_off_is_asked_for_in_halves() {
        let reading = read(
            &first(),
            r#"{"items":[],"totalCount":1000,"isCountExceeded":true}"#,
        )
        .unwrap();
        assert!(reading.listing.is_none());
        assert!(
            reading.links[0]
                .url
                .contains("distributionDateFrom=2026-06-16&distributionDateTo=2026-06-30")
        );
        assert!(
            reading.links[1]
                .url
                .contains("distributionDateFrom=2026-06-01&distributionDateTo=2026-06-15")
        );
    }

    #[test]
    fn bad_entries_are_named_and_count_as_entries_and_drift_is_seen() {
        let body = format!(
            r#"{{"items":[{},{{"id":9,"documentSymbol":"","notifyingMember":"Japan","distributionDate":"x","colour":"red"}},7],"totalCount":3}}"#,
            item(1).replace("\"id\"", "\"colour\":\"red\",\"id\"")
        );
        let reading = read(&first(), &body).unwrap();
        assert_eq!((reading.records.len(), reading.bad.len()), (1, 2));
        assert_eq!(reading.listing.unwrap().keys, ["1", "9"]);
        assert!(
            reading
                .drift
                .contains(&Drift::Missing("icsCodes".to_owned()))
        );
        assert!(reading.drift.contains(&Drift::Unbound("colour".to_owned())));
    }
}
