//! 1. Lists of ePing and lists typed by hand are read, and what cannot be used is said by its row.
//! 2. One's own list reads back from every form it is written in.

use proptest::prelude::*;

use super::Watchlist;
use crate::alerts::subscription::Interest;

#[test]
fn a_list_of_eping_is_read_with_its_names_and_its_faults() {
    let list = Watchlist::read(
        "Search name,Notifying Member,HS code(s),ICS codes,Keywords,Frequency\n\
         Steel,European Union;United States of America,\"721420 - Bars, of iron; 7217\",,,weekly\n\
         Toys,,,97.200.50 - Toys,,daily\n\
         Nothing,,,,,\n\
         Where,Atlantis,95,,,\n\
         Words,EU,,,tyre,hourly\n",
    );
    assert_eq!(list.watches.len(), 2, "{list:?}");
    let steel = Interest::read(["hs:721420", "hs:7217"], ["EU", "US"], []).unwrap();
    assert_eq!(list.watches[0].interest, steel);
    assert_eq!(
        list.watches[1].schedule.as_ref().unwrap().rate.to_string(),
        "daily"
    );
    let places: Vec<usize> = list.complaints.iter().map(|one| one.place).collect();
    assert_eq!(places, [4, 5, 6]);
    assert!(list.complaints[1].to_string().contains("Atlantis"));
}

#[test]
fn a_list_typed_by_hand_is_read() {
    let list = Watchlist::read("\u{feff}产品\t市场\t关键词\n玩具\t欧盟，美国\t\n\t\t轮胎 标签\n");
    assert_eq!(list.complaints, []);
    assert_eq!(list.watches.len(), 2);
    assert_eq!(
        list.watches[1].interest.topics()[0].to_string(),
        "query:轮胎 标签"
    );
}

#[test]
fn a_table_without_a_header_says_what_was_expected() {
    let list = Watchlist::read("7214,EU\n");
    assert!(list.watches.is_empty());
    assert!(list.complaints[0].reason.contains("expected a header row"));
}

#[test]
fn outlines_of_other_programs_become_queries() {
    let list = Watchlist::read(
        "<opml version=\"2.0\"><body><outline text=\"Folder\"><outline text=\"toy safety\" xmlUrl=\"https://a.example/x\"/>\
         </outline></body></opml>",
    );
    assert_eq!(list.watches.len(), 1);
    assert_eq!(
        list.watches[0].interest.topics()[0].to_string(),
        "query:toy safety"
    );
}

proptest! {
    #[test]
    fn a_list_reads_back_from_csv_and_opml(
        name in "[a-z<&\"' 童车]{1,12}[a-z]",
        topics in proptest::sample::subsequence(vec!["hs:7214", "ics:97.200", "product:toy", "query:\"a b\" 或 钢筋", "document:ISO 9001"], 1..4),
        markets in proptest::sample::subsequence(vec!["EU", "US", "CN"], 0..3),
    ) {
        let interest = Interest::read(topics, markets, ["new"]).unwrap();
        let watch = super::Watch { name: name.trim().to_owned(), interest, schedule: None };
        let list = Watchlist { watches: vec![watch], complaints: Vec::new() };
        prop_assert_eq!(&Watchlist::read(&list.to_csv()), &list);
        prop_assert_eq!(&Watchlist::read(&list.to_opml()), &list);
    }

    #[test]
    fn no_list_panics(text in "\\PC{0,60}|(<outline |text=\"|&|\"/>|name,hs\n|,|\n){0,20}") {
        let _ = Watchlist::read(&text);
    }
}
