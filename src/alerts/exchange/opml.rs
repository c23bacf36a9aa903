//! Watches as an outline (OPML 2.0), which readers of feeds exchange.
//!
//! An outline carries what is watched in attributes of its own (`topics`, `markets`, `matters`, `rate`); one of another
//! program has only a name, which becomes a query.

use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::watchlist::{MOST_WATCHES, Watch, Watchlist, watch};

/// Reads an outline; what cannot be used is complained of and does not stop the rest.
pub(super) fn read(text: &str) -> Watchlist {
    let mut list = Watchlist::default();
    let mut reader = Reader::from_str(text);
    let mut place = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element))
                if element.name().as_ref() == "outline" =>
            {
                place += 1;
                if place > MOST_WATCHES {
                    return list;
                }
                if let Some(watch) = of_outline(&element) {
                    list.add(place, watch);
                }
            }
            Ok(Event::Eof) => return list,
            Ok(_) => {}
            Err(error) => {
                list.add(place + 1, Err(format!("expected XML, found: {error}")));
                return list;
            }
        }
    }
}

/// A folder of outlines is no watch.
fn of_outline(element: &BytesStart<'_>) -> Option<Result<Watch, String>> {
    let attribute = |name: &str| -> String {
        let found = element
            .attributes()
            .flatten()
            .find(|one| one.key.as_ref() == name);
        let text = found.map(|one| one.value.into_owned()).unwrap_or_default();
        html_escape::decode_html_entities(&text).into_owned()
    };
    let name = attribute("text");
    let topics = attribute("topics");
    let markets = attribute("markets");
    if topics.is_empty() && markets.is_empty() {
        let is_feed = !attribute("xmlUrl").is_empty();
        return is_feed.then(|| watch(&name, &[("query", &name)], "", "", ""));
    }
    Some(watch(
        &name,
        &[("", &topics)],
        &markets,
        &attribute("matters"),
        &attribute("rate"),
    ))
}

/// Writes watches as an outline.
pub(super) fn write(watches: &[Watch]) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>对标 Duibiao</title></head>\n<body>\n",
    );
    for one in watches {
        let [topics, markets, matters, rate] = one.written();
        let fields = [
            ("text", &one.name),
            ("topics", &topics),
            ("markets", &markets),
            ("matters", &matters),
            ("rate", &rate),
        ];
        text += "<outline";
        for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
            // Writing into memory cannot fail.
            let _ = write!(
                text,
                " {name}=\"{}\"",
                html_escape::encode_double_quoted_attribute(value)
            );
        }
        text += "/>\n";
    }
    text + "</body>\n</opml>\n"
}
