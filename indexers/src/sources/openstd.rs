//! openstd.samr.gov.cn 国家标准全文公开系统: metadata of national standards (SOURCES 2.2).
//!
//! The text itself is behind a captcha and is left alone. The list tells what there is, the detail page what it is; records
//! come from details, or from the list when `details` is set to `no`, never from both, which would change them at every run.

use std::time::Duration;

use scraper::ElementRef;

use super::walk::Walk;
use crate::RowError;
use crate::binding::{Cells, Field};
use crate::html::{Grid, Html, grids, text};
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};

/// The source.
#[derive(Debug)]
pub(crate) struct OpenStandards;

const ID: &str = "openstd";
const BASE: &str = "https://openstd.samr.gov.cn/bzgk/std";
const PAGE_SIZE: usize = 50;

impl PageSource for OpenStandards {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["openstd.samr.gov.cn"]
    }

    fn pace(&self) -> Duration {
        Duration::from_secs(2)
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let walk = Walk {
            since: plan.since.map(|day| day.to_string()),
            details: plan.setting("details") != Some("no"),
            ..Walk::new("all")
        };
        vec![list(&walk)]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let html = Html::read(page.text)?;
        match page.request.task.as_str() {
            "detail" => read_detail(&html, &page.request.url),
            _ => read_list(&html, Walk::of(&page.request.note)),
        }
    }
}

fn list(walk: &Walk) -> Request {
    let page = walk.page;
    let order = "p.p90=circulation_date&p.p91=desc";
    let url = format!("{BASE}/std_list?p.p1=0&{order}&pageSize={PAGE_SIZE}&page={page}");
    Request::get("list", url).noted(walk.note())
}

fn address(hcno: &str) -> String {
    format!("{BASE}/newGbInfo?hcno={hcno}")
}

fn read_list(html: &Html, walk: Walk) -> Result<PageReading, PageError> {
    let grids = grids(html, "table.result_list");
    let grid = grids
        .first()
        .ok_or_else(|| PageError::new("a table `result_list`", "none"))?;
    let mut reading = PageReading::default();
    let mut keys = Vec::new();
    let mut newest = None;
    for row in &grid.rows {
        let Some(hcno) = row.iter().find_map(|cell| hcno_of(*cell)) else {
            // An empty result is one row with a sentence over all columns.
            if row.len() > 1 {
                reading.bad.push(RowError::missing("hcno"));
            }
            continue;
        };
        let cells = bind(grid, row);
        let always = [Field::Number, Field::Title, Field::Status, Field::Published];
        cells.drift(&always, &mut reading.drift);
        keys.push(hcno.clone());
        newest = newest.max(cells.get(Field::Published).map(str::to_owned));
        let old = walk
            .since
            .as_deref()
            .zip(cells.get(Field::Published))
            .is_some_and(|(since, day)| day < since);
        if old {
            continue;
        }
        if walk.details {
            reading.links.push(Request::get("detail", address(&hcno)));
            continue;
        }
        match cells.into_record(ID, Some(hcno.clone())) {
            Ok(record) => reading.records.push(finished(record, &hcno)),
            Err(error) => reading.bad.push(error),
        }
    }
    let total = total_of(&text(html.root()));
    // Newest first: once a whole page is older than the run asks for, the rest is too.
    let enough = walk.since.is_some() && newest < walk.since;
    let next = walk.next(keys.len(), total).filter(|_| !enough);
    reading.links.extend(next.as_ref().map(list));
    let total = total.filter(|_| walk.since.is_none());
    reading.listing = Some(walk.listing(keys, total, next.as_ref()));
    Ok(reading)
}

fn bind(grid: &Grid<'_>, row: &[ElementRef<'_>]) -> Cells {
    let mut cells = Cells::default();
    for (header, cell) in grid.headers.iter().zip(row) {
        cells.put(header, &text(*cell));
    }
    cells
}

/// Takes the key out of `showInfo('083B…')`; the length is not fixed.
fn hcno_of(cell: ElementRef<'_>) -> Option<String> {
    let calls = cell
        .descendent_elements()
        .filter_map(|element| element.attr("onclick"));
    calls
        .filter_map(|call| call.split_once("showInfo('")?.1.split('\'').next())
        .find(|hcno| !hcno.is_empty() && hcno.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .map(str::to_owned)
}

/// Reads `共 1 条标准`; the script variable `count` counts pages.
fn total_of(page: &str) -> Option<u64> {
    page.split('共')
        .skip(1)
        .find_map(|rest| rest.split_once('条')?.0.trim().parse().ok())
}

fn read_detail(html: &Html, url: &str) -> Result<PageReading, PageError> {
    let hcno = url.split_once("hcno=").map_or("", |(_, hcno)| hcno);
    let mut cells = Cells::default();
    let heading = html
        .all("h1")
        .into_iter()
        .map(text)
        .find(|line| line.starts_with("标准号"));
    let heading = heading.ok_or_else(|| PageError::new("a heading `标准号：…`", "none"))?;
    let number = heading
        .split_once(['：', ':'])
        .map_or("", |(_, number)| number)
        .trim();
    // The label 采 behind the number says that it adopts something; the page does not say what.
    let bare = number.strip_suffix('采').map(str::trim);
    cells.set(Field::Number, bare.unwrap_or(number));
    if bare.is_some() {
        cells.set(Field::Adopting, "采");
    }
    for line in html.all("table.tdlist td").into_iter().map(text) {
        if let Some((label, value)) = line
            .split_once('：')
            .filter(|(label, _)| label.contains("标准"))
        {
            cells.put(label, value);
        }
    }
    for (label, value) in html
        .all("div.title")
        .into_iter()
        .zip(html.all("div.content"))
    {
        cells.put(&text(label), &text(value));
    }
    let mut reading = PageReading::default();
    cells.drift(
        &[Field::Number, Field::Title, Field::Status, Field::Published],
        &mut reading.drift,
    );
    match cells.into_record(ID, Some(hcno.to_owned())) {
        Ok(record) => reading.records.push(finished(record, hcno)),
        Err(error) => reading.bad.push(error),
    }
    Ok(reading)
}

fn finished(mut record: crate::RawRecord, hcno: &str) -> crate::RawRecord {
    record.market = Some("CN".to_owned());
    record.url = Some(address(hcno));
    record.mandatory = record
        .mandatory
        .or_else(|| Some(record.number.starts_with("GB ")));
    record
}
