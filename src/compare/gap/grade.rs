//! Which grade, class or object a condition speaks of, as far as its words say it.

use std::collections::BTreeSet;

use crate::text::is_han;

/// How two conditions stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Correspondence {
    /// They name different grades, or nothing connects them.
    Apart,
    /// They share words, but nothing that names a grade.
    Alike,
    /// One side, or neither, has a condition.
    Open,
    /// Both name the same grade in other words.
    SameGrade,
    /// They say the same.
    Same,
}

/// Words after which a bare number names a grade.
const GRADE_WORDS: [&str; 6] = ["等级", "级别", "牌号", "grade", "class", "级"];

/// Characters that make a lone letter the name of a class.
const CLASS_MARKS: [char; 4] = ['类', '级', '型', '等'];

/// Words that only say that a grade follows.
const FILLERS: [&str; 3] = ["牌号/等级", "牌号", "等级"];

/// Below this share of common pairs of characters two conditions have nothing to do with one another.
const ALIKE: f64 = 0.18;

/// Returns how two conditions correspond.
pub(super) fn correspondence(one: &str, two: &str) -> Correspondence {
    let (plain_one, plain_two) = (plain(one), plain(two));
    if plain_one == plain_two {
        return Correspondence::Same;
    }
    if plain_one.is_empty() || plain_two.is_empty() {
        return Correspondence::Open;
    }
    let (grades_one, grades_two) = (grades(one), grades(two));
    if !grades_one.is_empty() && !grades_two.is_empty() {
        return if grades_one.is_disjoint(&grades_two) {
            Correspondence::Apart
        } else {
            Correspondence::SameGrade
        };
    }
    if likeness(&plain_one, &plain_two) >= ALIKE {
        Correspondence::Alike
    } else {
        Correspondence::Apart
    }
}

/// Returns how far the numbers of two grades lie apart, in tenths; the greatest number where one has none.
pub(super) fn distance(one: &str, two: &str) -> u32 {
    let numbers = |condition: &str| -> Vec<f64> {
        let named = grades(condition).into_iter();
        named.filter_map(|grade| grade.parse().ok()).collect()
    };
    let (own, other) = (numbers(one), numbers(two));
    let gaps = own
        .iter()
        .flat_map(|a| other.iter().map(move |b| (a - b).abs()));
    gaps.fold(u32::MAX, |least, gap| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a float casts to the nearest number that fits, and is not negative"
        )]
        let tenths = (gap * 10.0) as u32;
        least.min(tenths)
    })
}

/// Returns the share of common pairs of neighbouring characters (Dice), 0 to 1.
pub(super) fn likeness(one: &str, two: &str) -> f64 {
    let pairs =
        |text: &str| -> BTreeSet<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (left, right) = (pairs(one), pairs(two));
    let all = left.len() + right.len();
    if all == 0 {
        return 0.0;
    }
    let common = u32::try_from(left.intersection(&right).count()).unwrap_or(u32::MAX);
    2.0 * f64::from(common) / f64::from(u32::try_from(all).unwrap_or(u32::MAX))
}

/// A condition without blanks, signs and the words that only announce a grade.
pub(super) fn plain(condition: &str) -> String {
    let mut text = condition.to_lowercase();
    for filler in FILLERS {
        text = text.replace(filler, "");
    }
    text.retain(|character| character.is_alphanumeric() || "%.≤≥<>~-".contains(character));
    text
}

/// The numbers and letters by which a condition names a grade: `HRB400E` gives 400, `Grade 60 [420]` gives 420.
///
/// The number in square brackets is the metric grade of ASTM, so it stands for the whole. The letters round a number are
/// a body's own habit and do not tell grades apart.
fn grades(condition: &str) -> BTreeSet<String> {
    let text = condition.to_lowercase();
    if let Some((_, rest)) = text.split_once('[')
        && let Some((inside, _)) = rest.split_once(']')
        && !inside.is_empty()
        && inside.bytes().all(|byte| byte.is_ascii_digit())
    {
        return BTreeSet::from([inside.to_owned()]);
    }
    let mut found = BTreeSet::new();
    let mut before = String::new();
    for (at, word) in words(&text) {
        let digits: String = word
            .trim_matches(|c: char| !c.is_ascii_digit())
            .chars()
            .collect();
        let has_letter = word.bytes().any(|byte| byte.is_ascii_alphabetic());
        let is_number = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let announced = GRADE_WORDS.iter().any(|mark| before.ends_with(mark));
        if !digits.is_empty() && is_number && (has_letter && !is_substance(word) || announced) {
            found.insert(digits);
        } else if word.chars().count() == 1
            && has_letter
            && text[at + word.len()..].starts_with(CLASS_MARKS)
        {
            found.insert(word.to_owned());
        }
        word.clone_into(&mut before);
    }
    found
}

/// A word such as `pm10` or `co2` that names a substance and no grade.
fn is_substance(word: &str) -> bool {
    matches!(word, "pm10" | "pm2.5" | "co2" | "so2" | "no2" | "h2o")
}

/// The runs of ASCII letters, digits and dots, and the runs of Chinese characters, in order, each with its place.
fn words(text: &str) -> Vec<(usize, &str)> {
    let kind = |character: char| {
        if character.is_ascii_alphanumeric() || character == '.' {
            1
        } else if is_han(character) {
            2
        } else {
            0
        }
    };
    let mut words = Vec::new();
    let mut start = 0;
    let mut current = 0;
    for (at, character) in text.char_indices() {
        let next = kind(character);
        if next != current {
            if current != 0 {
                words.push((start, &text[start..at]));
            }
            (start, current) = (at, next);
        }
    }
    if current != 0 {
        words.push((start, &text[start..]));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_told_apart_by_their_numbers_whatever_their_letters() {
        use Correspondence::{Apart, SameGrade};
        for (one, two, expected) in [
            ("牌号/等级 HRB500", "牌号/等级 B500B", SameGrade),
            ("牌号/等级 HRB400", "牌号/等级 Grade 60 [420]", Apart),
            ("HRB400/HRB400E", "牌号/等级 HRB400E", SameGrade),
            ("性能等级 4.6", "性能等级 5.6", Apart),
            ("A类 婴幼儿用品", "C类", Apart),
            ("B类 直接接触皮肤", "B类", SameGrade),
            ("Q235", "牌号/等级 Grade B", Apart),
        ] {
            assert_eq!(correspondence(one, two), expected, "{one} | {two}");
            assert_eq!(correspondence(two, one), expected, "{two} | {one}");
        }
    }

    #[test]
    fn the_same_words_are_the_same_and_none_leave_it_open() {
        assert_eq!(
            correspondence("牌号/等级 HRB400", "HRB400"),
            Correspondence::Same
        );
        assert_eq!(correspondence("", "任何"), Correspondence::Open);
        assert_eq!(
            correspondence("扁平制品；4%乙酸", "第1类 不能盛装；4%乙酸 22℃ 24 h"),
            Correspondence::Alike
        );
    }
}
