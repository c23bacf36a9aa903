//! The parts of the US Code of Federal Regulations, and when each was last amended (SOURCES 4.4).
//!
//! A part comes from two pages: the structure of its title says what it is called, the versions of the title what
//! changed and when. They are two rows of one document, so that neither page waits for the other.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::parts::{day, parts_of};
use crate::page::{CrawlPlan, Listing, Page, PageError, PageReading, PageSource, Request};
use crate::{RawKind, RawRecord, RowError, json};

const ID: &str = "us-ecfr";
const SERVICE: &str = "https://www.ecfr.gov/api/versioner/v1";

/// Consumer products, food and drugs, vehicles and tyres; the setting `titles` names others.
const TITLES: &str = "16,21,49";

/// The source.
#[derive(Debug)]
pub(crate) struct Ecfr;

impl PageSource for Ecfr {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["www.ecfr.gov"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let wish = Wish {
            titles: plan.setting("titles").unwrap_or(TITLES).to_owned(),
            since: plan.since.map(|since| since.to_string()),
        };
        vec![Request::get("titles", format!("{SERVICE}/titles.json")).noted(wish.note())]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        match page.request.task.as_str() {
            "structure" => structure(page),
            "versions" => versions(page),
            _ => titles(page),
        }
    }
}

/// What a run wants, carried in the notes of its requests.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
struct Wish {
    titles: String,
    since: Option<String>,
}

impl Wish {
    fn note(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn of(page: &Page<'_>) -> Self {
        serde_json::from_str(&page.request.note).unwrap_or_default()
    }
}

/// The text lags by a working day or two, and a day that it has not reached is answered with 404.
fn titles(page: &Page<'_>) -> Result<PageReading, PageError> {
    let mut answer = json::object(page, "a JSON object with `titles`")?;
    let listed = json::take_list(&mut answer, "titles")?;
    let wish = Wish::of(page);
    let mut reading = PageReading::default();
    for wanted in parts_of(&wish.titles) {
        let title = listed
            .iter()
            .find(|title| number_of(title, "number").as_deref() == Some(wanted));
        let reached = title.and_then(|title| day(title.get("up_to_date_as_of")?.as_str()?));
        let Some(reached) = reached else {
            let reason = format!("expected the title {wanted} with a day it is up to, found none");
            reading.bad.push(RowError::new("titles", reason));
            continue;
        };
        let note = Wish {
            titles: wanted.to_owned(),
            since: wish.since.clone(),
        };
        for (task, url) in [
            (
                "structure",
                format!("{SERVICE}/structure/{reached}/title-{wanted}.json"),
            ),
            (
                "versions",
                format!("{SERVICE}/versions/title-{wanted}.json"),
            ),
        ] {
            reading
                .links
                .push(Request::get(task, url).noted(note.note()));
        }
    }
    Ok(reading)
}

/// Reads the names of the parts from the tree of a title.
fn structure(page: &Page<'_>) -> Result<PageReading, PageError> {
    let tree = json::object(page, "a JSON object with `children`")?;
    if !tree.contains_key("children") {
        return Err(PageError::new(
            "a title with `children`",
            "an object without them",
        ));
    }
    let title = Wish::of(page).titles;
    let mut reading = PageReading::default();
    let mut keys = Vec::new();
    // The parser bounds the depth; a stack of our own keeps the order.
    let root = Value::Object(tree);
    let mut open = vec![&root];
    while let Some(node) = open.pop() {
        let text = |name: &str| node.get(name).and_then(Value::as_str).map(str::trim);
        if text("type") == Some("part") {
            let Some(part) = text("identifier").filter(|part| !part.is_empty()) else {
                reading.bad.push(RowError::missing("identifier"));
                continue;
            };
            keys.push(part.to_owned());
            if node.get("reserved").and_then(Value::as_bool) == Some(true) {
                continue;
            }
            let mut record = part_of(&title, part, "structure");
            match text("label_description")
                .or(text("label"))
                .filter(|name| !name.is_empty())
            {
                Some(name) => {
                    record.titles.insert("en".to_owned(), name.to_owned());
                    reading.records.push(record);
                }
                None => reading.bad.push(RowError::missing("label_description")),
            }
            continue;
        }
        let children = node.get("children").and_then(Value::as_array);
        open.extend(children.into_iter().flatten().rev());
    }
    reading.listing = Some(listing(format!("structure {title}"), keys));
    Ok(reading)
}

/// What the versions of its sections say of a part.
#[derive(Debug, Default)]
struct Part<'page> {
    sections: BTreeMap<&'page str, Section<'page>>,
    amended: Option<&'page str>,
    substantive: Option<&'page str>,
}

/// The latest version of a section.
#[derive(Debug, Default)]
struct Section<'page> {
    date: &'page str,
    name: &'page str,
    is_removed: bool,
}

