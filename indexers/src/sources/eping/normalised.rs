//! Rows of ePing in the normalised form of data sets: one notification of one member a row.

use serde_json::{Map, Value};

use super::boxes::{Boxes, codes};
use crate::fields::Fields;
use crate::registry::Source;
use crate::{RawRecord, RowError};

/// Reader of normalised ePing rows.
#[derive(Debug)]
pub(crate) struct Rows;

impl Source for Rows {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        ["symbols", "notifying_member", "distribution_date"]
            .iter()
            .all(|name| row.contains_key(*name))
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut fields = Fields::new(row);
        let mut links = fields.texts("link_en")?;
        links.extend(fields.texts("notified_documents")?);
        let boxes = Boxes {
            symbols: fields.texts("symbols")?,
            member: fields.required("notifying_member")?,
            area: fields.text("area")?,
            circulated: fields.required("distribution_date")?,
            comments_until: fields.text("final_date_for_comments")?,
            notification_type: fields.text("notification_type")?.unwrap_or_default(),
            title: fields.text("title")?,
            description: fields.text("description")?,
            products: fields.text("products_covered")?.unwrap_or_default(),
            objectives: fields.texts("objectives")?,
            keywords: fields.texts("keywords")?,
            hs: codes(fields.list("hs_codes")?),
            ics: codes(fields.list("ics_codes")?),
            links,
            ..Boxes::default()
        };
        for name in [
            "symbol_raw",
            "eping_id",
            "eping_view_url",
            "link_fr",
            "link_es",
        ] {
            fields.any(name);
        }
        boxes.record("eping", "symbols", fields.rest())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Reading, read_row};

    #[test]
    fn a_joint_notification_keeps_every_symbol_and_its_member_with_the_comma() {
        let row = r#"{"symbols":["G/TBT/N/ARE/703","G/TBT/N/BHR/780"],"notifying_member":"Bahrain, Kingdom of",
            "distribution_date":"2026-06-02","title":"eCall","ics_codes":[{"code":"43.020","name":"Road"}],
            "final_date_for_comments":null,"area":"TBT"}"#;
        let Reading::Record(record) = read_row(row).unwrap() else {
            panic!("unknown shape")
        };
        assert_eq!(record.number, "G/TBT/N/ARE/703");
        assert_eq!(record.also, ["G/TBT/N/BHR/780"]);
        assert_eq!(record.market.as_deref(), Some("Bahrain, Kingdom of"));
        assert_eq!(record.ics, ["43.020"]);
        assert!(!record.dates.contains_key("comments_until"));
    }

    #[test]
    fn a_row_without_symbols_is_refused() {
        let row = r#"{"symbols":[],"notifying_member":"Japan","distribution_date":"2025-06-11"}"#;
        assert_eq!(read_row(row).unwrap_err().field, "symbols");
    }
}
