//! JSA Webdesk: the list of Japanese Industrial Standards (SOURCES 4.6).
//!
//! A first POST makes the search, which the server keeps for ten minutes in the session; then come the pages of its list.

use std::time::Duration;

use super::walk::Walk;
use crate::RowError;
use crate::binding::{Cells, Field, field_of};
use crate::html::{Html, grids, text};
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};

/// The source.
#[derive(Debug)]
pub(crate) struct Webdesk;

const BASE: &str = "https://webdesk.jsa.or.jp/books";

impl PageSource for Webdesk {
    fn id(&self) -> &'static str {
        "jsa"
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["webdesk.jsa.or.jp"]
    }

    fn pace(&self) -> Duration {
        Duration::from_secs(2)
    }

    fn seeds(&self, _plan: &CrawlPlan) -> Vec<Request> {
        let fields = [
            ("record", "0"),
            ("dantai", "JIS"),
            ("searchtype2", "1"),
            ("status_1", "1"),
            ("status_2", "2"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        vec![Request::form(
            "search",
            format!("{BASE}/W11M0270/index"),
            fields.to_vec(),
        )]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        if page.request.task == "search" {
            super::walk::object(page.text)?;
            let list = Request::get("list", format!("{BASE}/W11M0070/index"));
            return Ok(PageReading {
                links: vec![list.noted(Walk::new("JIS").note())],
                ..PageReading::default()
            });
        }
        let html = Html::read(page.text)?;
        match page.request.task.as_str() {
            "detail" => read_detail(&html, &page.request.url),
            _ => read_list(&html, page),
        }
    }
}

fn read_list(html: &Html, page: &Page<'_>) -> Result<PageReading, PageError> {
    // The class is spelled so in the source.
    let links = html.all("div.blockGenaral > a");
    if links.is_empty() {
        return Err(PageError::new("links in `div.blockGenaral`", "none"));
    }
    let mut reading = PageReading::default();
    let mut keys = Vec::with_capacity(links.len());
    for link in links {
        let id = link
            .attr("href")
            .and_then(|href| href.split_once("bunsyo_id="));
        let Some((_, id)) = id.filter(|(_, id)| !id.is_empty()) else {
            reading.bad.push(RowError::missing("bunsyo_id"));
            continue;
        };
        keys.push(id.to_owned());
        reading.links.push(Request::get(
            "detail",
            format!("{BASE}/W11M0090/index/?bunsyo_id={id}"),
        ));
    }
    let walk = Walk::of(&page.request.note);
    let total = page
        .text
        .split_once("var count =")
        .and_then(|(_, rest)| rest.split(';').next()?.trim().parse().ok());
    let next = walk.next(keys.len(), total);
    reading.links.extend(next.as_ref().map(|walk| {
        let fields = vec![
            ("search_type".to_owned(), "JIS".to_owned()),
            ("offset".to_owned(), walk.seen.to_string()),
        ];
        Request::form("list", format!("{BASE}/W11M0070/getAddList"), fields).noted(walk.note())
    }));
    reading.listing = Some(walk.listing(keys, total, next.as_ref()));
    Ok(reading)
}

fn read_detail(html: &Html, url: &str) -> Result<PageReading, PageError> {
    let heading = html
        .all("h2")
        .into_iter()
        .next()
        .ok_or_else(|| PageError::new("a heading `h2`", "none"))?;
    let mut lines = heading
        .text()
        .map(crate::html::squeeze)
        .filter(|line| !line.is_empty());
    let mut cells = Cells::default();
    for field in [Field::Number, Field::Title, Field::TitleEn] {
        cells.set(field, &lines.next().unwrap_or_default());
    }
    for line in html.all("p").into_iter().map(text) {
        let pair = line.split_once(['：', ':']);
        if let Some((label, value)) = pair.filter(|(label, _)| field_of(label).is_some()) {
            cells.put(label, value);
        }
    }
    for grid in grids(html, "table") {
        let first = grid
            .headers
            .chunks_exact(2)
            .map(|pair| (pair[0].clone(), pair[1].clone()));
        let rows = grid
            .rows
            .iter()
            .filter(|row| row.len() == 2)
            .map(|row| (text(row[0]), text(row[1])));
        first
            .chain(rows)
            .for_each(|(label, value)| cells.put(&label, &value));
    }
    let mut reading = PageReading::default();
    cells.drift(
        &[Field::Number, Field::Title, Field::Status],
        &mut reading.drift,
    );
    let key = url.split_once("bunsyo_id=").map(|(_, id)| id.to_owned());
    match cells.into_record("jsa", key) {
        Ok(mut record) => {
            record.market = Some("JP".to_owned());
            record.url = Some(url.to_owned());
            reading.records.push(record);
        }
        Err(error) => reading.bad.push(error),
    }
    Ok(reading)
}
