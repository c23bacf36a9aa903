use std::collections::HashSet;

use super::*;
use crate::{regulations, standards};

/// Whether an expected name is a number, an id, or the number of an edition without its year.
fn is_known(expected: &str) -> bool {
    standards::standard(expected).is_some()
        || regulations::regulation(expected).is_some()
        || standards::standards().iter().any(|row| {
            row.number.strip_prefix(expected).is_some_and(|rest| {
                rest.starts_with(['-', ':']) && rest[1..].starts_with(|c: char| c.is_ascii_digit())
            })
        })
}

#[test]
fn every_file_reads() {
    for (name, text) in FILES {
        let file: CaseFile = toml::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!file.case.is_empty(), "{name}");
    }
}

#[test]
fn every_expected_record_is_in_this_package() {
    for case in cases() {
        assert!(!case.expect.is_empty(), "`{}` expects nothing", case.query);
        for expected in &case.expect {
            assert!(is_known(expected), "`{expected}` of `{}`", case.query);
        }
    }
}

#[test]
fn no_query_is_judged_twice() {
    let queries: HashSet<&str> = cases().iter().map(|case| case.query.as_str()).collect();
    assert_eq!(queries.len(), cases().len());
    assert!(cases().len() >= 120, "{}", cases().len());
}

#[test]
fn every_case_says_why_it_is_there() {
    for case in cases() {
        assert!(!case.note.is_empty(), "`{}`", case.query);
    }
}
