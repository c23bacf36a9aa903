//! Alerts about dangerous products of the EU Safety Gate (SOURCES 4.3, CC BY 4.0).
//!
//! The search wants its whole body (a reduced one is refused) and a year; a page brings short alerts, the detail of an
//! alert its country of origin, category, risk and measures.

use serde_json::{Map, Value, json};

use crate::fields::Fields;
use crate::page::{CrawlPlan, Listing, Page, PageError, PageReading, PageSource, Request};
use crate::{RawKind, RawRecord, RowError};

use super::parts::{dates, day, named, texts};
use super::shape::{Shape, listed};

const ID: &str = "eu-safety-gate";
const SERVICE: &str = "https://ec.europa.eu/safety-gate-alerts/public/api";
const PER_PAGE: u64 = 100;

/// The first year of the archive.
const FIRST_YEAR: i16 = 2005;

const SHAPE: Shape = Shape {
    key: "id",
    always: &["reference", "publicationDate", "product", "risk"],
    sometimes: &[
        "country",
        "measureTaken",
        "traceability",
        "versions",
        "alertType",
        "level",
        "status",
        "modificationDate",
    ],
};

/// The source.
///
/// Settings: `details = yes` asks for every alert by itself, which tells its country of origin, category and measures; it is
/// one request an alert, so decide before the first run. `from` is the first year of a full run.
#[derive(Debug)]
pub(crate) struct SafetyGate;

impl PageSource for SafetyGate {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["ec.europa.eu"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let from = plan.setting("from").and_then(|year| year.parse().ok());
        let first = plan
            .since
            .map_or(from.unwrap_or(FIRST_YEAR), jiff::civil::Date::year);
        let since = plan.since.map(|since| since.to_string());
        // The same in every run: a short row would take the place of a full one.
        let details = plan.setting("details") == Some("yes");
        (first..=plan.today.year())
            .rev()
            .map(|year| {
                let wish = Wish {
                    year: i64::from(year),
                    page: 0,
                    since: since.clone(),
                    details,
                };
                wish.request()
            })
            .collect()
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let answer = crate::json::object(page, "a JSON object of Safety Gate")?;
        match page.request.task.as_str() {
            "alert" => Ok(detail(page, answer)),
            _ => list(page, answer),
        }
    }
}

/// What a list request asked for, kept in its note.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Wish {
    year: i64,
    page: u64,
    since: Option<String>,
    details: bool,
}

impl Wish {
    fn request(&self) -> Request {
        let body = json!({
            "language": "en",
            "criteria": {"year": self.year},
            "fullTextSearch": "",
            "pagination": {
                "sortField": "PUBLICATION_DATE", "sortOrder": "DESC",
                "numberElements": PER_PAGE, "page": self.page, "totalElements": 0,
            },
        });
        let note = serde_json::to_string(self).unwrap_or_default();
        Request::json("list", format!("{SERVICE}/search"), body.to_string()).noted(note)
    }
}

fn list(page: &Page<'_>, mut answer: Map<String, Value>) -> Result<PageReading, PageError> {
    let wish: Wish = serde_json::from_str(&page.request.note)
        .map_err(|reason| PageError::new("a request of this source", reason.to_string()))?;
    let items = crate::json::take_list(&mut answer, "content")?;
    let total = crate::json::take_count(&mut answer, "totalElements")?;
    let last = match answer.get("last") {
        Some(Value::Bool(last)) => *last,
        _ => items.is_empty(),
    };
    // Newest first: what is older than the wish ends the walk, and then no total can be met.
    let oldest = items
        .last()
        .and_then(|item| day(item.get("publicationDate")?.as_str()?));
    let enough = match (&wish.since, oldest) {
        (Some(since), Some(oldest)) => oldest < *since,
        _ => false,
    };
    let walk = match &wish.since {
        Some(since) => format!("{} since {since}", wish.year),
        None => wish.year.to_string(),
    };
    let total = total.filter(|_| wish.since.is_none());
    let mut reading = listed(SHAPE.read(items, alert), walk, total, last || enough);
    if wish.details {
        let keys = reading.records.iter().map(|record| {
            let url = format!("{SERVICE}/notification/{}?language=en", record.key);
            Request::get("alert", url).noted(record.key.as_str())
        });
        reading.links.extend(keys);
        reading.records.clear();
    }
    if !(last || enough) {
        let next = Wish {
            page: wish.page + 1,
            ..wish
        };
        reading.links.push(next.request());
    }
    Ok(reading)
}

fn detail(page: &Page<'_>, answer: Map<String, Value>) -> PageReading {
    let mut reading = SHAPE.read(vec![Value::Object(answer)], alert);
    let expected = page.request.note.as_str();
    // One alert is no list; but another alert than the one asked for must not take its place.
    reading.records.retain(|record| record.key == expected);
    if reading.records.is_empty() && reading.bad.is_empty() {
        let found = reading
            .listing
            .take()
            .map(|listing: Listing| listing.keys.join(", "));
        let reason = format!(
            "expected alert `{expected}`, found `{}`",
            found.unwrap_or_default()
        );
        reading.bad.push(RowError::new("id", reason));
    }
    reading.listing = None;
    reading
}

