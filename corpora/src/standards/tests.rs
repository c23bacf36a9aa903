//! Properties of the table: 1 it reads; 2 numbers are unique; 3 every code resolves; 4 links of
//! replacement agree where both ends are here; 5 every row has evidence and a Chinese title.

use std::collections::HashSet;

use super::*;
use crate::{bodies, han, ics, markets, products};

#[test]
fn the_table_reads() {
    table::read::<StarterStandard>("standards.jsonl", raw::STANDARDS).unwrap();
}

#[test]
fn numbers_are_unique_and_found_again() {
    let numbers: HashSet<&str> = standards().iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers.len(), standards().len());
    assert_eq!(standard("GB 1499.2-2024").unwrap().status, Status::Current);
    assert!(standard("GB 1499.2").is_none());
}

#[test]
fn every_code_of_a_standard_resolves() {
    for row in standards() {
        assert!(
            markets::market(&row.market).is_some(),
            "market of `{}`",
            row.number
        );
        for code in &row.ics {
            assert!(
                ics::title(code).is_some(),
                "ICS `{code}` of `{}`",
                row.number
            );
        }
        for id in &row.products {
            assert!(
                products::product(id).is_some(),
                "product `{id}` of `{}`",
                row.number
            );
        }
    }
}

#[test]
fn replacement_is_told_the_same_from_both_ends() {
    for row in standards() {
        for newer in row.replaced_by.iter().filter_map(|number| standard(number)) {
            assert!(
                newer.replaces.contains(&row.number),
                "`{}` does not say that it replaces `{}`",
                newer.number,
                row.number
            );
        }
        for older in row.replaces.iter().filter_map(|number| standard(number)) {
            assert!(
                older.replaced_by.contains(&row.number),
                "`{}` does not say that `{}` replaces it",
                older.number,
                row.number
            );
            let both_current = older.status == Status::Current && row.status == Status::Current;
            assert!(
                !both_current,
                "`{}` and `{}` are both current",
                older.number, row.number
            );
        }
    }
}

#[test]
fn every_row_has_evidence_and_a_chinese_title() {
    for row in standards() {
        assert!(!row.evidence.is_empty(), "`{}` has no evidence", row.number);
        assert!(han::has_han(&row.title_zh), "title of `{}`", row.number);
        assert!(
            !row.title_en.is_empty(),
            "English title of `{}`",
            row.number
        );
    }
}

#[test]
fn a_chinese_standard_is_mandatory_by_its_number() {
    for row in standards()
        .iter()
        .filter(|row| row.number.starts_with("GB"))
    {
        assert_eq!(
            row.mandatory,
            row.number.starts_with("GB "),
            "`{}`",
            row.number
        );
    }
}

#[test]
fn every_issuing_body_is_known() {
    // Local departments are many and their rows name them in full, so the table of bodies does not.
    for row in standards().iter().filter(|row| row.kind != Kind::Local) {
        for code in row.body.split('/') {
            assert!(
                bodies::body(code).is_some(),
                "body `{code}` of `{}`",
                row.number
            );
        }
    }
}

#[test]
fn a_withdrawn_or_doubtful_row_says_on_which_day_it_was_so() {
    for row in standards() {
        assert_eq!(
            row.status_as_of.len(),
            "2026-11-24".len(),
            "`{}`",
            row.number
        );
    }
}
