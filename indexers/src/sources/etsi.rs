//! Deliverables of ETSI, from the search of its own site: fifty a page, the total repeated in every row
//! (SOURCES 3.4).

use crate::fields::Fields;
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};
use crate::{RawRecord, RowError, json};

use super::parts::{address, texts};
use super::shape::{Shape, listed};

const ID: &str = "etsi";
const SERVICE: &str = "https://www.etsi.org/custom/standardssearch/data.php";

/// The day of ETSI's first deliverable.
const FIRST_DAY: &str = "1988-01-15";

const SHAPE: Shape = Shape {
    key: "wki_id",
    always: &[
        "ETSI_DELIVERABLE",
        "TITLE",
        "EDSpathname",
        "EDSPDFfilename",
        "STATUS_CODE",
        "ACTION_TYPE",
        "TB",
        "Scope",
        "Keywords",
        "total_count",
    ],
    sometimes: &[],
};

/// The source.
#[derive(Debug)]
pub(crate) struct Etsi;

impl PageSource for Etsi {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["www.etsi.org"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let from = plan
            .since
            .map_or_else(|| FIRST_DAY.to_owned(), |day| day.to_string());
        vec![request(1, &from, &plan.today.to_string())]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let items = json::list(page, "a JSON list of deliverables")?;
        let mut note = page.request.note.split(' ');
        let (Some(Ok(number)), Some(from), Some(until)) =
            (note.next().map(str::parse::<u64>), note.next(), note.next())
        else {
            let found = format!("the note `{}`", page.request.note);
            return Err(PageError::new("a request of this source", found));
        };
        let total = items
            .first()
            .and_then(|row| json::count(row.get("total_count")?));
        let total = if number == 1 && items.is_empty() {
            Some(0)
        } else {
            total
        };
        let last = items.is_empty();
        let mut reading = listed(
            SHAPE.read(items, deliverable),
            format!("{from}..{until}"),
            total,
            last,
        );
        if !last {
            reading.links.push(request(number + 1, from, until));
        }
        Ok(reading)
    }
}

fn request(page: u64, from: &str, until: &str) -> Request {
    let number = page.to_string();
    let query = [
        ("format", "json"),
        ("includeScope", "1"),
        ("page", &number),
        ("search", ""),
        ("title", "1"),
        ("etsiNumber", "1"),
        ("content", "1"),
        ("version", "0"),
        ("onApproval", "1"),
        ("published", "1"),
        ("withdrawn", "1"),
        ("historical", "1"),
        ("isCurrent", "1"),
        ("superseded", "1"),
        ("startDate", from),
        ("endDate", until),
        ("harmonized", "0"),
        ("keyword", ""),
        ("TB", ""),
        ("stdType", ""),
        ("frequency", ""),
        ("mandate", ""),
        ("collection", ""),
        ("sort", "1"),
        ("x", "1"),
    ];
    Request::get("deliverables", address(SERVICE, &query)).noted(format!("{page} {from} {until}"))
}

fn deliverable(mut fields: Fields) -> Result<RawRecord, RowError> {
    let number = fields.required("ETSI_DELIVERABLE")?;
    let key = fields.required("wki_id")?;
    let action = fields.text("ACTION_TYPE")?;
    let code = fields.text("STATUS_CODE")?;
    let split = |text: Option<String>| -> Vec<String> {
        let text = text.unwrap_or_default();
        let parts = text.split([',', ';']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    };
    for name in ["EDSpathname", "EDSPDFfilename", "total_count"] {
        fields.any(name);
    }
    let record = RawRecord {
        source: ID.to_owned(),
        titles: texts([("en", Some(fields.required("TITLE")?))]),
        abstracts: texts([("en", fields.text("Scope")?)]),
        dates: texts([("published", month_of(&number))]),
        status: status(action.as_deref(), code.as_deref())?.map(str::to_owned),
        body: Some("ETSI".to_owned()),
        committees: split(fields.text("TB")?),
        keywords: split(fields.text("Keywords")?),
        url: Some(format!(
            "https://webapp.etsi.org/workprogram/Report_WorkItem.asp?WKI_ID={key}"
        )),
        number,
        key,
        ..RawRecord::default()
    };
    Ok(RawRecord {
        extra: fields.rest(),
        ..record
    })
}

/// ETSI's own reading of its codes: `WD` withdrawn, below 12 on approval, 13 historical, others published.
fn status(action: Option<&str>, code: Option<&str>) -> Result<Option<&'static str>, RowError> {
    if action == Some("WD") {
        return Ok(Some("withdrawn"));
    }
    let Some(code) = code else {
        return Ok(None);
    };
    match code.parse::<u32>() {
        Ok(code) if code < 12 => Ok(Some("draft")),
        Ok(13) => Ok(Some("superseded")),
        Ok(_) => Ok(Some("published")),
        Err(_) => {
            let reason = format!(
                "expected a status code, found `{}`",
                code.chars().take(20).collect::<String>()
            );
            Err(RowError::new("STATUS_CODE", reason))
        }
    }
}

/// Takes the month out of `ETSI EN 300 338-7 V1.3.1 (2010-02)`.
fn month_of(number: &str) -> Option<String> {
    let month = number.trim_end().strip_suffix(')')?.rsplit_once('(')?.1;
    format!("{month}-01").parse::<jiff::civil::Date>().ok()?;
    Some(month.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::sources::testing::{read, read_recorded, record, seeds};

    #[test]
    fn a_row_has_its_status_month_and_keywords_and_the_list_goes_on_until_it_is_empty() {
        let request = &seeds("etsi", None, &[])[0];
        let reading = read_recorded("etsi", request, "etsi/page-1.json");
        let lines = record(&reading, "8528");
        assert_eq!(lines.number, "ETSI EN 300 951 V7.0.1 (2000-01)");
        assert_eq!(lines.dates["published"], "2000-01");
        assert_eq!(lines.status.as_deref(), Some("published"));
        assert_eq!(
            record(&reading, "7481").status.as_deref(),
            Some("superseded")
        );
        let next = &reading.links[0];
        assert!(next.url.contains("&page=2&"), "{}", next.url);
        let second = read_recorded("etsi", next, "etsi/page-2.json");
        assert_eq!(
            record(&second, "99001").status.as_deref(),
            Some("withdrawn")
        );
        let end = read("etsi", &second.links[0], &[], b"[]").unwrap();
        assert_eq!(end.links, []);
        assert!(end.listing.unwrap().last);
    }
}