fn versions(page: &Page<'_>) -> Result<PageReading, PageError> {
    let mut answer = json::object(page, "a JSON object with `content_versions`")?;
    let entries = json::take_list(&mut answer, "content_versions")?;
    let wish = Wish::of(page);
    let mut reading = PageReading::default();
    let mut parts: BTreeMap<&str, Part<'_>> = BTreeMap::new();
    for entry in &entries {
        let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
        let (Some(_), part, section) = (day(text("date")), text("part"), text("identifier")) else {
            reading
                .bad
                .push(RowError::new("date", "expected a day, found none"));
            continue;
        };
        if part.is_empty() || section.is_empty() {
            reading.bad.push(RowError::missing("part"));
            continue;
        }
        let part = parts.entry(part).or_default();
        let amended = Some(text("amendment_date")).filter(|day| !day.is_empty());
        part.amended = part.amended.max(amended);
        if entry.get("substantive").and_then(Value::as_bool) == Some(true) {
            part.substantive = part.substantive.max(amended);
        }
        let known = part.sections.entry(section).or_default();
        if text("date") >= known.date {
            *known = Section {
                date: text("date"),
                name: text("name"),
                is_removed: entry.get("removed").and_then(Value::as_bool) == Some(true),
            };
        }
    }
    let keys = parts.keys().map(|part| (*part).to_owned()).collect();
    reading.listing = Some(listing(format!("versions {}", wish.titles), keys));
    for (number, part) in &parts {
        let newest = part.sections.values().map(|section| section.date).max();
        if newest >= wish.since.as_deref() {
            reading.records.push(record(&wish.titles, number, part));
        }
    }
    Ok(reading)
}

fn record(title: &str, number: &str, part: &Part<'_>) -> RawRecord {
    let mut record = part_of(title, number, "versions");
    let standing = part.sections.values().filter(|section| !section.is_removed);
    let names: Vec<&str> = standing.map(|section| section.name).collect();
    if names.is_empty() {
        record.status = Some("withdrawn".to_owned());
    } else {
        record.status = Some("in force".to_owned());
        record.abstracts.insert("en".to_owned(), names.join("\n"));
    }
    for (name, day) in [
        ("last_amended", part.amended),
        ("last_substantive_change", part.substantive),
    ] {
        record
            .extra
            .extend(day.map(|day| (name.to_owned(), Value::from(day))));
    }
    record
        .extra
        .insert("sections".to_owned(), names.len().into());
    record
}

fn part_of(title: &str, part: &str, page: &str) -> RawRecord {
    RawRecord {
        source: ID.to_owned(),
        key: format!("{page}/{title}/{part}"),
        kind: RawKind::Regulation,
        number: format!("{title} CFR Part {part}"),
        body: Some("US federal government".to_owned()),
        market: Some("US".to_owned()),
        document_type: Some("regulation".to_owned()),
        url: Some(format!(
            "https://www.ecfr.gov/current/title-{title}/part-{part}"
        )),
        extra: Map::new(),
        ..RawRecord::default()
    }
}

fn listing(walk: String, keys: Vec<String>) -> Listing {
    Listing {
        walk,
        total: None,
        keys,
        last: true,
    }
}

/// Returns a number that may be written as digits.
fn number_of(value: &Value, name: &str) -> Option<String> {
    json::count(value.get(name)?).map(|number| number.to_string())
}

#[cfg(test)]
mod tests {
    use crate::page::Request;
    use crate::sources::testing::{read_recorded, record, seeds};

    fn pages(since: Option<&str>) -> Vec<Request> {
        let seed = &seeds("us-ecfr", since, &[("titles", "16")])[0];
        read_recorded("us-ecfr", seed, "us-ecfr/titles.json").links
    }

    #[test]
    fn a_part_has_its_name_from_the_structure_and_its_days_from_the_versions() {
        let pages = pages(None);
        assert!(
            pages[0]
                .url
                .ends_with("/structure/2026-11-23/title-16.json"),
            "{}",
            pages[0].url
        );
        let structure = read_recorded("us-ecfr", &pages[0], "us-ecfr/structure-16.json");
        let named = record(&structure, "structure/16/1303");
        assert_eq!(named.number, "16 CFR Part 1303");
        assert!(named.titles["en"].starts_with("Ban of lead-containing paint"));
        let versions = read_recorded("us-ecfr", &pages[1], "us-ecfr/versions-16.json");
        let dated = record(&versions, "versions/16/1303");
        assert_eq!(dated.number, named.number);
        assert_eq!(
            dated.extra["sections"], 2,
            "a removed section does not count"
        );
        assert!(dated.abstracts["en"].contains("Scope and application"));
        assert_eq!(
            record(&versions, "versions/16/9903").status.as_deref(),
            Some("withdrawn")
        );
    }

    #[test]
    fn an_increment_brings_the_parts_that_changed_and_sees_all() {
        let pages = pages(Some("2026-11-01"));
        let versions = read_recorded("us-ecfr", &pages[1], "us-ecfr/versions-16.json");
        let keys: Vec<&str> = versions
            .records
            .iter()
            .map(|record| record.key.as_str())
            .collect();
        assert_eq!(keys, ["versions/16/9903"]);
        assert_eq!(versions.listing.unwrap().keys.len(), 2);
    }
}
