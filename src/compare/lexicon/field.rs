//! The built-in vocabulary as a lexicon.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::Lexicon;
use super::vocabulary::ENTRIES;

/// The general vocabulary of standards' headings and requirements.
#[derive(Debug, Clone, Copy, Default)]
pub struct FieldVocabulary;

static TABLE: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
    for line in ENTRIES.lines() {
        let Some((chinese, english)) = line.split_once('=') else {
            continue;
        };
        for chinese in chinese.split('|') {
            for english in english.split('|') {
                table.entry(chinese).or_default().push(english);
                table.entry(english).or_default().push(chinese);
            }
        }
    }
    table
});

impl Lexicon for FieldVocabulary {
    fn translations<'a>(&'a self, term: &str) -> Vec<Cow<'a, str>> {
        let known = TABLE.get(term).map(Vec::as_slice).unwrap_or_default();
        known.iter().map(|each| Cow::Borrowed(*each)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn translations_go_both_ways() {
        assert!(
            FieldVocabulary
                .translations("范围")
                .iter()
                .any(|each| each == "scope")
        );
        assert!(
            FieldVocabulary
                .translations("scope")
                .iter()
                .any(|each| each == "范围")
        );
        assert!(FieldVocabulary.translations("没有这个词").is_empty());
    }
}
