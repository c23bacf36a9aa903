//! Dates written in words: `10 June 2025`, `July 1, 2025`, `17 de marzo de 2022`, `2025年7月1日`.

use crate::model::PartialDate;

/// Months by the first letters of their names, in English, French and Spanish, without accents.
///
/// The longer beginnings stand first: `juin` and `juil` begin alike.
const MONTHS: [(&str, u8); 37] = [
    ("januar", 1),
    ("janv", 1),
    ("enero", 1),
    ("jan", 1),
    ("februar", 2),
    ("fevr", 2),
    ("febr", 2),
    ("feb", 2),
    ("march", 3),
    ("mars", 3),
    ("marzo", 3),
    ("mar", 3),
    ("april", 4),
    ("avril", 4),
    ("abril", 4),
    ("apr", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("juin", 6),
    ("junio", 6),
    ("jun", 6),
    ("july", 7),
    ("juil", 7),
    ("julio", 7),
    ("jul", 7),
    ("august", 8),
    ("aout", 8),
    ("agosto", 8),
    ("aug", 8),
    ("sept", 9),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("dic", 12),
];

/// Finds the first date that a text writes out; a month with its year and a year alone count where nothing is fuller.
///
/// Numbers alone (`10/06/2025`) are not read: day and month stand in either order round the world.
pub fn written_date(text: &str) -> Option<PartialDate> {
    let words = words(text);
    let at = |index: usize| words.get(index).map(String::as_str);
    let full = (0..words.len()).find_map(|index| {
        let month = month(at(index)?)?;
        let before = index.checked_sub(1).and_then(at).and_then(day);
        let after = at(index + 1).and_then(day);
        let near = (index + 1..=index + 2).find_map(|place| year(at(place)?));
        match (before, after, near) {
            (Some(day), _, Some(year)) | (None, Some(day), Some(year)) => date(year, month, day),
            _ => None,
        }
    });
    let chinese = || text.contains('年').then(|| chinese(text)).flatten();
    let iso = || words.iter().find_map(|word| iso(word));
    full.or_else(chinese)
        .or_else(iso)
        .or_else(|| coarse(&words))
}

/// Words without accents, joining words of Spanish and French, and ordinal endings.
fn words(text: &str) -> Vec<String> {
    let kept = |character: &char| character.is_alphanumeric() || *character == '-';
    text.split(|character: char| !kept(&character))
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars()
                .flat_map(char::to_lowercase)
                .map(plain)
                .collect()
        })
        .filter(|word: &String| !matches!(word.as_str(), "de" | "del" | "du" | "of" | "the" | "le"))
        .collect()
}

fn plain(letter: char) -> char {
    match letter {
        'é' | 'è' | 'ê' => 'e',
        'û' | 'ù' => 'u',
        'á' | 'à' => 'a',
        other => other,
    }
}

fn month(word: &str) -> Option<u8> {
    let letters = word.chars().all(char::is_alphabetic) && (3..=10).contains(&word.len());
    let known = MONTHS.iter().find(|(start, _)| word.starts_with(start));
    known.filter(|_| letters).map(|&(_, month)| month)
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let ordinal = matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er");
    digits
        .parse()
        .ok()
        .filter(|day| ordinal && (1..=31).contains(day))
}

fn year(word: &str) -> Option<u16> {
    let year = (word.len() == 4).then(|| word.parse().ok()).flatten()?;
    (1980..=2100).contains(&year).then_some(year)
}

fn date(year: u16, month: u8, day: u8) -> Option<PartialDate> {
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

fn iso(word: &str) -> Option<PartialDate> {
    let shaped = word.len() == 10 && word.as_bytes()[4] == b'-';
    shaped.then(|| word.parse().ok()).flatten()
}

fn chinese(text: &str) -> Option<PartialDate> {
    text.char_indices()
        .filter(|&(_, character)| character == '年')
        .find_map(|(at, _)| {
            let start = at.checked_sub(4)?;
            let year = text.get(start..at)?;
            year.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then_some(())?;
            text.get(start..)?.parse().ok()
        })
}

fn coarse(words: &[String]) -> Option<PartialDate> {
    let named = words.windows(2).find_map(|pair| {
        let (month, year) = (month(&pair[0])?, year(&pair[1])?);
        format!("{year:04}-{month:02}").parse().ok()
    });
    let alone = || match words {
        [only] => year(only).and_then(|year| format!("{year:04}").parse().ok()),
        _ => None,
    };
    named.or_else(alone)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_in_words_are_read_in_four_languages() {
        for (text, date) in [
            ("came into force on 10 June 2025.", "2025-06-10"),
            ("effective as of July 1, 2025", "2025-07-01"),
            ("will enter into force on 1 October,2025", "2025-10-01"),
            ("the 1st of May 2026", "2026-05-01"),
            ("17 de marzo de 2022", "2022-03-17"),
            ("le 1er août 2025", "2025-08-01"),
            ("自2025年8月1日起实施", "2025-08-01"),
            ("2025-08-01", "2025-08-01"),
            ("July 2025", "2025-07"),
            ("2027", "2027"),
        ] {
            assert_eq!(
                written_date(text).map(|date| date.to_string()).as_deref(),
                Some(date),
                "{text}"
            );
        }
        for none in [
            "To be determined",
            "10/06/2025",
            "No. 2025 of the gazette",
            "may be changed",
            "待定",
        ] {
            assert_eq!(written_date(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[0-9a-z年月日é /,.-]{0,40}") {
            let _ = written_date(&text);
        }
    }
}
