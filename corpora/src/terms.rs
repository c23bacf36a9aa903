//! The data of the bilingual term base: curated vocabularies, the starter glossary, CC-CEDICT.
//!
//! Three sources of very different trust, so they stay apart:
//!
//! - [`CURATED`]: vocabularies of the fields of standardization, written for this project. A line is
//!   `zh|zh<tab>en|en`: every Chinese spelling on the left may be rendered by every English one on
//!   the right, the best first. Lines that begin with `#` are comments.
//! - [`STARTER`]: the glossary of Hebei's export products, one JSON object a line with its evidence.
//! - [`DICTIONARY`]: a compact form of CC-CEDICT (CC BY-SA 4.0), made by the build script.

/// A vocabulary of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vocabulary {
    /// The field's short name, as in the file's name.
    pub field: &'static str,
    /// The lines of the file.
    pub text: &'static str,
}

/// The curated vocabularies, the title formulae first.
pub const CURATED: [Vocabulary; 12] = [
    Vocabulary {
        field: FORMULAE,
        text: include_str!("../data/terms/formulae.tsv"),
    },
    Vocabulary {
        field: "general",
        text: include_str!("../data/terms/general.tsv"),
    },
    Vocabulary {
        field: "mechanical",
        text: include_str!("../data/terms/mechanical.tsv"),
    },
    Vocabulary {
        field: "vehicles-transport",
        text: include_str!("../data/terms/vehicles-transport.tsv"),
    },
    Vocabulary {
        field: "electrical",
        text: include_str!("../data/terms/electrical.tsv"),
    },
    Vocabulary {
        field: "information",
        text: include_str!("../data/terms/information.tsv"),
    },
    Vocabulary {
        field: "materials",
        text: include_str!("../data/terms/materials.tsv"),
    },
    Vocabulary {
        field: "life",
        text: include_str!("../data/terms/life.tsv"),
    },
    Vocabulary {
        field: "technical",
        text: include_str!("../data/terms/technical.tsv"),
    },
    Vocabulary {
        field: "sciences",
        text: include_str!("../data/terms/sciences.tsv"),
    },
    Vocabulary {
        field: "components",
        text: include_str!("../data/terms/components.tsv"),
    },
    Vocabulary {
        field: "commerce",
        text: include_str!("../data/terms/commerce.tsv"),
    },
];

/// Name of the field that holds the formulae of titles, which say little about a subject.
pub const FORMULAE: &str = "formulae";

/// The starter glossary: JSON lines with `zh`, `en`, `synonyms_zh`, `synonyms_en`, `field`, `evidence`.
pub const STARTER: &str = include_str!("../data/terms/starter.jsonl");

/// CC-CEDICT as `word<tab>sense;sense` lines, sorted by the bytes of the word.
pub const DICTIONARY: &str = include_str!(concat!(env!("OUT_DIR"), "/cedict.tsv"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_vocabulary_has_both_sides() {
        for vocabulary in CURATED {
            for line in vocabulary
                .text
                .lines()
                .filter(|line| !line.starts_with('#'))
            {
                let sides = line.split_once('\t');
                let full = |side: &str| side.split('|').all(|term| !term.trim().is_empty());
                assert!(
                    sides.is_some_and(|(chinese, english)| full(chinese) && full(english)),
                    "{}: {line}",
                    vocabulary.field
                );
            }
        }
    }

    #[test]
    fn the_dictionary_is_sorted_and_knows_everyday_words() {
        let words = || DICTIONARY.lines().filter_map(|line| line.split_once('\t'));
        assert!(words().is_sorted_by(|(first, _), (second, _)| first < second));
        assert!(words().count() > 90_000);
        assert!(words().any(|(word, senses)| word == "手表" && senses == "wristwatch"));
    }

    #[test]
    fn every_row_of_the_starter_glossary_keeps_its_evidence() {
        for line in STARTER.lines() {
            let row: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
            assert!(row["zh"].is_string() && row["en"].is_string(), "{line}");
            assert!(
                row["evidence"].as_array().is_some_and(|e| !e.is_empty()),
                "{line}"
            );
        }
    }
}
