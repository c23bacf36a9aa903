//! Regulations that products meet at a border, from UNCTAD TRAINS (SOURCES 5).
//!
//! The export is a CSV behind some lines of preamble, and its product filter is not to be relied on: rows are filtered
//! again here.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use super::parts::{dates, parts_of, texts};
use crate::json::nature_of;
use crate::page::{CrawlPlan, Drift, Listing, Page, PageError, PageReading, PageSource, Request};
use crate::{RawKind, RawRecord, RowError};

const ID: &str = "trains";
const SERVICE: &str = "https://api-trains2.unctad.org/export-regulations";
const SITE: &str = "https://trainsonline.unctad.org";
const PER_PAGE: usize = 500;

/// The beginning of the header line.
const HEADER: &str = "Economies applying the regulation,";

/// Neighbours that are asked about unless told otherwise, by ISO 3166 code.
const COUNTRIES: &str = "IDN,MYS,SGP,THA,VNM";
/// Ceramics, tyres, toys, bars: what the province exports.
const PRODUCTS: &str = "401110,691110,721420,950300";

const COLUMNS: [&str; 10] = [
    "Economies applying the regulation",
    "Official title in English",
    "Implementation date",
    "Repeal Date",
    "Agencies",
    "HS codes",
    "Links",
    "Documents",
    "Regulation description in English",
    "NTM Types",
];

/// The source. Settings: `countries` (ISO 3166 codes of three letters), `products` (HS codes).
#[derive(Debug)]
pub(crate) struct Trains;

#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Wish {
    country: String,
    products: Vec<String>,
    since: Option<String>,
    page: usize,
}

impl PageSource for Trains {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["api-trains2.unctad.org"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let products = parts_of(plan.setting("products").unwrap_or(PRODUCTS));
        let products: Vec<String> = products.map(str::to_owned).collect();
        let countries = parts_of(plan.setting("countries").unwrap_or(COUNTRIES));
        countries
            .map(|country| {
                let wish = Wish {
                    country: country.to_ascii_uppercase(),
                    products: products.clone(),
                    since: plan.since.map(|since| since.to_string()),
                    page: 1,
                };
                wish.request()
            })
            .collect()
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let wish: Wish = serde_json::from_str(&page.request.note)
            .map_err(|reason| PageError::new("a request of this source", reason.to_string()))?;
        let text = page.text.trim_start_matches('\u{feff}');
        let quoted = format!("\"{}\"", HEADER.trim_end_matches(','));
        let start = text.find(HEADER).or_else(|| text.find(&quoted));
        let expected = "a table with the column `Economies applying the regulation`";
        let start = start.ok_or_else(|| PageError::new(expected, nature_of(text)))?;
        let table = &text.as_bytes()[start..];
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(table);
        let headers = reader.headers().cloned().unwrap_or_default();
        let mut reading = PageReading::default();
        drift(&headers, &mut reading.drift);
        let mut keys = Vec::new();
        let mut seen = HashSet::new();
        let mut rows = 0;
        for row in reader.records() {
            rows += 1;
            let row = row.map_err(|reason| PageError::new(expected, reason.to_string()))?;
            let cells: BTreeMap<&str, &str> = headers
                .iter()
                .map(str::trim)
                .zip(row.iter().map(str::trim))
                .filter(|(_, cell)| !cell.is_empty())
                .collect();
            match regulation(&cells, &wish.products) {
                Ok((record, concerns)) => {
                    // The same regulation stands in several rows, one a measure.
                    if seen.insert(record.key.clone()) {
                        keys.push(record.key.clone());
                        reading.records.extend(concerns.then_some(record));
                    }
                }
                Err(error) => reading.bad.push(error),
            }
        }
        let more = rows >= PER_PAGE;
        reading.listing = Some(Listing {
            walk: wish.country.clone(),
            total: None,
            keys,
            last: !more,
        });
        let next = Wish {
            page: wish.page + 1,
            ..wish
        };
        reading.links.extend(more.then(|| next.request()));
        Ok(reading)
    }
}

impl Wish {
    fn request(&self) -> Request {
        let columns: serde_json::Map<String, Value> = COLUMNS
            .iter()
            .map(|name| ((*name).to_owned(), Value::Bool(true)))
            .collect();
        let body = json!({
            "imposingCountries": [self.country],
            "products": self.products,
            "internationalStandardsImposing": false,
            "FromDate": self.since,
            "ToDate": null,
            "NTMType": null,
            "columnsVisibility": columns,
            "exportTo": "csv",
            "pageNumber": self.page,
            "pageSize": PER_PAGE,
        });
        Request::json("regulations", SERVICE, body.to_string())
            .header("origin", SITE)
            .header("referer", &format!("{SITE}/"))
            .noted(serde_json::to_string(self).unwrap_or_default())
    }
}

