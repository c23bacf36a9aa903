//! Items of the JSON interfaces, of the site and of the WTO's portal alike.

use serde_json::{Map, Value};

use super::boxes::{Boxes, codes, links, members, symbols};
use crate::fields::Fields;
use crate::registry::Source;
use crate::{RawRecord, RowError};

/// Reader of items that were saved to a file.
#[derive(Debug)]
pub(crate) struct Items;

/// Fields that every item has had; one that no item of a page has is a sign of change.
pub(super) const ALWAYS: [&str; 8] = [
    "title",
    "description",
    "hsCodes",
    "icsCodes",
    "objectives",
    "notificationType",
    "commentDeadlineDate",
    "linkToNotification",
];

/// Fields that are known and say nothing the record keeps: codes of the interface, facets, other forms of the same text.
const PASSED_OVER: [&str; 12] = [
    "id",
    "hsCodeText",
    "icsCodeText",
    "notifyingMemberCode",
    "productsFreeText",
    "title",
    "description",
    "dolLink",
    "allTradingPartners",
    "codexAlimentariusCommision",
    "relevantDocumentTitle",
    "countriesAffected",
];

impl Source for Items {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        ["documentSymbol", "notifyingMember", "distributionDate"]
            .iter()
            .all(|name| row.contains_key(*name))
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        read("eping", row).map(|item| item.record)
    }
}

/// An item that was read.
#[derive(Debug)]
pub(super) struct Item {
    /// The record.
    pub(super) record: RawRecord,
    /// Fields that nothing is known of.
    pub(super) unbound: Vec<String>,
}

/// Reads an item.
///
/// # Errors
///
/// [`RowError`] names the field that is missing or has the wrong shape.
pub(super) fn read(source: &str, row: Map<String, Value>) -> Result<Item, RowError> {
    let mut fields = Fields::new(row);
    let symbols = symbols(&fields.required("documentSymbol")?);
    let mut all_links = links(&fields.text("linkToNotification")?.unwrap_or_default());
    all_links.extend(links(
        &fields.text("notifiedDocumentLink")?.unwrap_or_default(),
    ));
    let mut keywords = members(fields.list("keywords")?, "name");
    keywords.extend(members(fields.list("spsKeywords")?, "name"));
    let mut objectives = members(fields.list("objectives")?, "name");
    let free = fields.text("objectivesFreeText")?;
    if objectives.is_empty() {
        objectives.extend(free);
    }
    let boxes = Boxes {
        symbols,
        member: fields.required("notifyingMember")?,
        area: fields.text("area")?,
        circulated: fields.required("distributionDate")?,
        comments_until: fields.text("commentDeadlineDate")?,
        adoption: fields.text("proposedAdoptionDate")?,
        entry: fields.text("proposedEntryIntoForceDate")?,
        adoption_text: fields.text("proposedAdoptionDateText")?.unwrap_or_default(),
        entry_text: fields
            .text("proposedEntryIntoForceDateText")?
            .unwrap_or_default(),
        notification_type: fields.text("notificationType")?.unwrap_or_default(),
        title: plain_or_markup(&mut fields, "titlePlain", "title")?,
        description: plain_or_markup(&mut fields, "descriptionPlain", "description")?,
        products: plain_or_markup(&mut fields, "productsFreeTextPlain", "productsFreeText")?
            .unwrap_or_default(),
        objectives,
        keywords,
        hs: codes(fields.list("hsCodes")?),
        ics: codes(fields.list("icsCodes")?),
        links: all_links,
    };
    for name in PASSED_OVER {
        fields.any(name);
    }
    let rest = fields.rest();
    let unbound = rest.keys().cloned().collect();
    let record = boxes.record(source, "documentSymbol", rest)?;
    Ok(Item { record, unbound })
}

/// Takes the plain form of a text where there is one, its markup otherwise; the ingest strips tags.
fn plain_or_markup(
    fields: &mut Fields,
    plain: &str,
    markup: &str,
) -> Result<Option<String>, RowError> {
    let plain = fields.text(plain)?;
    let markup = fields.text(markup)?;
    Ok(plain.or(markup))
}

#[cfg(test)]
mod tests {
    use crate::{Reading, read_row};

    #[test]
    fn an_item_with_blanks_markup_and_nulls_is_read_like_any_other() {
        let row = r#"{"id":113917,"area":"TBT","notificationType":"Regular notification",
            "documentSymbol":" G/TBT/N/BHR/780, G/TBT/N/ARE/703","notifyingMember":"Bahrain, Kingdom of",
            "notifyingMemberCode":"C048","distributionDate":"2026-06-02T00:00:00+00:00","commentDeadlineDate":null,
            "proposedAdoptionDate":null,"proposedAdoptionDateText":"To be determined",
            "title":"<p>eCall</p>","productsFreeText":"<p>Road vehicles</p>","hsCodes":[],
            "icsCodes":[{"id":0,"code":"43.020","name":"43.020 - Road vehicles in general"}],
            "objectives":[{"id":0,"name":"Harmonization (TBT)"}],
            "linkToNotification":"https://docs.wto.org/x.docx","notifiedDocumentLink":"https://m.example/a.pdf,https://m.example/b.pdf"}"#;
        let Reading::Record(record) = read_row(row).unwrap() else {
            panic!("unknown shape")
        };
        assert_eq!(
            (record.number.as_str(), record.also.len()),
            ("G/TBT/N/ARE/703", 1)
        );
        assert_eq!(record.titles["en"], "<p>eCall</p>");
        assert_eq!(record.ics, ["43.020"]);
        let boxes = record.notification.unwrap();
        assert_eq!(boxes.adoption_text, "To be determined");
        assert_eq!(boxes.links.len(), 3);
        assert!(!record.dates.contains_key("comments_until"));
    }

    #[test]
    fn an_item_without_a_symbol_is_refused() {
        let row =
            r#"{"documentSymbol":" , ","notifyingMember":"Japan","distributionDate":"2025-06-11"}"#;
        assert_eq!(read_row(row).unwrap_err().field, "documentSymbol");
    }
}
