//! Recommendations of ITU-T, from the search behind its own site; the whole list is one answer (SOURCES 3.4).

use crate::fields::Fields;
use crate::page::{CrawlPlan, Page, PageError, PageReading, PageSource, Request};
use crate::{RawRecord, RowError, json};

use super::parts::{address, dates, texts};
use super::shape::{Shape, listed};

const ID: &str = "itu-t";
const SERVICE: &str = "https://www.itu.int/mws/api/recommendations/searchRecs";

const SHAPE: Shape = Shape {
    key: "idrec",
    always: &["rec_name", "title", "approval_date"],
    sometimes: &["dms_link", "status", "series", "sg"],
};

/// The source.
#[derive(Debug)]
pub(crate) struct Itu;

impl PageSource for Itu {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["www.itu.int"]
    }

    fn seeds(&self, _plan: &CrawlPlan) -> Vec<Request> {
        let query = [
            ("series", "-1"),
            ("type_of_text", "-1"),
            ("sg", "-1"),
            ("main_edition_flag", "0"),
            ("rows", "100000"),
            ("page", "1"),
            ("status", "Z"),
            ("sort_order", "asc"),
        ];
        let request = Request::get("recommendations", address(SERVICE, &query));
        vec![
            request
                .header("accept", "application/json")
                .header("referer", "https://www.itu.int/myworkspace/"),
        ]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let mut answer = json::object(page, "a JSON object with `Data`")?;
        let items = json::take_list(&mut answer, "Data")?;
        if items.is_empty() {
            return Err(PageError::new("about 16,000 recommendations", "none"));
        }
        let total = items.len() as u64;
        Ok(listed(
            SHAPE.read(items, recommendation),
            "all",
            Some(total),
            true,
        ))
    }
}

fn recommendation(mut fields: Fields) -> Result<RawRecord, RowError> {
    let name = fields.required("rec_name")?;
    let number = if name.starts_with("ITU") {
        name
    } else {
        format!("ITU-T {name}")
    };
    let key = fields.required("idrec")?;
    let record = RawRecord {
        source: ID.to_owned(),
        titles: texts([("en", Some(fields.required("title")?))]),
        dates: dates([("published", fields.text("approval_date")?)]),
        body: Some("ITU-T".to_owned()),
        document_type: Some("recommendation".to_owned()),
        url: fields.text("dms_link")?,
        number,
        key,
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
    fn the_whole_list_is_one_answer() {
        let request = &seeds("itu-t", None, &[])[0];
        let reading = read_recorded("itu-t", request, "itu-t/list.json");
        let voice = record(&reading, "11000");
        assert_eq!(voice.number, "ITU-T G.711 (11/88)");
        assert_eq!(voice.dates["published"], "1988-11-25");
        assert!(reading.listing.unwrap().last);
        assert!(
            read("itu-t", request, &[], br#"{"Data":[]}"#).is_err(),
            "an empty list is an error"
        );
    }
}
