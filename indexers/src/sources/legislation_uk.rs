//! Legislation of the United Kingdom, from the feeds of legislation.gov.uk (SOURCES 4.5, Open Government Licence).
//!
//! A page past the end is answered with the first one, so the page's own number is compared with the one asked for.

use super::parts::{address, dates, parts_of, texts};
use super::walk::Walk;
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};
use crate::xml::Element;
use crate::{RawKind, RawRecord, RowError};

const ID: &str = "uk-legislation";
const HOST: &str = "https://www.legislation.gov.uk";
const IDENTIFIERS: [&str; 2] = [
    "http://www.legislation.gov.uk/id/",
    "https://www.legislation.gov.uk/id/",
];
const PER_PAGE: &str = "50";

/// Statutory instruments, in which product rules are made; the setting `types` names others (`ukpga`, `eur`).
const TYPES: &str = "uksi";
/// What a full run looks for unless told otherwise.
const TEXT: &str = "product safety";

/// What the codes of types stand for in citations.
const CITATIONS: [(&str, &str); 4] = [
    ("uksi", "UK SI"),
    ("ukpga", "UK Act"),
    ("nisr", "NI SR"),
    ("eur", "UK EUR"),
];

/// The source. Settings: `types`, `title`, `text` (words that must be in them).
#[derive(Debug)]
pub(crate) struct Legislation;

impl PageSource for Legislation {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["www.legislation.gov.uk"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let title = plan.setting("title").unwrap_or_default();
        let default = if title.is_empty() { TEXT } else { "" };
        let text = plan.setting("text").unwrap_or(default);
        let since = plan
            .since
            .map(|since| since.to_string())
            .unwrap_or_default();
        let types = parts_of(plan.setting("types").unwrap_or(TYPES));
        let types = types.filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase()));
        types
            .map(|name| {
                let query = [
                    ("title", title),
                    ("text", text),
                    ("made-date-start", since.as_str()),
                    ("sort", "made-desc"),
                    ("results-count", PER_PAGE),
                ];
                request(
                    &address(&format!("{HOST}/{name}/data.feed"), &query),
                    &Walk::new(name),
                )
            })
            .collect()
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let feed = Element::read(page.text, "an Atom feed")?;
        if feed.name != "feed" {
            return Err(PageError::new("an Atom feed", format!("`{}`", feed.name)));
        }
        let walk = Walk::of(&page.request.note);
        let count = |name: &str| feed.text_of(name).and_then(|text| text.parse::<u64>().ok());
        if let Some(echo) = count("page").filter(|echo| *echo != walk.page) {
            return Err(PageError::new(
                format!("page {}", walk.page),
                format!("page {echo}"),
            ));
        }
        let mut reading = PageReading::default();
        let mut keys = Vec::new();
        for entry in feed.all("entry") {
            match act(entry) {
                Ok(record) => {
                    keys.push(record.key.clone());
                    reading.records.push(record);
                }
                Err(error) => reading.bad.push(error),
            }
        }
        let total = count("totalResults");
        let next = walk.next(keys.len(), total);
        // Without a total the feed itself says whether there is more.
        let next =
            next.filter(|_| total.is_some() || count("morePages").is_some_and(|more| more > 0));
        let base = page.request.url.split("&page=").next().unwrap_or_default();
        reading
            .links
            .extend(next.as_ref().map(|walk| request(base, walk)));
        reading.listing = Some(walk.listing(keys, total, next.as_ref()));
        Ok(reading)
    }
}

fn request(base: &str, walk: &Walk) -> Request {
    Request::get("feed", format!("{base}&page={}", walk.page))
        .header("accept", "application/atom+xml")
        .noted(walk.note())
}

fn act(entry: &Element) -> Result<RawRecord, RowError> {
    let identifier = entry.text_of("id").ok_or_else(|| RowError::missing("id"))?;
    let path = IDENTIFIERS
        .iter()
        .find_map(|start| identifier.strip_prefix(start));
    let path = path.filter(|path| path.split('/').count() >= 3 && path.len() < 100);
    let Some(path) = path else {
        let shown: String = identifier.chars().take(80).collect();
        let reason = format!("expected {}…, found `{shown}`", IDENTIFIERS[0]);
        return Err(RowError::new("id", reason));
    };
    let (kind, number) = path.split_once('/').unwrap_or((path, ""));
    let citation = CITATIONS.iter().find(|(code, _)| *code == kind);
    let citation = citation.map_or_else(|| format!("UK {kind}"), |(_, words)| (*words).to_owned());
    let value = |name: &str, attribute: &str| {
        let child = entry.child(name)?;
        child.attribute(attribute).map(str::to_owned)
    };
    Ok(RawRecord {
        source: ID.to_owned(),
        key: path.to_owned(),
        kind: RawKind::Regulation,
        number: format!("{citation} {number}"),
        titles: texts([(
            "en",
            Some(
                entry
                    .text_of("title")
                    .ok_or_else(|| RowError::missing("title"))?,
            ),
        )]),
        abstracts: texts([("en", entry.text_of("summary"))]),
        dates: dates([(
            "published",
            value("CreationDate", "Date").or_else(|| entry.text_of("published")),
        )]),
        body: Some("UK".to_owned()),
        market: Some("GB".to_owned()),
        document_type: value("DocumentMainType", "Value").or_else(|| Some(kind.to_owned())),
        url: Some(format!("{HOST}/{path}")),
        ..RawRecord::default()
    })
}

#[cfg(test)]
mod tests {
    use crate::sources::testing::{read, read_recorded, record, recorded, seeds};

    #[test]
    fn an_entry_is_an_act_and_the_feed_goes_on_until_its_total_is_met() {
        let request = &seeds("uk-legislation", None, &[])[0];
        let first = read_recorded("uk-legislation", request, "uk-legislation/page-1.atom");
        let act = record(&first, "uksi/2011/1881");
        assert_eq!(act.number, "UK SI 2011/1881");
        assert_eq!(act.titles["en"], "The Toys (Safety) Regulations 2011");
        assert_eq!(act.dates["published"], "2011-07-25");
        let next = &first.links[0];
        assert!(next.url.ends_with("&page=2"), "{}", next.url);
        let second = read_recorded("uk-legislation", next, "uk-legislation/page-2.atom");
        assert!(second.listing.unwrap().last);
    }

    #[test]
    fn the_first_page_in_place_of_another_is_noticed() {
        let request = &seeds("uk-legislation", None, &[])[0];
        let first = read_recorded("uk-legislation", request, "uk-legislation/page-1.atom");
        let again = recorded("uk-legislation/page-1.atom");
        let error = read("uk-legislation", &first.links[0], &[], &again).unwrap_err();
        assert_eq!(error.to_string(), "expected page 2, found page 1");
    }
}
