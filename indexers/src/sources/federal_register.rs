//! Rules and proposed rules of the US Federal Register (SOURCES 4.4).
//!
//! The interface answers at most [`CAP`] documents of a query however many there are, so a walk is a window of days; a
//! window that holds more than that is halved before any of its pages counts.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::fields::Fields;
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};
use crate::{RawKind, RawRecord, RawRelation, RelationKind, RowError, json};

use super::parts::{address, dates, parts_of, texts};
use super::shape::{Shape, listed};

const ID: &str = "us-federal-register";
const SERVICE: &str = "https://www.federalregister.gov/api/v1/documents.json";

/// The smaller of the two caps that clients report (2,000 and 10,000).
const CAP: u64 = 2000;

/// The first year of the electronic register.
const FIRST_YEAR: i16 = 1994;

/// Agencies whose rules touch goods, by their slug; the setting `agencies` names others.
const AGENCIES: &str = "consumer-product-safety-commission,food-and-drug-administration,environmental-protection-agency,\
    energy-department,federal-communications-commission,national-highway-traffic-safety-administration,\
    occupational-safety-and-health-administration,agriculture-department,federal-trade-commission,\
    animal-and-plant-health-inspection-service,food-safety-and-inspection-service";

/// The kinds of documents that can bind; the setting `types` names others.
const TYPES: &str = "RULE,PRORULE";

const SHAPE: Shape = Shape {
    key: "document_number",
    always: FIELDS,
    sometimes: &[],
};

const FIELDS: &[&str] = &[
    "title",
    "type",
    "abstract",
    "publication_date",
    "agencies",
    "html_url",
    "pdf_url",
    "comments_close_on",
    "effective_on",
    "cfr_references",
    "regulation_id_numbers",
    "docket_ids",
    "significant",
    "citation",
];

/// The source.
#[derive(Debug)]
pub(crate) struct FederalRegister;

impl PageSource for FederalRegister {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["www.federalregister.gov"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let filter = Filter {
            agencies: plan.setting("agencies").unwrap_or(AGENCIES),
            types: plan.setting("types").unwrap_or(TYPES),
        };
        let first_year = plan
            .setting("from")
            .and_then(|year| year.parse().ok())
            .unwrap_or(FIRST_YEAR);
        let start = plan.since.or_else(|| Date::new(first_year, 1, 1).ok());
        let Some(mut from) = start else {
            return Vec::new();
        };
        let mut windows = Vec::new();
        while from <= plan.today {
            let until = from.last_of_month().min(plan.today);
            windows.push(filter.window(from, until));
            match until.checked_add(1.day()) {
                Ok(next) => from = next,
                Err(_) => break,
            }
        }
        // The newest first: a run that is stopped has the part that matters most.
        windows.reverse();
        windows
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let mut answer = json::object(page, "a JSON object with `count` and `results`")?;
        let total = json::take_count(&mut answer, "count")?
            .ok_or_else(|| PageError::new("a count under `count`", "an answer without one"))?;
        if total > CAP
            && let Some(halves) = halves(page.request)
        {
            return Ok(PageReading {
                links: halves.into(),
                ..PageReading::default()
            });
        }
        // A window without documents comes without the list.
        let items = match total {
            0 => Vec::new(),
            _ => json::take_list(&mut answer, "results")?,
        };
        let next = answer.get("next_page_url").and_then(|url| url.as_str());
        let mut reading = listed(
            SHAPE.read(items, document),
            page.request.note.as_str(),
            Some(total),
            next.is_none(),
        );
        if let Some(next) = next {
            let link = Request::get("documents", next).noted(page.request.note.as_str());
            reading.links.push(link);
        }
        Ok(reading)
    }
}

struct Filter<'plan> {
    agencies: &'plan str,
    types: &'plan str,
}

impl Filter<'_> {
    fn window(&self, from: Date, until: Date) -> Request {
        let (first, last) = (from.to_string(), until.to_string());
        let mut query = vec![("per_page", "1000"), ("order", "newest"), ("page", "1")];
        query.push((FROM, first.as_str()));
        query.push((UNTIL, last.as_str()));
        query.extend(parts_of(self.types).map(|kind| ("conditions[type][]", kind)));
        query.extend(parts_of(self.agencies).map(|slug| ("conditions[agencies][]", slug)));
        query.push(("fields[]", SHAPE.key));
        query.extend(FIELDS.iter().map(|field| ("fields[]", *field)));
        Request::get("documents", address(SERVICE, &query)).noted(format!("{from}..{until}"))
    }
}

const FROM: &str = "conditions[publication_date][gte]";
const UNTIL: &str = "conditions[publication_date][lte]";

