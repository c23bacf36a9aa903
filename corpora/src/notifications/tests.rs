use std::collections::HashSet;

use super::*;

#[test]
fn codes_are_distinct_within_a_list_and_no_name_stands_for_two() {
    for list in [
        TermList::Objective,
        TermList::Article,
        TermList::Type,
        TermList::Reason,
    ] {
        let mut codes = HashSet::new();
        for term in terms(list) {
            assert!(codes.insert(&term.code), "{}", term.code);
            for name in term.names() {
                assert_eq!(by_name(list, name), Some(term), "{name}");
            }
        }
        assert!(!codes.is_empty());
    }
}

#[test]
fn an_objective_is_found_with_its_area_behind_it() {
    let found = by_name(TermList::Objective, "Quality requirements (TBT)").unwrap();
    assert_eq!(found.name_zh, "质量要求");
    assert_eq!(by_name(TermList::Objective, "World peace"), None);
    assert_eq!(
        term(TermList::Article, "2.9.2").unwrap().name_zh,
        "技术法规"
    );
}
