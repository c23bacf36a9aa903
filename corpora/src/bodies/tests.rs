//! Properties of the table: 1 it reads; 2 codes are unique; 3 markets resolve; 4 names stand in both
//! languages; 5 sector prefixes name their department.

use super::*;
use crate::{han, markets};

#[test]
fn the_table_reads_and_codes_are_unique() {
    let rows: Vec<Body> =
        table::read("bodies.jsonl", include_str!("../../data/bodies.jsonl")).unwrap();
    assert_eq!(rows.len(), BY_CODE.len());
}

#[test]
fn every_body_has_a_market_and_two_names() {
    for body in bodies() {
        assert!(markets::market(&body.market).is_some(), "{}", body.code);
        assert!(han::has_han(&body.name_zh), "{}", body.code);
        assert!(!body.name_en.is_empty(), "{}", body.code);
    }
}

#[test]
fn home_pages_are_addresses() {
    for url in bodies().iter().filter_map(|body| body.url.as_deref()) {
        assert!(url.starts_with("https://"), "{url}");
    }
}

#[test]
fn look_alike_prefixes_are_told_apart() {
    assert_eq!(body("DB").unwrap().name_zh, "地震");
    assert_eq!(body("HB").unwrap().name_zh, "航空");
    assert_eq!(body("HS").unwrap().name_zh, "海关");
    assert_eq!(body("DB13").unwrap().name_zh, "河北省");
    assert_eq!(body("ISO").unwrap().kind, BodyKind::International);
    assert!(body("QQQ").is_none());
}

#[test]
fn chinese_sector_prefixes_name_their_department() {
    for body in bodies().iter().filter(|body| body.kind == BodyKind::Sector) {
        assert!(body.department_zh.is_some(), "{}", body.code);
    }
}
