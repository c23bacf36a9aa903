//! Properties of the table: 1 it reads, whole and in order; 2 every parent and every reference is
//! there; 3 every Chinese title is Chinese; 4 general and other sub-groups say so.

use super::*;
use crate::han;

#[test]
fn the_table_reads_whole_and_in_order() {
    let entries: Vec<IcsEntry> =
        table::read("ics.jsonl", include_str!("../../data/ics.jsonl")).unwrap();
    assert_eq!(entries.len(), 1381);
    assert!(entries.is_sorted_by(|one, next| one.code < next.code));
}

#[test]
fn every_parent_is_the_code_above_and_is_there() {
    for entry in entries() {
        assert_eq!(entry.parent, entry.code.parent(), "{}", entry.code);
        if let Some(parent) = &entry.parent {
            assert!(title(parent.as_str()).is_some(), "{}", entry.code);
        }
    }
}

#[test]
fn references_lead_to_codes_that_are_there() {
    for entry in entries() {
        for code in &entry.see_also {
            assert!(
                title(code.as_str()).is_some(),
                "`{code}` of `{}`",
                entry.code
            );
        }
    }
}

#[test]
fn every_chinese_title_is_chinese() {
    for entry in entries() {
        assert!(
            han::has_han(&entry.title_zh),
            "{}: `{}`",
            entry.code,
            entry.title_zh
        );
        assert_eq!(entry.title_zh.trim(), entry.title_zh, "{}", entry.code);
        assert!(
            !entry.title_zh.contains([',', ';']),
            "{}: Latin marks",
            entry.code
        );
    }
}

#[test]
fn general_and_other_subgroups_say_so() {
    for entry in entries() {
        if entry.title_en.starts_with("Other ") {
            assert!(
                entry.title_zh.contains("其他"),
                "{}: `{}`",
                entry.code,
                entry.title_zh
            );
        } else if entry.title_en.ends_with(" in general") {
            assert!(
                entry.title_zh.contains("综合"),
                "{}: `{}`",
                entry.code,
                entry.title_zh
            );
        }
    }
}

#[test]
fn titles_are_those_of_a_chinese_library() {
    for (code, expected) in [
        ("01.040", "词汇"),
        ("13.060.50", "水的化学物质检验"),
        ("77.140.15", "钢筋"),
        ("83.160.10", "道路车辆轮胎"),
        ("97.200.50", "玩具"),
    ] {
        assert!(title(code).unwrap().title_zh.contains(expected), "{code}");
    }
}

#[test]
fn ancestors_lead_from_the_field_down() {
    let codes: Vec<&str> = ancestors("67.080.10")
        .iter()
        .map(|entry| entry.code.as_str())
        .collect();
    assert_eq!(codes, ["67", "67.080"]);
    assert!(ancestors("67").is_empty());
    assert!(ancestors("").is_empty());
}

#[test]
fn children_lie_directly_below() {
    let codes: Vec<&str> = children("67.080")
        .map(|entry| entry.code.as_str())
        .collect();
    assert_eq!(codes, ["67.080.01", "67.080.10", "67.080.20"]);
}

#[test]
fn codes_that_moved_are_not_of_edition_7_and_lead_to_codes_that_are() {
    for row in moved() {
        assert!(title(row.code.as_str()).is_none(), "{}", row.code);
        assert!(
            !row.now.is_empty() && !row.evidence.is_empty() && row.origin.starts_with("https://")
        );
        for now in &row.now {
            assert!(title(now.as_str()).is_some(), "{now}");
        }
    }
}

#[test]
fn documents_are_looked_for_under_the_codes_of_both_editions() {
    assert_eq!(elsewhere("59.080.60"), ["97.150"]);
    assert_eq!(elsewhere("97.150"), ["59.080.60"]);
    assert_eq!(elsewhere("97"), ["59.080.60"]);
    for code in ["59", "59.080", "97.140", "67.080.10", "x", ""] {
        assert!(elsewhere(code).is_empty(), "{code}");
    }
}
