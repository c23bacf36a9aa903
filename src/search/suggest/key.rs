//! Keys: names as they are compared.

use pinyin::ToPinyin;

use crate::text::{is_han, normalize};

/// Characters of a name that make its key; nobody types more of it.
const LONGEST: usize = 40;

/// Returns a text without case, width, blanks and signs, Traditional characters as Simplified ones.
pub(super) fn folded(text: &str) -> String {
    let end = text.floor_char_boundary(LONGEST * 4);
    let normalized = normalize(&text[..end]);
    normalized
        .as_str()
        .chars()
        .filter(|character| character.is_alphanumeric())
        .take(LONGEST)
        .collect()
}

/// Returns the pinyin of a Chinese name and its initials: `luntai` and `lt` of 轮胎; nothing for a name without Han.
///
/// Characters with several readings have their most frequent one. Letters and digits of the name stay as they are.
pub(super) fn spoken(folded: &str) -> Option<(String, String)> {
    if !folded.chars().any(is_han) {
        return None;
    }
    let (mut whole, mut initials) = (String::new(), String::new());
    for character in folded.chars() {
        if let Some(sound) = character.to_pinyin() {
            // Keyboards write ü as v.
            whole.extend(
                sound
                    .plain()
                    .chars()
                    .map(|letter| if letter == 'ü' { 'v' } else { letter }),
            );
            initials.push_str(sound.first_letter());
        } else {
            whole.push(character);
            initials.push(character);
        }
    }
    Some((whole, initials))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_number_has_one_key() {
        for text in [
            "GB/T 19001",
            "ＧＢ／Ｔ　１９００１",
            "gbt19001",
            "GB/T19001",
        ] {
            assert_eq!(folded(text), "gbt19001", "{text}");
        }
    }

    #[test]
    fn chinese_is_found_by_its_sound_and_by_initials() {
        assert_eq!(spoken("轮胎"), Some(("luntai".to_owned(), "lt".to_owned())));
        assert_eq!(spoken("绿pvc管").unwrap().0, "lvpvcguan");
        assert_eq!(spoken("tyre"), None);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_has_a_short_key(text in "\\PC{0,200}") {
            proptest::prop_assert!(folded(&text).chars().count() <= LONGEST);
        }
    }
}
