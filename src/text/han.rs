//! Han characters: what counts as one, and Traditional → Simplified one to one.

use std::collections::HashMap;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// The blocks whose characters are written in Chinese text (CJK Unified Ideographs, extensions A–F, compatibility).
const BLOCKS: [(char, char); 5] = [
    ('\u{4E00}', '\u{9FFF}'),
    ('\u{3400}', '\u{4DBF}'),
    ('\u{20000}', '\u{2EBEF}'),
    ('\u{F900}', '\u{FAFF}'),
    ('\u{3007}', '\u{3007}'),
];

/// Tells whether a character is a Han ideograph.
pub fn is_han(character: char) -> bool {
    BLOCKS
        .iter()
        .any(|&(first, last)| (first..=last).contains(&character))
}

/// Traditional characters and the Simplified one each becomes.
///
/// Only one-to-one pairs: phrase-level conversion (乾燥 against 乾隆) changes lengths and depends on context, so a
/// query and a title would convert differently. For matching, the same character must always become the same character.
static PAIRS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let Ok(converter) = OpenCC::from_config(BuiltinConfig::T2s) else {
        return HashMap::new(); // the dictionary is embedded; a test holds that it opens
    };
    BLOCKS
        .iter()
        .flat_map(|&(first, last)| first..=last)
        .filter(|character| (*character as u32) < 0x20000)
        .filter_map(|character| {
            let converted = converter.convert(character.encode_utf8(&mut [0; 4]));
            let mut characters = converted.chars();
            match (characters.next(), characters.next()) {
                (Some(simplified), None) if simplified != character => {
                    Some((character, simplified))
                }
                _ => None,
            }
        })
        .collect()
});

/// Returns the Simplified form of a Traditional character, or the character itself.
///
/// The table is `OpenCC`'s `TSCharacters`, one character at a time.
pub fn simplify(character: char) -> char {
    if is_han(character) {
        PAIRS.get(&character).copied().unwrap_or(character)
    } else {
        character
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_become_simplified_one_by_one() {
        let simplified: String = "建築設計防火規範機械設備".chars().map(simplify).collect();
        assert_eq!(simplified, "建筑设计防火规范机械设备");
    }

    #[test]
    fn simplified_latin_and_kana_stay_as_they_are() {
        let unchanged: String = "轮胎 ABC のパ".chars().map(simplify).collect();
        assert_eq!(unchanged, "轮胎 ABC のパ");
    }
}
