//! The boxes of a notification as any of ePing's shapes has them, and the record they make.

use serde_json::{Map, Value};

use crate::{RawKind, RawNotification, RawRecord, RowError};

/// The boxes of one notification of one member.
#[derive(Debug, Clone, Default)]
pub(super) struct Boxes {
    /// Every symbol; those of a joint notification come in any order.
    pub(super) symbols: Vec<String>,
    /// The member as written; it may hold a comma.
    pub(super) member: String,
    /// `TBT` or `SPS`.
    pub(super) area: Option<String>,
    /// Day of distribution.
    pub(super) circulated: String,
    /// Final date for comments.
    pub(super) comments_until: Option<String>,
    /// Proposed day of adoption.
    pub(super) adoption: Option<String>,
    /// Proposed day of entry into force.
    pub(super) entry: Option<String>,
    /// The words beside the proposed day of adoption.
    pub(super) adoption_text: String,
    /// The words beside the proposed day of entry into force.
    pub(super) entry_text: String,
    /// Regular, addendum …
    pub(super) notification_type: String,
    /// The title, HTML or not.
    pub(super) title: Option<String>,
    /// The description, HTML or not.
    pub(super) description: Option<String>,
    /// Products covered, free text.
    pub(super) products: String,
    /// Objectives.
    pub(super) objectives: Vec<String>,
    /// Keywords.
    pub(super) keywords: Vec<String>,
    /// HS codes.
    pub(super) hs: Vec<String>,
    /// ICS codes.
    pub(super) ics: Vec<String>,
    /// Links to the notification, then to the notified texts.
    pub(super) links: Vec<String>,
}

impl Boxes {
    /// Makes the record.
    ///
    /// There is one row per notifying member: a joint notification comes several times with the same symbols in any order,
    /// and only the member tells the rows apart. So the smallest symbol names the row together with the member; the numeric
    /// identifier of the interface would do too, but the spreadsheets do not have it.
    ///
    /// # Errors
    ///
    /// [`RowError`] at `symbol_field` when there is no symbol.
    pub(super) fn record(
        mut self,
        source: &str,
        symbol_field: &str,
        extra: Map<String, Value>,
    ) -> Result<RawRecord, RowError> {
        self.symbols.sort_unstable();
        self.symbols.dedup();
        let mut symbols = self.symbols.into_iter();
        let number = symbols
            .next()
            .ok_or_else(|| RowError::missing(symbol_field))?;
        let dates = [
            ("published", Some(self.circulated)),
            ("comments_until", self.comments_until),
            ("proposed_adoption", self.adoption),
            ("proposed_entry", self.entry),
        ];
        let dates = dates
            .into_iter()
            .filter_map(|(role, date)| Some((role.to_owned(), date?)));
        let english = |text: Option<String>| {
            text.map(|text| ("en".to_owned(), text))
                .into_iter()
                .collect()
        };
        Ok(RawRecord {
            source: source.to_owned(),
            kind: RawKind::Notification,
            key: format!("{number} {}", self.member),
            number,
            also: symbols.collect(),
            titles: english(self.title),
            abstracts: english(self.description),
            dates: dates.collect(),
            market: Some(self.member.clone()),
            document_type: self.area,
            ics: self.ics,
            hs: self.hs,
            keywords: self.keywords,
            url: self.links.first().cloned(),
            notification: Some(RawNotification {
                member: self.member,
                notification_type: self.notification_type,
                products: self.products,
                objectives: self.objectives,
                adoption_text: self.adoption_text,
                entry_text: self.entry_text,
                links: self.links,
                ..RawNotification::default()
            }),
            extra,
            ..RawRecord::default()
        })
    }
}

/// Divides a cell of symbols: `" G/TBT/N/ARE/703, G/TBT/N/BHR/780"`.
pub(super) fn symbols(text: &str) -> Vec<String> {
    let parts = text.split([',', ';', '\n', '\r']);
    let parts = parts.map(|part| {
        part.trim_matches(|character: char| character.is_whitespace() || character == '\u{a0}')
    });
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Divides a cell of addresses, which stand between commas, blanks or line feeds; a comma inside an address stays.
pub(super) fn links(text: &str) -> Vec<String> {
    let words = text.split_whitespace();
    words
        .flat_map(|word| {
            let starts = word.match_indices("http").map(|(at, _)| at);
            let starts: Vec<usize> = starts
                .filter(|&at| at == 0 || word[..at].ends_with([',', ';']))
                .collect();
            let ends = starts.iter().skip(1).copied().chain([word.len()]);
            let links = starts
                .iter()
                .zip(ends)
                .map(|(&start, end)| word[start..end].trim_end_matches([',', ';']).to_owned());
            links.collect::<Vec<_>>()
        })
        .collect()
}

/// Takes the codes out of a list of codes, or of objects with `code` and `name`.
pub(super) fn codes(items: Vec<Value>) -> Vec<String> {
    members(items, "code")
}

/// Takes one member out of each object of a list; a plain text stands for itself.
pub(super) fn members(items: Vec<Value>, member: &str) -> Vec<String> {
    items
        .into_iter()
        .filter_map(|item| match item {
            Value::String(text) => Some(text),
            Value::Object(mut item) => match item.remove(member) {
                Some(Value::String(text)) => Some(text),
                _ => None,
            },
            _ => None,
        })
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_and_links_are_divided_and_lose_their_blanks() {
        assert_eq!(
            symbols(" G/TBT/N/ARE/703,\u{a0}G/TBT/N/BHR/780\n"),
            ["G/TBT/N/ARE/703", "G/TBT/N/BHR/780"]
        );
        assert_eq!(
            links("https://a.example/x,y.pdf,https://b.example/z.pdf\nhttp://c.example , none"),
            [
                "https://a.example/x,y.pdf",
                "https://b.example/z.pdf",
                "http://c.example"
            ]
        );
    }

    #[test]
    fn joint_symbols_in_any_order_make_one_key() {
        let keys = [["B", "A"], ["A", "B"]].map(|symbols| {
            let boxes = Boxes {
                symbols: symbols.map(str::to_owned).to_vec(),
                member: "Bahrain, Kingdom of".to_owned(),
                ..Boxes::default()
            };
            boxes.record("eping", "symbols", Map::new()).unwrap().key
        });
        assert_eq!(keys[0], keys[1]);
        assert_eq!(keys[0], "A Bahrain, Kingdom of");
    }
}
