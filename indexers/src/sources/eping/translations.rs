//! Notifications in their Chinese form, as Chinese enquiry points publish them.

use serde_json::{Map, Value};

use crate::fields::Fields;
use crate::registry::Source;
use crate::{RawKind, RawNotification, RawRecord, RowError};

/// What the rows call the boxes of the addendum form, our word for each, and the field that holds its day.
const TICKED: [(&str, &str, &str); 9] = [
    (
        "comment_period_changed",
        "comment_period_changed",
        "final_date_for_comments",
    ),
    ("measure_adopted", "adopted", "adopted"),
    ("measure_published", "published", "published"),
    (
        "measure_enters_into_force",
        "enters_into_force",
        "entry_into_force",
    ),
    ("final_text_available", "final_text_available", ""),
    ("measure_withdrawn", "withdrawn", ""),
    ("content_or_scope_changed", "content_changed", ""),
    ("interpretive_guidance_issued", "guidance_issued", ""),
    ("other", "other", ""),
];

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
        let events = fields.texts("addendum_events")?;
        let mut reasons = Vec::new();
        for (written, code, day) in TICKED {
            if events.iter().any(|event| event == written) {
                reasons.push((code.to_owned(), fields.peek(day)));
            }
        }
        for name in ["adopted", "published"] {
            fields.any(name);
        }
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
                agency: fields.text("agency_zh")?.unwrap_or_default(),
                articles: fields.texts("articles")?,
                adoption_text: fields.text("proposed_adoption_zh")?.unwrap_or_default(),
                entry_text: fields.text("proposed_entry_zh")?.unwrap_or_default(),
                deadline_text: fields
                    .text("final_date_for_comments_raw")?
                    .unwrap_or_default(),
                reasons,
                links: fields.texts("final_text_url")?,
            }),
            extra: fields.rest(),
            ..RawRecord::default()
        })
    }
}
