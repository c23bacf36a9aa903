//! Publications of the IEC, from its harmonised interface (SOURCES 3.3).
//!
//! Pages are counted from 0 and go on while the `Link` header names a last one. The client buys an access token with the
//! credentials that the IEC gives its customers; this source never sees them.

use serde_json::Value;

use crate::fields::Fields;
use crate::page::{CrawlPlan, Credentials, Page, PageError, PageReading, PageSource, Request};
use crate::{RawRecord, RowError, json};

use super::parts::{address, dates, texts};
use super::shape::{Shape, listed};

const ID: &str = "iec";
const SERVICE: &str = "https://api.iec.ch/harmonized/publications";

const CREDENTIALS: Credentials = Credentials {
    url: "https://api.iec.ch/oauth/client_credential/accesstoken?grant_type=client_credentials",
    client: "IEC_CLIENT_ID",
    password: "IEC_CLIENT_SECRET",
};

const SHAPE: Shape = Shape {
    key: "urn",
    always: &["reference", "title", "status", "releaseDate"],
    sometimes: &[
        "urnAlt",
        "abstract",
        "stdType",
        "edition",
        "committee",
        "classifications",
        "priceInfo",
        "project",
        "releaseItems",
        "lastChangeTimestamp",
    ],
};

/// The source.
#[derive(Debug)]
pub(crate) struct Iec;

impl PageSource for Iec {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["api.iec.ch"]
    }

    fn secrets(&self) -> &'static [&'static str] {
        &[CREDENTIALS.client, CREDENTIALS.password]
    }

    fn credentials(&self) -> Option<Credentials> {
        Some(CREDENTIALS)
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let since = plan.since.map(|day| format!("{day}T00:00:00Z"));
        vec![request(0, since.as_deref().unwrap_or_default())]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let mut answer = json::object(page, "a JSON object with `publication`")?;
        let items = json::take_list(&mut answer, "publication")?;
        let (number, since) = page.request.note.split_once(' ').unwrap_or_default();
        let number: u64 = number.parse().map_err(|_| {
            PageError::new(
                "a request of this source",
                format!("the note `{}`", page.request.note),
            )
        })?;
        let more = page
            .header("link")
            .is_some_and(|link| link.contains("rel=\"last\""));
        let walk = if since.is_empty() { "all" } else { since };
        let mut reading = listed(SHAPE.read(items, publication), walk, None, !more);
        if more {
            reading.links.push(request(number + 1, since));
        }
        Ok(reading)
    }
}

fn request(page: u64, since: &str) -> Request {
    let number = page.to_string();
    let mut query = vec![
        ("size", "100"),
        ("sortBy", "urn"),
        ("page", number.as_str()),
    ];
    if !since.is_empty() {
        query.push(("lastChangeTimestampFrom", since));
    }
    Request::get("publications", address(SERVICE, &query))
        .header("accept", "application/json")
        .noted(format!("{page} {since}"))
}

fn publication(mut fields: Fields) -> Result<RawRecord, RowError> {
    let number = fields.required("reference")?;
    let codes = fields.list("classifications")?;
    let ics = codes
        .iter()
        .filter(|code| code.get("type").and_then(Value::as_str) == Some("ICS"))
        .filter_map(|code| Some(code.get("value")?.as_str()?.to_owned()))
        .collect();
    let committee = fields.object("committee")?.remove("reference");
    let committee = committee.and_then(|name| Some(name.as_str()?.to_owned()));
    let record = RawRecord {
        source: ID.to_owned(),
        key: fields.required("urn")?,
        titles: by_language(&fields.list("title")?, "value"),
        abstracts: by_language(&fields.list("abstract")?, "content"),
        dates: dates([("published", fields.text("releaseDate")?)]),
        status: fields.text("status")?,
        body: Some("IEC".to_owned()),
        edition: fields.text("edition")?,
        document_type: fields.text("stdType")?,
        committees: committee.into_iter().collect(),
        ics,
        number,
        ..RawRecord::default()
    };
    for name in ["urnAlt", "project", "releaseItems", "priceInfo"] {
        fields.any(name);
    }
    Ok(RawRecord {
        extra: fields.rest(),
        ..record
    })
}

/// Reads `[{lang, …}]`; the first text of a language counts.
fn by_language(items: &[Value], name: &str) -> std::collections::BTreeMap<String, String> {
    let mut found = texts([]);
    for item in items {
        let text = item.get(name).and_then(Value::as_str).map(str::trim);
        let language = item.get("lang").and_then(Value::as_str);
        if let (Some(language), Some(text)) = (language, text.filter(|text| !text.is_empty())) {
            found
                .entry(language.to_ascii_lowercase())
                .or_insert_with(|| text.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::sources::testing::{read, record, recorded, seeds};

    #[test]
    fn pages_go_on_while_the_link_header_names_a_last_one() {
        let request = &seeds("iec", None, &[])[0];
        let link = (
            "link",
            "<https://api.iec.ch/harmonized/publications?page=1>; rel=\"last\"",
        );
        let page = recorded("iec/page-0.json");
        let reading = read("iec", request, &[link], &page).unwrap();
        assert_eq!(reading.bad, []);
        assert!(
            reading.links[0].url.contains("&page=1"),
            "{}",
            reading.links[0].url
        );
        let vocabulary = record(&reading, "urn:iec:std:iec:60050-722:1992-11:::");
        assert_eq!(vocabulary.number, "IEC 60050-722:1992");
        assert_eq!(
            vocabulary.titles["fr"],
            "Vocabulaire Electrotechnique International (IEV) - Partie 722: Téléphonie"
        );
        assert_eq!(vocabulary.ics, ["01.040.33", "33.040.01"]);
        assert_eq!(vocabulary.committees, ["TC 1"]);
        let last = read("iec", &reading.links[0], &[], &recorded("iec/page-1.json")).unwrap();
        assert_eq!(last.links, []);
        assert!(last.listing.unwrap().last);
    }

    #[test]
    fn an_increment_names_the_day_and_no_request_a_secret() {
        let request = &seeds("iec", Some("2026-11-01"), &[])[0];
        assert!(
            request
                .url
                .contains("lastChangeTimestampFrom=2026-11-01T00"),
            "{}",
            request.url
        );
        assert!(!format!("{request:?}").contains("IEC_CLIENT"));
    }
}
