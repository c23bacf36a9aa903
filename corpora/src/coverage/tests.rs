use std::collections::HashSet;

use super::*;
use crate::{han, markets};

#[test]
fn the_table_reads_and_ids_are_unique() {
    let rows: Vec<Gap> =
        table::read("coverage.jsonl", include_str!("../../data/coverage.jsonl")).unwrap();
    let ids: HashSet<&str> = rows.iter().map(|gap| gap.id.as_str()).collect();
    assert_eq!(ids.len(), rows.len());
}

#[test]
fn every_gap_is_said_in_both_languages() {
    for gap in gaps() {
        assert!(
            han::has_han(&gap.note_zh) && gap.note_zh.ends_with('。'),
            "{}",
            gap.id
        );
        assert!(
            !han::has_han(&gap.note_en) && gap.note_en.ends_with('.'),
            "{}",
            gap.id
        );
        let known = gap
            .market
            .as_deref()
            .is_none_or(|code| markets::market(code).is_some());
        assert!(known, "market of {}", gap.id);
    }
}

#[test]
fn a_market_hears_its_own_gaps_and_the_general_ones() {
    assert!(gaps_of("US").any(|gap| gap.market.as_deref() == Some("US")));
    assert!(gaps_of("US").any(|gap| gap.market.is_none()));
    assert!(gaps_of("US").all(|gap| gap.market.as_deref() != Some("CN")));
}
