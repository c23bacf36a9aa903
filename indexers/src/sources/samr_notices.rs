//! Announcements that put Chinese standards into force: 国家标准公告, 行业标准备案公告, 地方标准备案公告 (SOURCES 2.1 e).
//!
//! What is new in China appears here first. Each list is walked whole, because its order is not vouched for; an increment
//! leaves out what is older.

use std::time::Duration;

use serde_json::{Map, Value};

use super::walk::{Walk, entries, object};
use crate::page::{CrawlPlan, Drift, Page, PageError, PageReading, PageSource, Request};
use crate::{RawKind, RawRecord, RowError};

const ID: &str = "samr-notices";
const HOST: &str = "https://std.samr.gov.cn";

/// A list of announcements.
struct List {
    /// The name of its walk and the end of its address.
    name: &'static str,
    /// What stands before the number of an announcement.
    series: &'static str,
    /// The path of its announcements on the server that shows them.
    shown: &'static str,
}

static LISTS: [List; 3] = [
    List {
        name: "nocGBPage",
        series: "国家标准公告",
        shown: "gnoc",
    },
    List {
        name: "nocHBPage",
        series: "行业标准备案公告",
        shown: "gnocHb",
    },
    List {
        name: "nocDBPage",
        series: "地方标准备案公告",
        shown: "gnocDb",
    },
];

/// Fields of a row, bound or left alone.
const KNOWN: [&str; 7] = [
    "TITLE",
    "C_TITLE",
    "PID",
    "CODE",
    "NOTICE_DATE",
    "STD_COUNT",
    "id",
];

/// The source.
#[derive(Debug)]
pub(crate) struct Notices;

impl PageSource for Notices {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["std.samr.gov.cn"]
    }

    fn pace(&self) -> Duration {
        Duration::from_millis(1200)
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let since = plan.since.map(|since| since.to_string());
        let walks = LISTS.iter().map(|list| Walk {
            since: since.clone(),
            ..Walk::new(list.name)
        });
        walks.map(|walk| request(&walk)).collect()
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let answer = object(page.text)?;
        let rows = entries(&answer, "rows")?;
        let walk = Walk::of(&page.request.note);
        let list = LISTS.iter().find(|list| list.name == walk.name);
        let list = list.ok_or_else(|| {
            PageError::new("a request of this source", format!("list `{}`", walk.name))
        })?;
        let total = answer.get("total").and_then(Value::as_u64);
        let mut reading = PageReading::default();
        let mut keys = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(row) = row.as_object() else {
                reading.bad.push(RowError::new(
                    "rows",
                    "expected objects, found another value",
                ));
                continue;
            };
            note_drift(row, &mut reading.drift);
            match notice(list, row) {
                Ok(record) => {
                    keys.push(record.key.clone());
                    let day = record.dates.get("published").map(String::as_str);
                    let is_old = walk
                        .since
                        .as_deref()
                        .is_some_and(|since| day.is_some_and(|day| day < since));
                    reading.records.extend((!is_old).then_some(record));
                }
                Err(error) => reading.bad.push(error),
            }
        }
        let next = walk.next(rows.len(), total);
        reading.links.extend(next.as_ref().map(request));
        reading.listing = Some(walk.listing(keys, total, next.as_ref()));
        Ok(reading)
    }
}

fn request(walk: &Walk) -> Request {
    let url = format!(
        "{HOST}/noc/search/{}?searchText=&sortOrder=asc&pageSize=50&pageNumber={}",
        walk.name, walk.page
    );
    Request::get("notices", url)
        .header("accept", "application/json")
        .header("x-requested-with", "XMLHttpRequest")
        .header("referer", "https://std.samr.gov.cn/noc")
        .noted(walk.note())
}

fn note_drift(row: &Map<String, Value>, drift: &mut Vec<Drift>) {
    for name in row.keys().filter(|name| !KNOWN.contains(&name.as_str())) {
        let sign = Drift::Unbound(name.chars().take(60).collect());
        if drift.len() < 20 && !drift.contains(&sign) {
            drift.push(sign);
        }
    }
}

fn notice(list: &List, row: &Map<String, Value>) -> Result<RawRecord, RowError> {
    let text = |name: &str| match row.get(name)? {
        Value::String(text) => Some(crate::html::plain(text)).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let key = text("PID").ok_or_else(|| RowError::missing("PID"))?;
    let title = text("TITLE").or_else(|| text("C_TITLE"));
    let title = title.ok_or_else(|| RowError::missing("TITLE"))?;
    let code = text("CODE").unwrap_or_else(|| title.clone());
    let day = text("NOTICE_DATE").ok_or_else(|| RowError::missing("NOTICE_DATE"))?;
    let day = crate::binding::day(&day).ok_or_else(|| {
        let shown: String = day.chars().take(40).collect();
        RowError::new("NOTICE_DATE", format!("expected a day, found `{shown}`"))
    })?;
    let mut record = RawRecord {
        source: ID.to_owned(),
        kind: RawKind::Regulation,
        number: format!("{} {code}", list.series),
        body: Some("SAMR".to_owned()),
        market: Some("CN".to_owned()),
        document_type: Some("announcement".to_owned()),
        url: Some(format!(
            "https://std.sacinfo.org.cn/{}/queryInfo?id={key}",
            list.shown
        )),
        key: format!("{}/{key}", list.name),
        ..RawRecord::default()
    };
    record.titles.insert("zh".to_owned(), title);
    record.dates.insert("published".to_owned(), day);
    record
        .extra
        .extend(text("STD_COUNT").map(|count| ("standards".to_owned(), count.into())));
    Ok(record)
}

#[cfg(test)]
mod tests {
    use crate::sources::testing::{read_recorded, record, seeds};

    #[test]
    fn an_announcement_has_its_number_its_day_and_its_count_of_standards() {
        let request = &seeds("samr-notices", None, &[])[0];
        let reading = read_recorded("samr-notices", request, "samr-notices/national-1.json");
        let notice = record(&reading, "nocGBPage/9A01");
        assert_eq!(notice.number, "国家标准公告 2026年第23号");
        assert_eq!(notice.dates["published"], "2026-05-25");
        assert_eq!(notice.extra["standards"], "12");
        assert!(reading.links[0].url.ends_with("pageNumber=2"));
    }

    #[test]
    fn an_increment_walks_the_whole_list_and_brings_what_is_new() {
        let request = &seeds("samr-notices", Some("2026-11-01"), &[])[0];
        let reading = read_recorded("samr-notices", request, "samr-notices/national-1.json");
        assert_eq!(reading.records.len(), 1);
        assert_eq!(reading.listing.unwrap().keys.len(), 2);
    }
}
