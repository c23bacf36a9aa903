//! Codex Alimentarius: standards, guidelines, codes of practice and limits (SOURCES 3.5).
//!
//! The list answers only to a visitor who has the cookie of its page, so the page is asked for first.

use crate::fields::Fields;
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};
use crate::{RawRecord, RowError, json};

use super::parts::{dates, texts};
use super::shape::{Shape, listed};

const ID: &str = "codex";
const PAGE: &str = "https://codex.fao.org/codex-texts/find-a-codex-text/";
const BODY: &str =
    r#"{"searchModel":{"ItemsPerPage":0,"Popularity":null,"Region":"","CategoryIds":[]}}"#;

/// What the numbers of the field `Type` mean.
const TYPES: [(&str, &str); 5] = [
    ("1", "guideline"),
    ("2", "miscellaneous"),
    ("3", "maximum-residue-limits"),
    ("4", "code-of-practice"),
    ("5", "standard"),
];

const SHAPE: Shape = Shape {
    key: "Reference",
    always: &["Title", "Committee", "LastModified", "Type"],
    sometimes: &[
        "SharePointId",
        "AdoptedYear",
        "StandardYear",
        "StandardRevisionYear",
        "PublishedDate",
        "Created",
        "Description",
        "Url",
    ],
};

/// The source.
#[derive(Debug)]
pub(crate) struct Codex;

impl PageSource for Codex {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["codex.fao.org"]
    }

    fn seeds(&self, _plan: &CrawlPlan) -> Vec<Request> {
        vec![Request::get("page", PAGE)]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        if page.request.task == "page" {
            let list = Request::json("list", format!("{PAGE}LoadFilter/"), BODY);
            return Ok(PageReading {
                links: vec![list.header("referer", PAGE)],
                ..PageReading::default()
            });
        }
        let mut answer = json::object(page, "a JSON object with `Standards`")?;
        let total = json::take_count(&mut answer, "TotalCount")?;
        let items = json::take_list(&mut answer, "Standards")?;
        Ok(listed(SHAPE.read(items, text), "all", total, true))
    }
}

fn text(mut fields: Fields) -> Result<RawRecord, RowError> {
    let number = fields.required("Reference")?;
    let kind = fields.text("Type")?;
    let adopted = fields.text("AdoptedYear")?.or(fields.text("StandardYear")?);
    let revised = fields.text("StandardRevisionYear")?;
    let known = |year: &String| year != "0";
    for name in ["SharePointId", "Created", "PublishedDate"] {
        fields.any(name);
    }
    let record = RawRecord {
        source: ID.to_owned(),
        key: number.clone(),
        titles: texts([("en", Some(fields.required("Title")?))]),
        dates: dates([("published", revised.filter(known).or(adopted.filter(known)))]),
        body: Some("CAC".to_owned()),
        document_type: kind.map(|kind| {
            let row = TYPES.iter().find(|(code, _)| *code == kind);
            row.map_or(kind, |(_, name)| (*name).to_owned())
        }),
        committees: fields.text("Committee")?.into_iter().collect(),
        url: fields
            .text("Url")?
            .map(|link| match link.strip_prefix('/') {
                Some(path) => format!("https://codex.fao.org/{path}"),
                None => link,
            }),
        number,
        ..RawRecord::default()
    };
    Ok(RawRecord {
        extra: fields.rest(),
        ..record
    })
}

#[cfg(test)]
mod tests {
    use crate::sources::testing::{read, read_recorded, record, seeds};

    #[test]
    fn the_list_is_asked_for_behind_its_page() {
        let page = &seeds("codex", None, &[])[0];
        let reading = read("codex", page, &[], b"<html>Find a Codex text</html>").unwrap();
        assert!(
            reading.links[0]
                .url
                .ends_with("/find-a-codex-text/LoadFilter/")
        );
        let list = read_recorded("codex", &reading.links[0], "codex/list.json");
        let labels = record(&list, "CXS 1-1985");
        assert_eq!(labels.document_type.as_deref(), Some("standard"));
        assert_eq!(labels.dates["published"], "2018");
        assert_eq!(
            record(&list, "CXC 1-1969").document_type.as_deref(),
            Some("code-of-practice")
        );
        assert_eq!(list.listing.unwrap().total, Some(3));
    }
}
