//! Recalls of the US Consumer Product Safety Commission, as its public recall service answers them (SOURCES 4.4).
//!
//! The service knows no pages: a year is asked at a time, an increment by the day of last publication.

use crate::fields::Fields;
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};
use crate::{RawKind, RawRecord, RowError, json};

use super::parts::{address, dates, named, texts};
use super::shape::{Shape, listed};

const ID: &str = "us-cpsc";
const SERVICE: &str = "https://www.saferproducts.gov/RestWebServices/Recall";

/// The year of the first recall in the service.
const FIRST_YEAR: i16 = 1973;

const SHAPE: Shape = Shape {
    key: "RecallID",
    always: &[
        "RecallNumber",
        "RecallDate",
        "Description",
        "URL",
        "Title",
        "LastPublishDate",
        "Products",
        "Hazards",
    ],
    sometimes: &[
        "ConsumerContact",
        "Manufacturers",
        "Retailers",
        "Importers",
        "Distributors",
        "Remedies",
        "RemedyOptions",
        "Injuries",
        "Images",
        "Inconjunctions",
        "ManufacturerCountries",
        "ProductUPCs",
        "SoldAtLabel",
    ],
};

/// The source. Setting: `from`, the first year of a full run.
#[derive(Debug)]
pub(crate) struct Cpsc;

impl PageSource for Cpsc {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["www.saferproducts.gov"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        if let Some(since) = plan.since {
            let since = since.to_string();
            let url = address(
                SERVICE,
                &[("format", "json"), ("LastPublishDateStart", &since)],
            );
            return vec![Request::get("recalls", url).noted(format!("since {since}"))];
        }
        let first = plan.setting("from").and_then(|year| year.parse().ok());
        (first.unwrap_or(FIRST_YEAR)..=plan.today.year())
            .rev()
            .map(|year| {
                let (from, until) = (format!("{year}-01-01"), format!("{year}-12-31"));
                let query = [
                    ("format", "json"),
                    ("RecallDateStart", from.as_str()),
                    ("RecallDateEnd", until.as_str()),
                ];
                Request::get("recalls", address(SERVICE, &query)).noted(year.to_string())
            })
            .collect()
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let items = json::list(page, "a JSON list of recalls")?;
        let reading = SHAPE.read(items, recall);
        Ok(listed(reading, page.request.note.as_str(), None, true))
    }
}

fn recall(mut fields: Fields) -> Result<RawRecord, RowError> {
    let key = fields.required("RecallID")?;
    // The oldest recalls have no number of their own.
    let number = fields.text("RecallNumber")?.unwrap_or_else(|| key.clone());
    let products = fields.list("Products")?;
    let hazards = fields.list("Hazards")?;
    let published = fields.required("RecallDate")?;
    let mut keywords = named(&products, "Name");
    keywords.extend(named(&hazards, "HazardType"));
    let abstracts = texts([("en", fields.text("Description")?)]);
    // The contact names persons, the pictures are not metadata, the rest is said by the fields above.
    for name in ["ConsumerContact", "Images", "Inconjunctions", "SoldAtLabel"] {
        fields.any(name);
    }
    let mut record = RawRecord {
        source: ID.to_owned(),
        key,
        kind: RawKind::Regulation,
        number: format!("CPSC Recall {number}"),
        titles: texts([("en", Some(fields.required("Title")?))]),
        abstracts,
        dates: dates([("published", Some(published))]),
        body: Some("CPSC".to_owned()),
        market: Some("US".to_owned()),
        document_type: Some("recall".to_owned()),
        aliases: named(&products, "Model"),
        keywords,
        url: fields.text("URL")?,
        ..RawRecord::default()
    };
    let hazards = named(&hazards, "Name");
    record.extra = fields.rest();
    if !hazards.is_empty() {
        record.extra.insert("Hazards".to_owned(), hazards.into());
    }
    Ok(record)
}

#[cfg(test)]
mod tests {
    use crate::sources::testing::{read_recorded, record, seeds};

    #[test]
    fn a_recall_names_products_hazards_and_countries_and_no_person() {
        let request = &seeds("us-cpsc", None, &[])[0];
        assert!(
            request.url.contains("RecallDateStart=2026-01-01"),
            "{}",
            request.url
        );
        let reading = read_recorded("us-cpsc", request, "us-cpsc/2026.json");
        let tractors = record(&reading, "99010");
        assert_eq!(tractors.number, "CPSC Recall 27-901");
        assert_eq!(tractors.dates["published"], "2026-11-19");
        assert_eq!(tractors.keywords, ["Toy tractors", "Choking"]);
        assert_eq!(tractors.extra["Hazards"][0], "Small parts can come off.");
        assert_eq!(
            tractors.extra["ManufacturerCountries"][0]["Country"],
            "China"
        );
        assert!(!tractors.extra.contains_key("ConsumerContact"));
    }

    #[test]
    fn a_full_run_asks_year_by_year_and_an_increment_by_the_day_of_publication() {
        assert_eq!(seeds("us-cpsc", None, &[("from", "2024")]).len(), 3);
        let since = seeds("us-cpsc", Some("2026-11-01"), &[]);
        assert!(since[0].url.contains("LastPublishDateStart=2026-11-01"));
        assert_eq!(since.len(), 1);
    }
}
