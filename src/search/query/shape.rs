//! The shape of document numbers, as far as a query needs it to keep one together.
//!
//! The grammar of numbers proper works on whole texts and runs later, in the planner. Here it only
//! matters which words belong together: in `标准号:GB/T 19001`, `-ISO 9001` and `JIS K 62*` the
//! blank does not end the number.

use super::characters::narrow;

/// Whether the codes of bodies must be in capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// In running text, where `in 3 parts` is no number.
    Capitals,
    /// Where a number is expected anyway.
    Any,
}

/// The most words before the digits: `UNI EN ISO 9001`.
pub(super) const CODES: usize = 4;

/// Whether a word can be the code of a body: `GB/T`, `PN-EN`, `ГОСТ`, `K`, `DB13(J)/T`.
///
/// Latin and Cyrillic letters, with slashes and hyphens inside; digits only in the codes of the
/// Chinese provinces.
pub(super) fn is_code(word: &str, case: Case) -> bool {
    let mut province = [' '; 2];
    let mut previous = ' ';
    let mut length = 0;
    for (index, character) in word.chars().map(narrow).enumerate() {
        let cased = character.is_uppercase() || (case == Case::Any && character.is_lowercase());
        let in_province = province == ['D', 'B'];
        let fits = cased
            || (matches!(character, '/' | '-') && previous.is_alphanumeric())
            || (matches!(character, '/') && previous == ')')
            || (in_province && (character.is_ascii_digit() || matches!(character, '(' | ')')));
        length = index + 1;
        if !fits || length > 12 {
            return false;
        }
        if let Some(place) = province.get_mut(index) {
            *place = character.to_ascii_uppercase();
        }
        previous = character;
    }
    length > 0 && (previous.is_alphanumeric() || previous == ')')
}

/// Whether a word can follow the code of a body: it starts with a letter or digit of ASCII and
/// holds a digit.
pub(super) fn is_serial(word: &str) -> bool {
    let starts = word
        .chars()
        .next()
        .is_some_and(|first| narrow(first).is_ascii_alphanumeric());
    starts
        && word
            .chars()
            .any(|character| narrow(character).is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_bodies_are_told_from_words() {
        for code in [
            "GB/T",
            "ISO/IEC",
            "PN-EN",
            "ГОСТ",
            "К",
            "DB13/T",
            "DB13(J)/T",
            "T/CAS",
            "ＧＢ",
        ] {
            assert!(is_code(code, Case::Capitals), "{code}");
        }
        for word in ["Health", "19001", "轮胎", "GB-", "/T", "", "D638", "9(J)"] {
            assert!(!is_code(word, Case::Capitals), "{word}");
        }
        assert!(is_code("gb/t", Case::Any) && !is_code("gb/t", Case::Capitals));
    }

    #[test]
    fn serials_hold_a_digit() {
        for serial in [
            "19001-2016",
            "105-B01:1994",
            "C22.2",
            "D638",
            "９００１",
            "1",
        ] {
            assert!(is_serial(serial), "{serial}");
        }
        for word in ["陶瓷1", "foo", "", "-5"] {
            assert!(!is_serial(word), "{word}");
        }
    }
}
