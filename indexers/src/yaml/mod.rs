//! YAML pages: read within a budget, with errors of one sentence.
//!
//! The budget bounds depth, nodes and what aliases unfold to, so that a page of a few lines cannot become a billion
//! entries. Data sets written by Ruby use aliases for what they say twice, so aliases as such are allowed.

use serde::de::DeserializeOwned;

use crate::json::nature_of;
use crate::page::PageError;

/// The largest index has 67,845 entries of some fifteen nodes.
const MOST_NODES: usize = 4_000_000;

/// Reads a page.
///
/// # Errors
///
/// [`PageError`] when the page is no YAML, has another shape, or passes the budget.
pub(crate) fn read<T: DeserializeOwned>(text: &str, expected: &str) -> Result<T, PageError> {
    let text = text.trim_start_matches('\u{feff}');
    let wrong = |found: String| PageError::new(expected, found);
    if text.trim_start().starts_with('<') {
        return Err(wrong(nature_of(text)));
    }
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_nodes: MOST_NODES,
            max_events: 2 * MOST_NODES,
        },
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let words = error.to_string();
        let first = words.lines().next().unwrap_or_default();
        let shown: String = first.chars().take(200).collect();
        wrong(format!("YAML that cannot be read ({shown})"))
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use serde_json::Value;

    use super::*;

    #[test]
    fn keys_with_colons_numbers_words_and_aliases_are_read() {
        let page = "---\n- :id: &1\n    :number: '1'\n    :year: 2000\n  :file: data/a.yaml\n- :id: *1\n  :file: data/b.yaml\n";
        let list: Value = read(page, "an index").unwrap();
        assert_eq!(list[0][":id"][":number"], "1");
        assert_eq!(list[1][":id"][":year"], 2000);
        assert_eq!(list[1][":file"], "data/b.yaml");
    }

    #[test]
    fn a_billion_laughs_and_a_million_levels_are_refused_soon() {
        let mut laughs = String::from("a0: &a0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n");
        for level in 1..30 {
            let before = level - 1;
            let items = vec![format!("*a{before}"); 9].join(",");
            writeln!(laughs, "a{level}: &a{level} [{items}]").unwrap();
        }
        for page in [laughs, "- ".repeat(1_000_000), "[".repeat(1_000_000)] {
            let began = std::time::Instant::now();
            let error = read::<Value>(&page, "a document").unwrap_err().to_string();
            assert!(error.contains("cannot be read"), "{error}");
            assert!(began.elapsed().as_secs() < 20);
        }
    }

    #[test]
    fn an_error_page_is_named() {
        let error = read::<Value>("<html>busy</html>", "an index").unwrap_err();
        assert!(error.to_string().contains("HTML"), "{error}");
    }
}
