//! Normalising text for matching, with a map back to the original.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

use super::simplify;

/// A normalised text and, for each of its bytes, where in the original it came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Normalized {
    text: String,
    /// For each byte of `text`, the first byte of the original character it came from; one more entry for the end.
    origins: Vec<u32>,
}

impl Normalized {
    /// Returns the normalised text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the range of the original that a range of the normalised text came from.
    ///
    /// The end is moved to the end of the original character, so that both ends lie on character boundaries.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let last = self.origins.len().saturating_sub(1);
        let start = self
            .origins
            .get(range.start.min(last))
            .copied()
            .unwrap_or(0);
        let mut end = range.end.min(last);
        // A character that became several (㎏ → kg) is taken whole even where a match ends inside it.
        while end > range.start && end < last && self.origins[end] == self.origins[end - 1] {
            end += 1;
        }
        let end = self.origins.get(end).copied().unwrap_or(0);
        start as usize..end.max(start) as usize
    }
}

/// Normalises a text for matching: NFKC, lower case, no Latin accents, one kind of dash, Simplified characters.
///
/// Character by character, so that the map back stays exact; NFKC's dashes are kept by the standard (Unicode UAX #15),
/// therefore they are folded here. A text longer than 4 GiB is cut.
pub fn normalize(text: &str) -> Normalized {
    let mut normalized = Normalized {
        text: String::with_capacity(text.len()),
        origins: Vec::with_capacity(text.len() + 1),
    };
    for (at, character) in text.char_indices() {
        let Ok(origin) = u32::try_from(at) else { break };
        if character.is_ascii() {
            normalized.text.push(character.to_ascii_lowercase());
            normalized.origins.push(origin);
            continue;
        }
        for folded in std::iter::once(character)
            .nfkc()
            .flat_map(char::to_lowercase)
        {
            let folded = simplify(fold(folded));
            if canonical_combining_class(folded) == 230 {
                continue; // a free-standing accent (class "above") after its letter: Latin and Greek are matched without
            }
            normalized.text.push(folded);
            normalized
                .origins
                .extend(std::iter::repeat_n(origin, folded.len_utf8()));
        }
    }
    normalized
        .origins
        .push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    normalized
}

/// Folds dashes to `-`, exotic spaces to a space, and takes the accent off Latin letters.
fn fold(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}' | '\u{FF70}' | '\u{FE58}' => '-',
        '\u{2236}' => ':',
        '\u{2044}' => '/',
        '\u{00A0}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{3000}' => ' ',
        // Accents matter to nobody who types a query; kana marks (class 8) and Hangul must stay.
        '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => {
            let mut base = character;
            decompose_canonical(character, |part| {
                if part.is_ascii_alphabetic() {
                    base = part;
                }
            });
            base
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text_of(text: &str) -> String {
        normalize(text).as_str().to_owned()
    }

    #[test]
    fn width_case_dashes_accents_and_script_are_folded() {
        assert_eq!(text_of("ＧＢ／Ｔ　１９００１—2016"), "gb/t 19001-2016");
        assert_eq!(text_of("Méthode d'essai Ø"), "methode d'essai ø");
        assert_eq!(text_of("建築設計 ㎏ ℃"), "建筑设计 kg °c");
    }

    #[test]
    fn a_match_in_the_copy_finds_its_place_in_the_original() {
        let original = "質量 5㎏ 以下";
        let copy = normalize(original);
        let at = copy.as_str().find("kg").unwrap();
        assert_eq!(&original[copy.original(at..at + 2)], "㎏");
        assert_eq!(&original[copy.original(at..at + 1)], "㎏");
        let at = copy.as_str().find("质量").unwrap();
        assert_eq!(&original[copy.original(at..at + "质量".len())], "質量");
    }

    proptest! {
        #[test]
        fn every_range_of_the_copy_maps_to_character_boundaries(text in "\\PC{0,40}") {
            let copy = normalize(&text);
            let bounds: Vec<usize> = copy.as_str().char_indices().map(|(at, _)| at)
                .chain([copy.as_str().len()]).collect();
            for window in bounds.windows(2) {
                let range = copy.original(window[0]..window[1]);
                prop_assert!(text.get(range).is_some_and(|original| !original.is_empty()));
            }
        }

        #[test]
        fn normalising_twice_changes_nothing_more(text in "[a-zA-Z一-龥Ａ-Ｚ０-９ ]{0,40}") {
            let once = text_of(&text);
            prop_assert_eq!(text_of(&once), once);
        }
    }
}
