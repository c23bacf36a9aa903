//! Properties of the table: 1 it reads, in order; 2 all chapters are there; 3 every parent is there;
//! 4 every name stands in both languages.

use super::*;
use crate::han;

#[test]
fn the_table_reads_in_order() {
    let entries: Vec<HsEntry> =
        table::read("hs.jsonl", include_str!("../../data/hs.jsonl")).unwrap();
    assert!(entries.is_sorted_by(|one, next| one.code < next.code));
}

#[test]
fn every_chapter_but_the_reserved_one_is_there() {
    for chapter in (1..=97).filter(|&chapter| chapter != 77) {
        assert!(entry(&format!("{chapter:02}")).is_some(), "{chapter}");
    }
}

#[test]
fn every_parent_is_there() {
    for row in entries() {
        assert!(matches!(row.code.len(), 2 | 4 | 6), "{}", row.code);
        if let Some(parent) = row.parent() {
            assert!(entry(parent).is_some(), "parent of {}", row.code);
        }
    }
}

#[test]
fn every_name_stands_in_both_languages() {
    for row in entries() {
        assert!(han::has_han(&row.name_zh), "{}", row.code);
        assert!(
            !row.name_en.is_empty() && !han::has_han(&row.name_en),
            "{}",
            row.code
        );
    }
}

#[test]
fn a_longer_national_code_is_answered_by_its_subheading() {
    assert_eq!(nearest("7214200000").unwrap().code, "721420");
    assert_eq!(nearest("7214").unwrap().code, "7214");
    assert_eq!(nearest("9999"), None);
    assert_eq!(nearest("钢筋"), None);
}

#[test]
fn children_lie_directly_below() {
    assert!(children("72").any(|row| row.code == "7214"));
    assert!(children("72").all(|row| row.code.len() == 4));
}
