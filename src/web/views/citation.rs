//! A reference to a record in the form of GB/T 7714-2015.

use jiff::civil::Date;

use super::safe_link;
use crate::model::{Kind, Record};

/// Writes the reference: body, title, number, mark of the type, and where and when it was read.
///
/// Standards are marked `[S]`, other documents `[Z]`, with `/OL` when read online (GB/T 7714-2015, annex B). The title is
/// in the language of the document, as 8.1.1 asks: Chinese for Chinese bodies, English where there is one otherwise.
pub(in crate::web) fn citation(record: &Record, today: Date) -> String {
    let chinese = record.markets.iter().any(|market| market == "CN");
    let wanted = if chinese { ["zh", "en"] } else { ["en", "zh"] };
    let titles = &record.titles;
    let title = wanted
        .iter()
        .find_map(|code| titles.get(code))
        .or_else(|| titles.iter().next().map(|(_, title)| title));
    let mark = if record.kind == Kind::Standard {
        "S"
    } else {
        "Z"
    };
    let link = record.url.as_deref().and_then(safe_link);
    let published = record.lifecycle.published.map(|date| date.to_string());
    let named = match title {
        Some(title) => format!("{}: {}", title.trim_end_matches(['.', '。']), record.number),
        None => record.number.clone(),
    };
    let author = if record.body.is_empty() {
        String::new()
    } else {
        format!("{}. ", record.body)
    };
    match (link, published) {
        (Some(link), published) => {
            let published = published
                .map(|date| format!("({date})"))
                .unwrap_or_default();
            format!("{author}{named}[{mark}/OL]. {published}[{today}]. {link}.")
        }
        (None, Some(published)) => format!("{author}{named}[{mark}]. {published}."),
        (None, None) => format!("{author}{named}[{mark}]."),
    }
}
