//! The language of a text, told by its letters and commonest words.

/// Words that tell the languages of Latin letters apart.
const COMMON: &[(&str, [&str; 4])] = &[
    ("en", ["the", "of", "shall", "and"]),
    ("fr", ["les", "des", "doit", "et"]),
    ("de", ["der", "und", "die", "muss"]),
    ("es", ["los", "las", "debe", "y"]),
];

/// Tells the language of a text (ISO 639-1) by its letters, and Latin ones by their commonest words.
pub fn language_of(text: &str) -> &'static str {
    let sample: String = text.chars().take(20_000).collect();
    let count = |first: char, last: char| {
        let letters = sample.chars();
        letters
            .filter(|letter| (first..=last).contains(letter))
            .count()
    };
    let (han, kana) = (count('\u{4E00}', '\u{9FFF}'), count('\u{3041}', '\u{30FF}'));
    let (hangul, cyrillic) = (count('\u{AC00}', '\u{D7A3}'), count('\u{0400}', '\u{04FF}'));
    let latin = count('a', 'z');
    let scripts = [
        (kana * 3, "ja"),
        (hangul * 2, "ko"),
        // A Chinese text is full of Latin symbols and units, and each of its characters weighs a word.
        (if kana * 10 > han { 0 } else { han * 3 }, "zh"),
        (cyrillic, "ru"),
        (latin, ""),
    ];
    let best = scripts.iter().max_by_key(|(weight, _)| *weight);
    match best {
        Some((weight, code)) if *weight > 0 && !code.is_empty() => code,
        _ => {
            let lower = sample.to_lowercase();
            let hits = |words: &[&str; 4]| {
                let each = lower.split(|letter: char| !letter.is_alphabetic());
                each.filter(|word| words.contains(word)).count()
            };
            let most = COMMON.iter().rev().max_by_key(|(_, words)| hits(words));
            most.map_or("en", |(code, _)| code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_letters_and_by_common_words() {
        for (text, language) in [
            ("4.1 木材应无虫蛀，铅含量不应大于90 mg/kg。", "zh"),
            ("この規格は、鉄筋コンクリート用棒鋼について規定する。", "ja"),
            ("The bars shall be tested and marked.", "en"),
            (
                "Les barres et des essais; le produit doit être marqué.",
                "fr",
            ),
            (
                "Der Stab muss geprüft und die Prüfung bestätigt werden.",
                "de",
            ),
            ("Изделия должны быть испытаны.", "ru"),
            ("", "en"),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
    }
}