/// Unknown columns that are told of a page.
const MOST_SIGNS: usize = 20;

fn drift(headers: &csv::StringRecord, drift: &mut Vec<Drift>) {
    let unknown = headers
        .iter()
        .map(str::trim)
        .filter(|name| !COLUMNS.contains(name) && !name.is_empty());
    drift.extend(
        unknown
            .take(MOST_SIGNS)
            .map(|name| Drift::Unbound(name.chars().take(60).collect())),
    );
    let missing = COLUMNS
        .iter()
        .filter(|name| !headers.iter().any(|header| header.trim() == **name));
    drift.extend(missing.map(|name| Drift::Missing((*name).to_owned())));
}

/// Reads a row, and tells whether it concerns one of the products; a row without codes concerns every product.
fn regulation(
    cells: &BTreeMap<&str, &str>,
    products: &[String],
) -> Result<(RawRecord, bool), RowError> {
    let cell = |name: &str| cells.get(name).map(|text| (*text).to_owned());
    let required = |name: &str| cell(name).ok_or_else(|| RowError::missing(name));
    let economy = required("Economies applying the regulation")?;
    let title = required("Official title in English")?;
    let day = cell("Implementation date");
    let hs: Vec<String> = cell("HS codes")
        .unwrap_or_default()
        .split([',', ';', '\n', '|'])
        .map(|code| {
            code.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        })
        .filter(|code| code.len() >= 2)
        .collect();
    let concerns = hs.is_empty()
        || products.is_empty()
        || hs.iter().any(|code| {
            let same = |product: &String| {
                product.starts_with(code.as_str()) || code.starts_with(product.as_str())
            };
            products.iter().any(same)
        });
    let identity = format!("{economy}\n{title}\n{}", day.as_deref().unwrap_or_default());
    let key = blake3::hash(identity.as_bytes()).to_hex()[..16].to_owned();
    let ntm = cell("NTM Types").unwrap_or_default();
    let links = cell("Links").unwrap_or_default();
    let mut record = RawRecord {
        source: ID.to_owned(),
        kind: RawKind::Regulation,
        number: format!("TRAINS {}", &key[..12]),
        titles: texts([("en", Some(title))]),
        abstracts: texts([("en", cell("Regulation description in English"))]),
        dates: dates([("implemented", day), ("withdrawn", cell("Repeal Date"))]),
        body: cell("Agencies"),
        market: Some(economy),
        document_type: Some("regulation".to_owned()),
        hs,
        keywords: parts_of(&ntm).map(str::to_owned).collect(),
        url: links
            .split_whitespace()
            .find(|link| link.starts_with("http"))
            .map(str::to_owned),
        key,
        ..RawRecord::default()
    };
    record
        .extra
        .extend(cell("Documents").map(|text| ("documents".to_owned(), text.into())));
    Ok((record, concerns))
}

#[cfg(test)]
mod tests {
    use crate::sources::testing::{read, read_recorded, seeds};

    #[test]
    fn rows_behind_the_preamble_are_bound_by_name_and_filtered_again() {
        let request = &seeds(
            "trains",
            None,
            &[("countries", "SGP"), ("products", "190590")],
        )[0];
        let reading = read_recorded("trains", request, "trains/sgp.csv");
        assert_eq!(
            reading.records.len(),
            2,
            "the row of steel bars is another product's"
        );
        let food = &reading.records[0];
        assert_eq!(food.titles["en"], "Food Regulations (synthetic)");
        assert_eq!(food.market.as_deref(), Some("Singapore"));
        assert_eq!(food.dates["implemented"], "2005-10-01");
        assert_eq!(food.hs, ["190590", "1905"]);
        assert_eq!(food.keywords, ["B31", "B33"]);
        assert_eq!(food.url.as_deref(), Some("https://example.invalid/food"));
        assert_eq!(
            reading.listing.unwrap().keys.len(),
            3,
            "a regulation in two rows is one"
        );
    }

    #[test]
    fn a_page_without_the_header_is_no_empty_list() {
        let request = &seeds("trains", None, &[])[0];
        assert!(read("trains", request, &[], b"UNCTAD TRAINS\nno data\n").is_err());
    }
}