/// Halves the window of a request; nothing where it is a single day.
fn halves(request: &Request) -> Option<[Request; 2]> {
    let (from, until) = request.note.split_once("..")?;
    let (from, until): (Date, Date) = (from.parse().ok()?, until.parse().ok()?);
    let days = until.since(from).ok()?.get_days();
    if days < 1 {
        return None;
    }
    let middle = from.checked_add((days / 2).days()).ok()?;
    let after = middle.checked_add(1.day()).ok()?;
    let part = |from: Date, until: Date| {
        let url = url::Url::parse(&request.url).ok()?;
        let (first, last) = (from.to_string(), until.to_string());
        let query: Vec<(String, String)> = url
            .query_pairs()
            .map(|(name, value)| match name.as_ref() {
                FROM => (FROM.to_owned(), first.clone()),
                UNTIL => (UNTIL.to_owned(), last.clone()),
                _ => (name.into_owned(), value.into_owned()),
            })
            .collect();
        let query: Vec<_> = query
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        Some(Request::get("documents", address(SERVICE, &query)).noted(format!("{from}..{until}")))
    };
    Some([part(after, until)?, part(from, middle)?])
}

fn document(mut fields: Fields) -> Result<RawRecord, RowError> {
    let number = fields.required("document_number")?;
    let agencies = fields.list("agencies")?;
    let names = agencies
        .iter()
        .filter_map(|agency| {
            let name = agency.get("name").and_then(|name| name.as_str());
            name.or_else(|| agency.get("raw_name")?.as_str())
        })
        .map(str::to_owned);
    let mut names = names.collect::<Vec<_>>();
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    let parts = fields.list("cfr_references")?;
    let parts: Vec<String> = parts
        .iter()
        .filter_map(|part| {
            let (title, part) = (
                json::count(part.get("title")?)?,
                json::count(part.get("part")?)?,
            );
            Some(format!("{title} CFR Part {part}"))
        })
        .collect();
    let kind = fields.text("type")?;
    let is_proposal = kind.as_deref() == Some("Proposed Rule");
    // A proposal changes nothing yet.
    let edge = if is_proposal {
        RelationKind::Cites
    } else {
        RelationKind::Amends
    };
    let mut record = RawRecord {
        source: ID.to_owned(),
        key: number.clone(),
        kind: RawKind::Regulation,
        number: format!("FR Doc. {number}"),
        also: fields.text("citation")?.into_iter().collect(),
        titles: texts([("en", Some(fields.required("title")?))]),
        abstracts: texts([("en", fields.text("abstract")?)]),
        dates: dates([
            ("published", Some(fields.required("publication_date")?)),
            ("implemented", fields.text("effective_on")?),
            ("comments_until", fields.text("comments_close_on")?),
        ]),
        status: is_proposal.then(|| "draft".to_owned()),
        body: names.first().cloned(),
        market: Some("US".to_owned()),
        document_type: kind.map(|kind| kind.to_lowercase().replace(' ', "-")),
        committees: names,
        relations: parts
            .into_iter()
            .map(|target| RawRelation {
                kind: edge,
                target,
                degree: None,
            })
            .collect(),
        url: fields.text("html_url")?,
        ..RawRecord::default()
    };
    record.extra = fields.rest();
    Ok(record)
}

#[cfg(test)]
mod tests {
    use crate::RelationKind;
    use crate::sources::testing::{read, read_recorded, record, seeds};

    #[test]
    fn a_rule_amends_its_parts_and_a_proposal_only_names_them() {
        let request = &seeds("us-federal-register", None, &[])[0];
        let reading = read_recorded(
            "us-federal-register",
            request,
            "us-federal-register/november-1.json",
        );
        let rule = record(&reading, "2026-99003");
        assert_eq!(rule.number, "FR Doc. 2026-99003");
        assert_eq!(rule.dates["implemented"], "2027-05-24");
        assert_eq!(rule.relations[0].kind, RelationKind::Amends);
        assert_eq!(rule.relations[0].target, "16 CFR Part 1250");
        assert_eq!(
            rule.committees[1], "Office of Synthetic Examples",
            "a raw name alone is a name"
        );
        let proposal = record(&reading, "2026-99002");
        assert_eq!(proposal.status.as_deref(), Some("draft"));
        assert_eq!(proposal.dates["comments_until"], "2027-01-25");
        assert_eq!(proposal.relations[0].kind, RelationKind::Cites);
        assert!(reading.links[0].url.contains("page=2"));
        assert!(!reading.listing.unwrap().last);
    }

    #[test]
    fn a_window_over_the_cap_is_asked_for_in_halves_that_cover_it() {
        let request = &seeds("us-federal-register", None, &[("from", "2026")])[0];
        assert_eq!(request.note, "2026-11-01..2026-11-25");
        let reading = read(
            "us-federal-register",
            request,
            &[],
            br#"{"count":2001,"results":[]}"#,
        )
        .unwrap();
        let notes: Vec<&str> = reading
            .links
            .iter()
            .map(|link| link.note.as_str())
            .collect();
        assert_eq!(notes, ["2026-11-14..2026-11-25", "2026-11-01..2026-11-13"]);
        assert_eq!(reading.listing, None);
        assert!(
            reading.links[0].url.contains("gte%5D=2026-11-14"),
            "{}",
            reading.links[0].url
        );
    }

    #[test]
    fn an_answer_without_a_count_is_no_empty_list() {
        let request = &seeds("us-federal-register", None, &[])[0];
        assert!(read("us-federal-register", request, &[], b"{}").is_err());
    }
}
