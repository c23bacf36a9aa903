//! WTO notifications: rows of an ePing export or of its JSON interface, and their Chinese forms.

use serde_json::{Map, Value};

use crate::fields::Fields;
use crate::registry::Source;
use crate::{RawKind, RawNotification, RawRecord, RowError};

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
        let member = fields.required("notifying_member")?;
        let mut symbols = fields.texts("symbols")?.into_iter();
        let number = symbols.next().ok_or_else(|| RowError::missing("symbols"))?;
        let mut dates = vec![(
            "published".to_owned(),
            fields.required("distribution_date")?,
        )];
        let deadline = fields.text("final_date_for_comments")?;
        dates.extend(deadline.map(|date| ("comments_until".to_owned(), date)));
        let mut links = fields.texts("link_en")?;
        links.extend(fields.texts("notified_documents")?);
        let notification = RawNotification {
            member: member.clone(),
            notification_type: fields.text("notification_type")?.unwrap_or_default(),
            products: fields.text("products_covered")?.unwrap_or_default(),
            objectives: fields.texts("objectives")?,
            links: links.clone(),
            ..RawNotification::default()
        };
        // One row per notifying member: a joint notification comes several times with the same symbols, and only the
        // member tells the rows apart.
        let key = format!("{number} {member}");
        for name in [
            "symbol_raw",
            "eping_id",
            "eping_view_url",
            "link_fr",
            "link_es",
        ] {
            fields.any(name);
        }
        Ok(RawRecord {
            source: "eping".to_owned(),
            kind: RawKind::Notification,
            key,
            number,
            also: symbols.collect(),
            titles: fields
                .text("title")?
                .map(|title| ("en".to_owned(), title))
                .into_iter()
                .collect(),
            abstracts: fields
                .text("description")?
                .map(|text| ("en".to_owned(), text))
                .into_iter()
                .collect(),
            dates: dates.into_iter().collect(),
            market: Some(member),
            document_type: fields.text("area")?,
            ics: codes(fields.list("ics_codes")?),
            hs: codes(fields.list("hs_codes")?),
            keywords: fields.texts("keywords")?,
            url: links.into_iter().next(),
            notification: Some(notification),
            extra: fields.rest(),
            ..RawRecord::default()
        })
    }
}

/// Takes the codes out of a list of codes, or of objects with `code` and `name`.
fn codes(items: Vec<Value>) -> Vec<String> {
    items
        .into_iter()
        .filter_map(|item| match item {
            Value::String(code) => Some(code),
            Value::Object(mut item) => match item.remove("code") {
                Some(Value::String(code)) => Some(code),
                _ => None,
            },
            _ => None,
        })
        .collect()
}

/// Reader of notifications in their Chinese form.
#[derive(Debug)]
pub(crate) struct Translations;

impl Source for Translations {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        row.contains_key("title_zh") && row.contains_key("notifying_member_zh")
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut fields = Fields::new(row);
        let member = fields.required("notifying_member_zh")?;
        let mut symbols = fields.texts("symbols")?.into_iter();
        let number = symbols.next().ok_or_else(|| RowError::missing("symbols"))?;
        let mut dates = Vec::new();
        for (name, role) in [
            ("distribution_date", "published"),
            ("final_date_for_comments", "comments_until"),
            ("entry_into_force", "implemented"),
        ] {
            dates.extend(fields.text(name)?.map(|date| (role.to_owned(), date)));
        }
        Ok(RawRecord {
            source: "tbt-cn".to_owned(),
            kind: RawKind::Notification,
            key: number.clone(),
            number,
            also: symbols.collect(),
            titles: fields.by_language("title")?.into_iter().collect(),
            dates: dates.into_iter().collect(),
            market: Some(member.clone()),
            ics: fields.texts("ics_codes")?,
            hs: fields.texts("hs_codes")?,
            notification: Some(RawNotification {
                member,
                notification_type: fields.text("kind")?.unwrap_or_default(),
                products: fields.text("products_zh")?.unwrap_or_default(),
                objectives: fields.texts("objective_zh")?,
                links: fields.texts("final_text_url")?,
                ..RawNotification::default()
            }),
            extra: fields.rest(),
            ..RawRecord::default()
        })
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
