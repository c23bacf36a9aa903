//! Properties of the table: 1 it reads; 2 a name stands for one market; 3 members are there;
//! 4 every WTO member has a symbol and a time zone.

use super::*;
use crate::han;

#[test]
fn the_table_reads() {
    table::read::<Market>("markets.jsonl", include_str!("../../data/markets.jsonl")).unwrap();
}

#[test]
fn a_name_stands_for_one_market_only() {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for market in markets() {
        for name in market.names() {
            let other = seen.insert(fold(name), &market.code);
            assert!(
                other.is_none_or(|code| code == market.code),
                "`{name}` stands for `{}` and `{other:?}`",
                market.code
            );
        }
    }
}

#[test]
fn names_in_both_languages_find_the_market() {
    for (name, code) in [
        ("美国", "US"),
        ("usa", "US"),
        ("U.S.A.", "US"),
        ("United States of America", "US"),
        ("欧盟", "EU"),
        ("European Union", "EU"),
        ("英国", "GB"),
        ("UK", "GB"),
        ("海合会", "GCC"),
        ("TPKM", "TW"),
        ("Chinese Taipei", "TW"),
        ("国际", "INT"),
        ("Kuwait, the State of", "KW"),
        (" 韩国 ", "KR"),
    ] {
        assert_eq!(
            by_name(name).map(|market| market.code.as_str()),
            Some(code),
            "`{name}`"
        );
    }
    assert!(by_name("亚特兰蒂斯").is_none());
}

#[test]
fn members_of_unions_are_there() {
    for market in markets() {
        for member in &market.members {
            assert!(
                super::market(member).is_some(),
                "`{member}` of `{}`",
                market.code
            );
        }
    }
    assert_eq!(market("EU").unwrap().members.len(), 27);
    assert_eq!(market("GCC").unwrap().members.len(), 6);
    assert_eq!(
        unions_of("DE")
            .map(|union| union.code.as_str())
            .collect::<Vec<_>>(),
        ["EU"]
    );
}

#[test]
fn every_wto_member_has_a_symbol_and_a_time_zone() {
    let members = markets().iter().filter(|market| market.wto_name.is_some());
    for market in members.clone() {
        assert!(market.wto_symbol.is_some(), "{}", market.code);
        assert!(
            market
                .time_zone
                .as_ref()
                .is_some_and(|zone| zone.contains('/')),
            "{}",
            market.code
        );
    }
    assert_eq!(members.count(), 166);
}

#[test]
fn every_market_has_a_chinese_name() {
    for market in markets() {
        assert!(han::has_han(&market.name_zh), "{}", market.code);
    }
}
