//! What the columns of ePing's spreadsheets are called.
//!
//! Three generations of headers: the export of search results, the export of 2019, the tables of the system before ePing.

/// A box that a column fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Symbol,
    Member,
    Circulated,
    Title,
    Description,
    Products,
    Hs,
    Ics,
    HsAndIcs,
    Objectives,
    Keywords,
    CommentsUntil,
    Adoption,
    Entry,
    Kind,
    Notified,
    LinkEnglish,
    /// Known, and not kept: links in other languages, regions.
    PassedOver,
}

/// Headers in small letters and figures only, so that blanks and brackets do not matter.
const HEADERS: [(&str, Column); 36] = [
    ("documentsymbol", Column::Symbol),
    ("symbol", Column::Symbol),
    ("notifyingmember", Column::Member),
    ("notifyingmembers", Column::Member),
    ("distributiondate", Column::Circulated),
    ("dateofdistribution", Column::Circulated),
    ("title", Column::Title),
    ("description", Column::Description),
    ("descriptionofcontent", Column::Description),
    ("productscovered", Column::Products),
    ("productsfreetext", Column::Products),
    ("hscodes", Column::Hs),
    ("icscodes", Column::Ics),
    ("productshsicscode", Column::HsAndIcs),
    ("objectives", Column::Objectives),
    ("objective", Column::Objectives),
    ("keywords", Column::Keywords),
    ("keywordsspsonly", Column::Keywords),
    ("notificationkeywords", Column::Keywords),
    ("finaldateforcomments", Column::CommentsUntil),
    ("proposeddateofadoption", Column::Adoption),
    ("proposedadoptiondate", Column::Adoption),
    ("proposeddateofentryintoforce", Column::Entry),
    ("proposedentryintoforcedate", Column::Entry),
    ("notificationtype", Column::Kind),
    ("documenttype", Column::Kind),
    ("notifieddocument", Column::Notified),
    ("linkstofulltext", Column::Notified),
    ("linktonotificationen", Column::LinkEnglish),
    ("linktonotificationfr", Column::PassedOver),
    ("linktonotificationes", Column::PassedOver),
    ("linktonotificationsummary", Column::PassedOver),
    (
        "specificregionsorcountrieslikelytobeaffected",
        Column::PassedOver,
    ),
    ("regionsorcountriesaffected", Column::PassedOver),
    ("regionsorcountriesaffectedspsonly", Column::PassedOver),
    ("linktonotification", Column::LinkEnglish),
];

/// Returns the box that a header stands for.
pub(super) fn column(header: &str) -> Option<Column> {
    let folded: String = header
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect();
    HEADERS
        .iter()
        .find(|(known, _)| *known == folded)
        .map(|&(_, column)| column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_three_generations_are_known() {
        for (header, expected) in [
            ("HS code(s)", Some(Column::Hs)),
            ("Link to notification(EN)", Some(Column::LinkEnglish)),
            ("Link to notification EN", Some(Column::LinkEnglish)),
            ("Notifying Member(s)", Some(Column::Member)),
            ("Products (HS/ICS code)", Some(Column::HsAndIcs)),
            ("Date of distribution", Some(Column::Circulated)),
            ("Colour", None),
        ] {
            assert_eq!(column(header), expected, "{header}");
        }
    }
}
