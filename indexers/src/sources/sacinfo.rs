//! hbba and dbba .sacinfo.org.cn: industry and local standards (SOURCES 2.3); the same software on two hosts.

use std::time::Duration;

use serde_json::Value;

use super::walk::{Walk, entries, object};
use crate::RowError;
use crate::binding::{Cells, Field};
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};

/// One of the two registers.
#[derive(Debug)]
pub(crate) struct Register {
    id: &'static str,
    hosts: &'static [&'static str],
}

/// The register of industry standards.
pub(crate) static INDUSTRY: Register = Register {
    id: "hbba",
    hosts: &["hbba.sacinfo.org.cn"],
};
/// The register of local standards.
pub(crate) static LOCAL: Register = Register {
    id: "dbba",
    hosts: &["dbba.sacinfo.org.cn"],
};

/// Code of the department that issues a province's standards, by the province's prefix.
static PROVINCES: &[(&str, &str)] = &[
    ("DB11", "bjzjj"),
    ("DB12", "tjzjj"),
    ("DB13", "hebeizjj"),
    ("DB14", "sxzjj14"),
    ("DB15", "nmgzjj"),
    ("DB21", "lnzjj"),
    ("DB22", "jlzjj"),
    ("DB23", "hljzjj"),
    ("DB31", "shzjj"),
    ("DB32", "jszjj"),
    ("DB33", "zjzjj"),
    ("DB34", "ahzjj"),
    ("DB35", "fjzjj"),
    ("DB36", "jxzjj"),
    ("DB37", "sdzjj"),
    ("DB41", "henanzjj"),
    ("DB42", "hubeizjj"),
    ("DB43", "hunanzjj"),
    ("DB44", "gdzjj"),
    ("DB45", "gxzjj"),
    ("DB46", "hainanzjj"),
    ("DB50", "cqzjj"),
    ("DB51", "sczjj"),
    ("DB52", "gzzjj"),
    ("DB53", "ynzjj"),
    ("DB54", "xzzjj"),
    ("DB61", "sxzjj61"),
    ("DB62", "gszjj"),
    ("DB63", "qhzjj"),
    ("DB64", "nxzjj"),
    ("DB65", "xjzjj"),
];

impl Register {
    fn request(&self, walk: &Walk, ministry: &str) -> Request {
        let host = self.hosts[0];
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut fields = vec![
            field("current", &walk.page.to_string()),
            field("size", "100"),
        ];
        if !ministry.is_empty() {
            fields.push(field("ministry", ministry));
        }
        Request::form("list", format!("https://{host}/stdQueryList"), fields)
            .header("x-requested-with", "XMLHttpRequest")
            .header("referer", &format!("https://{host}/stdList"))
            .noted(walk.note())
    }
}

impl PageSource for Register {
    fn id(&self) -> &'static str {
        self.id
    }

    fn hosts(&self) -> &'static [&'static str] {
        self.hosts
    }

    fn pace(&self) -> Duration {
        Duration::from_secs(2)
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let since = plan.since.map(|day| day.to_string());
        if self.id == INDUSTRY.id {
            let ministry = plan.setting("ministry").unwrap_or_default();
            return vec![self.request(
                &Walk {
                    since,
                    ..Walk::new("all")
                },
                ministry,
            )];
        }
        let province = plan
            .setting("province")
            .unwrap_or("DB13")
            .to_ascii_uppercase();
        let code = PROVINCES.iter().find(|(prefix, _)| *prefix == province);
        let ministry = code.map_or("", |(_, ministry)| *ministry);
        vec![self.request(
            &Walk {
                since,
                ..Walk::new(&province)
            },
            ministry,
        )]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let object = object(page.text)?;
        let rows = entries(&object, "records")?;
        let walk = Walk::of(&page.request.note);
        let total = object.get("total").and_then(Value::as_u64);
        let echo = object.get("current").and_then(Value::as_u64);
        if echo.is_some_and(|echo| echo != walk.page) {
            let found = echo.unwrap_or_default();
            return Err(PageError::new(
                format!("page {}", walk.page),
                format!("page {found}"),
            ));
        }
        let ministry = match &page.request.method {
            crate::page::Method::Form(fields) => fields
                .iter()
                .find(|(name, _)| name == "ministry")
                .map_or("", |(_, value)| value.as_str()),
            _ => "",
        };
        let mut reading = PageReading::default();
        if total == Some(0) && !ministry.is_empty() {
            // The table of codes is some years old; without the filter the prefix still tells the province.
            reading.links.push(self.request(&walk, ""));
            return Ok(reading);
        }
        let mut keys = Vec::with_capacity(rows.len());
        for row in rows {
            self.read_row(row, &walk, &mut keys, &mut reading);
        }
        let next = walk.next(rows.len(), total);
        reading
            .links
            .extend(next.as_ref().map(|walk| self.request(walk, ministry)));
        reading.listing = Some(walk.listing(keys, total, next.as_ref()));
        Ok(reading)
    }
}

impl Register {
    fn read_row(
        &self,
        row: &Value,
        walk: &Walk,
        keys: &mut Vec<String>,
        reading: &mut PageReading,
    ) {
        let Some((row, key)) = row
            .as_object()
            .and_then(|row| Some((row, row.get("pk")?.as_str()?)))
        else {
            reading.bad.push(RowError::missing("pk"));
            return;
        };
        keys.push(key.to_owned());
        let cells = Cells::of_json(row);
        cells.drift(
            &[Field::Number, Field::Title, Field::Status, Field::Published],
            &mut reading.drift,
        );
        let elsewhere = self.id == LOCAL.id
            && cells
                .get(Field::Number)
                .is_some_and(|number| !number.starts_with(&walk.name));
        let newest = cells
            .get(Field::RecordDate)
            .max(cells.get(Field::Published));
        let old = walk
            .since
            .as_deref()
            .zip(newest)
            .is_some_and(|(since, day)| day < since);
        if elsewhere || old {
            return;
        }
        let host = self.hosts[0];
        match cells.into_record(self.id, Some(key.to_owned())) {
            Ok(mut record) => {
                record.market = Some("CN".to_owned());
                record.url = Some(format!("https://{host}/stdDetail/{key}"));
                reading.records.push(record);
            }
            Err(error) => reading.bad.push(error),
        }
    }
}