fn alert(mut fields: Fields) -> Result<RawRecord, RowError> {
    let mut product = Fields::new(fields.object("product")?);
    let mut risk = Fields::new(fields.object("risk")?);
    let reference = fields.required("reference")?;
    let key = fields.required("id")?;
    let name = product.text("nameSpecific")?.or(product.text("name")?);
    let category = name_of(product.any("productCategory"));
    let title = match (name, &category) {
        (Some(name), _) => name,
        (None, Some(category)) => category.clone(),
        (None, None) => return Err(RowError::missing("product.nameSpecific")),
    };
    let risks = risk.list("riskType")?;
    let versions = risk.any("versions");
    let versions = match versions {
        Some(Value::Array(versions)) => versions,
        Some(one) => vec![one],
        None => Vec::new(),
    };
    let mut extra = Map::new();
    let mut keep = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            extra.insert(name.to_owned(), text.into());
        }
    };
    keep(
        "legal_provision",
        named(&versions, "legalProvision").into_iter().next(),
    );
    keep("notifying_country", name_of(fields.any("country")));
    let mut traceability = Fields::new(fields.object("traceability")?);
    keep(
        "country_of_origin",
        name_of(traceability.any("countryOrigin")),
    );
    let measures = fields.object("measureTaken")?.remove("measures");
    if let Some(measures) = measures.filter(|measures| !measures.is_null()) {
        extra.insert("measures".to_owned(), measures);
    }
    let mut keywords = named(&risks, "name");
    keywords.extend(category);
    Ok(RawRecord {
        source: ID.to_owned(),
        kind: RawKind::Regulation,
        number: format!("Safety Gate {reference}"),
        titles: texts([("en", Some(title))]),
        abstracts: texts([("en", named(&versions, "riskDescription").into_iter().next())]),
        dates: dates([("published", fields.text("publicationDate")?)]),
        body: Some("European Commission".to_owned()),
        market: Some("EU".to_owned()),
        document_type: Some("product-safety-alert".to_owned()),
        keywords,
        url: Some(format!(
            "https://ec.europa.eu/safety-gate-alerts/screen/webReport/alertDetail/{key}"
        )),
        extra,
        key,
        ..RawRecord::default()
    })
}

/// A name is a text, or an object that has one.
fn name_of(value: Option<Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text),
        Value::Object(mut object) => match object.remove("name")? {
            Value::String(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::sources::testing::{read_recorded, record, seeds};

    const SETTINGS: &[(&str, &str)] = &[("details", "yes"), ("from", "2026")];

    #[test]
    fn a_search_sends_its_whole_body_and_goes_on_until_the_server_says_last() {
        let request = &seeds("eu-safety-gate", None, &[])[0];
        let crate::page::Method::Json(body) = &request.method else {
            panic!("expected a JSON body")
        };
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        assert_eq!(body["criteria"]["year"], 2026);
        assert_eq!(body["pagination"]["numberElements"], 100);
        let first = read_recorded("eu-safety-gate", request, "eu-safety-gate/2026-0.json");
        assert_eq!(record(&first, "9900101").number, "Safety Gate SR/99001/26");
        let listing = first.listing.as_ref().unwrap();
        assert_eq!((listing.total, listing.last), (Some(3), false));
        let second = read_recorded(
            "eu-safety-gate",
            &first.links[0],
            "eu-safety-gate/2026-1.json",
        );
        assert_eq!(second.links, []);
        assert!(second.listing.unwrap().last);
    }

    #[test]
    fn a_detail_tells_origin_category_risk_and_measures() {
        let request = &seeds("eu-safety-gate", None, SETTINGS)[0];
        let list = read_recorded("eu-safety-gate", request, "eu-safety-gate/2026-0.json");
        assert_eq!(
            list.records,
            [],
            "the short row would take the place of the full one"
        );
        let detail = &list.links[0];
        assert!(
            detail
                .url
                .ends_with("/public/api/notification/9900101?language=en")
        );
        let reading = read_recorded(
            "eu-safety-gate",
            detail,
            "eu-safety-gate-details/9900101.json",
        );
        let alert = record(&reading, "9900101");
        assert_eq!(
            alert.extra["country_of_origin"],
            "People's Republic of China"
        );
        assert!(alert.keywords.contains(&"Toys".to_owned()));
        assert!(alert.abstracts["en"].contains("small parts"));
        assert_eq!(
            alert.extra["legal_provision"],
            "Toy Safety Directive; EN 71-1"
        );
    }

    #[test]
    fn an_increment_ends_where_alerts_are_older() {
        let request = &seeds("eu-safety-gate", Some("2026-11-15"), &[])[0];
        let reading = read_recorded("eu-safety-gate", request, "eu-safety-gate/2026-0.json");
        assert_eq!(reading.links, []);
        let listing = reading.listing.unwrap();
        assert_eq!((listing.total, listing.last), (None, true));
    }
}
