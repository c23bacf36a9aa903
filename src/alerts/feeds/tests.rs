//! 1. A feed is read by a real reader; an entry is an event; its identifier survives a move of the site.
//! 2. A calendar keeps to the octets of a line, moves a date by its sequence and cancels what was withdrawn.

use proptest::prelude::*;
use serde_json::json;

use super::{Calendar, Feed, FeedEntry};
use crate::alerts::digest::Item;
use crate::alerts::links::Site;
use crate::alerts::samples::{occurrence, record};
use crate::model::{Change, EventKind, Language};

fn site(host: &str) -> Site {
    format!("https://{host}").parse().unwrap()
}

fn item(event: i64, kind: EventKind, changes: &serde_json::Value) -> Item {
    let mut happening = occurrence(event, record(changes));
    happening.change = Change::new(kind);
    Item::of(&happening)
}

fn feed(site: &Site, title: &str) -> String {
    let entries = [EventKind::DeadlineChanged, EventKind::New];
    let entries = entries
        .into_iter()
        .zip([2, 1])
        .map(|(kind, event)| FeedEntry {
            item: item(event, kind, &json!({"titles": {"en": title}})),
            alert: None,
        });
    let feed = Feed {
        title: title.to_owned(),
        id: "product:rebar".to_owned(),
        address: format!("{site}/feeds/products/rebar.atom?a=1&b=2"),
        page: format!("{site}/zh/products/rebar"),
        site,
        language: Language::Zh,
        entries: entries.collect(),
    };
    feed.to_xml()
}

#[test]
fn a_real_reader_reads_a_feed_and_each_event_is_an_entry() {
    let xml = feed(&site("duibiao.example"), "Bars <1> & \u{8}wire");
    let read = atom_syndication::Feed::read_from(xml.as_bytes()).unwrap();
    assert_eq!(read.title().value, "Bars <1> & wire");
    assert_eq!(read.entries().len(), 2);
    let first = &read.entries()[0];
    assert_eq!(first.id(), "tag:duibiao.example,2026:event:2");
    assert!(first.title().value.contains("G/TBT/N/EU/1088"));
    assert!(first.categories().iter().any(|one| one.term() == "721420"));
    assert_eq!(
        read.links()
            .iter()
            .filter(|link| link.rel() == "self")
            .count(),
        1
    );
}

#[test]
fn a_calendar_moves_a_date_and_cancels_what_was_withdrawn() {
    let until = |day: &str| json!({"lifecycle": {"comments_until": day}});
    let site = site("duibiao.example");
    let steps = [
        item(1, EventKind::New, &until("2027-01-19")),
        item(2, EventKind::TitleChanged, &until("2027-01-19")),
        item(3, EventKind::DeadlineChanged, &until("2027-02-28")),
        item(4, EventKind::Withdrawn, &until("2027-02-28")),
    ];
    let calendar =
        |steps: &[Item]| Calendar::of("钢筋".to_owned(), &site, Language::Zh, steps).to_ics();
    let first = calendar(&steps[..2]);
    assert!(
        first
            .contains("DTSTART;VALUE=DATE:20270119\r\nDTEND;VALUE=DATE:20270120\r\nSEQUENCE:0\r\n"),
        "{first}"
    );
    let moved = calendar(&steps[..3]);
    assert!(
        moved
            .contains("DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\nSEQUENCE:1\r\n"),
        "{moved}"
    );
    let withdrawn = calendar(&steps);
    assert!(
        withdrawn.contains("SEQUENCE:2\r\nSTATUS:CANCELLED\r\n"),
        "{withdrawn}"
    );
    let uid = |ics: &str| {
        ics.lines()
            .find(|line| line.starts_with("UID:"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(uid(&first), uid(&withdrawn));
    assert_eq!(
        calendar(&[item(1, EventKind::New, &until("2027-01"))])
            .matches("BEGIN:VEVENT")
            .count(),
        0
    );
}

proptest! {
    #[test]
    fn every_feed_is_read_whatever_stands_in_a_title(title in "\\PC{0,60}|[\\x00-\\x1F<>&\"]{0,20}") {
        let xml = feed(&site("duibiao.example"), &title);
        prop_assert!(atom_syndication::Feed::read_from(xml.as_bytes()).is_ok(), "{}", xml);
    }

    #[test]
    fn no_line_of_a_calendar_is_longer_than_may_be_and_all_unfold(title in "(\\PC|[,;\\\\\\n]){0,120}") {
        let site = site("duibiao.example");
        let items = [item(1, EventKind::New, &json!({"titles": {"zh": title}}))];
        let ics = Calendar::of(title.clone(), &site, Language::Zh, &items).to_ics();
        for line in ics.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {}", line.len(), line);
            prop_assert!(!line.contains('\n') && !line.contains('\r'));
        }
        let unfolded = ics.replace("\r\n ", "");
        for line in unfolded.split("\r\n").filter(|line| !line.is_empty()) {
            prop_assert!(line.contains(':'), "no property: {}", line);
        }
    }
}
