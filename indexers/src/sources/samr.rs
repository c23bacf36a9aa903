//! std.samr.gov.cn 全国标准信息公共服务平台: the national catalogue and its announcements (SOURCES 2.1).
//!
//! The advanced list is read and not the simple one: it names the replaced standard, the ICS and the key of the text.

use std::time::Duration;

use serde_json::Value;

use super::walk::{Walk, entries, object};
use crate::RowError;
use crate::binding::{Cells, Field};
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};

/// One of the platform's lists.
#[derive(Debug)]
pub(crate) struct Platform {
    id: &'static str,
    path: &'static str,
    /// The key of an entry.
    key: &'static str,
    always: &'static [Field],
    /// The platform's names of fields that mean something else here than in the shared table.
    own: &'static [(&'static str, Field)],
}

/// The national standards.
pub(crate) static NATIONAL: Platform = Platform {
    id: "samr",
    path: "/gb/search/gbAdvancedSearchPage?typeRadio=std-param&tid=2&std_p4=",
    key: "id",
    always: &[Field::Number, Field::Title, Field::Status, Field::Published],
    own: &[],
};

/// International and foreign standards as the platform knows them.
pub(crate) static FOREIGN: Platform = Platform {
    id: "samr-foreign",
    path: "/gj/search/gjPage?searchText=",
    key: "id",
    always: &[Field::Number, Field::TitleEn],
    own: &[
        ("STANDARD_STATUS", Field::Status),
        ("ENGLISH_NAME", Field::TitleEn),
    ],
};

const HOST: &str = "https://std.samr.gov.cn";

impl PageSource for Platform {
    fn id(&self) -> &'static str {
        self.id
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["std.samr.gov.cn"]
    }

    fn pace(&self) -> Duration {
        Duration::from_millis(1200)
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let mut path = self.path.to_owned();
        let mut walk = Walk::new("all");
        if self.id == NATIONAL.id {
            // The list cannot be cut by date; what is new stands among the upcoming for months before its day.
            let status = plan.since.map_or("", |_| "即将实施");
            let ics = plan.setting("ics").unwrap_or_default();
            let query: String = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("std_p6_1", status)
                .append_pair("std_p14", ics)
                .finish();
            path = format!("{path}&{query}");
            walk = Walk::new(format!("all {status}{ics}").trim());
        }
        vec![request(&path, &walk)]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let object = object(page.text)?;
        let rows = entries(&object, "rows")?;
        let walk = Walk::of(&page.request.note);
        let total = object.get("total").and_then(Value::as_u64);
        let mut reading = PageReading::default();
        let mut keys = Vec::with_capacity(rows.len());
        for row in rows {
            let Value::Object(row) = row else {
                reading.bad.push(RowError::new(
                    "rows",
                    "expected objects, found another value",
                ));
                continue;
            };
            let mut cells = Cells::default();
            for (name, field) in self.own {
                let value = row.get(*name).and_then(Value::as_str);
                cells.set(*field, value.unwrap_or_default());
            }
            cells.absorb(Cells::of_json(row));
            cells.drift(self.always, &mut reading.drift);
            let key = row
                .get(self.key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned();
            keys.push(key.clone());
            if key.is_empty() {
                reading.bad.push(RowError::missing(self.key));
                continue;
            }
            match cells.into_record(self.id, Some(key)) {
                Ok(mut record) => {
                    if self.id == NATIONAL.id {
                        record.market = Some("CN".to_owned());
                    }
                    reading.records.push(record);
                }
                Err(error) => reading.bad.push(error),
            }
        }
        let path = page.request.url.strip_prefix(HOST).unwrap_or(self.path);
        let path = path.split("&pageNumber=").next().unwrap_or(self.path);
        let next = walk.next(rows.len(), total);
        reading
            .links
            .extend(next.as_ref().map(|walk| request(path, walk)));
        reading.listing = Some(walk.listing(keys, total, next.as_ref()));
        Ok(reading)
    }
}

fn request(path: &str, walk: &Walk) -> Request {
    let url = format!("{HOST}{path}&pageNumber={}&pageSize=50", walk.page);
    Request::get("list", url)
        .header("accept", "application/json")
        .header("x-requested-with", "XMLHttpRequest")
        .header(
            "referer",
            "https://std.samr.gov.cn/gb/search/gbAdvancedSearch",
        )
        .noted(walk.note())
}
