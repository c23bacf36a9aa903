//! Reads the number that begins at a place.

use rust_decimal::Decimal;

use super::CommaStyle;
use super::chinese::{chinese_digit, scan_chinese};
use super::decimal::{digit, scan_decimal};
use super::fraction::vulgar_fraction;

/// A number found in a text and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScannedNumber {
    /// The exact value, printed scale kept.
    pub value: Decimal,
    /// The byte after the number.
    pub end: usize,
    /// Whether the notation itself says hundredths (`百分之五`).
    pub is_percent: bool,
}

impl ScannedNumber {
    pub(super) const fn plain(value: Decimal, end: usize) -> Self {
        Self {
            value,
            end,
            is_percent: false,
        }
    }
}

/// Reads the number that begins at byte `at`, or nothing when none does.
pub fn scan(text: &str, at: usize, style: CommaStyle) -> Option<ScannedNumber> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if let Some(sign) = sign_of(first) {
        let mut start = at + first.len_utf8();
        start += text[start..].len() - text[start..].trim_start_matches([' ', '\u{a0}']).len();
        let number = scan_unsigned(text, start, style)?;
        return Some(ScannedNumber {
            value: number.value * sign,
            ..number
        });
    }
    scan_unsigned(text, at, style)
}

fn sign_of(letter: char) -> Option<Decimal> {
    match letter {
        '-' | '−' | '－' | '–' => Some(Decimal::NEGATIVE_ONE),
        '+' | '＋' => Some(Decimal::ONE),
        _ => None,
    }
}

pub(super) fn scan_unsigned(text: &str, at: usize, style: CommaStyle) -> Option<ScannedNumber> {
    let first = text.get(at..)?.chars().next()?;
    if let Some(value) = vulgar_fraction(first) {
        return Some(ScannedNumber::plain(value, at + first.len_utf8()));
    }
    if digit(first).is_some() {
        return scan_decimal(text, at, style);
    }
    chinese_digit(first).and_then(|_| scan_chinese(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let number = scan(text, 0, CommaStyle::of(text)).expect("a number");
        format!("{}|{}", number.value, &text[number.end..])
    }

    #[test]
    fn printed_notations_are_read_exactly() {
        let cases = [
            ("4 900 N", "4900| N"),
            ("1,000 cycles", "1000| cycles"),
            ("0,6", "0.6|"),
            ("2.50 mm", "2.50| mm"),
            ("2 3/8 in.", "2.375| in."),
            ("2⅜ in", "2.375| in"),
            ("1/8 in", "0.125| in"),
            ("1×10⁵ CFU/g", "100000| CFU/g"),
            ("1.0×10^5", "100000|"),
            ("10⁻⁶", "0.000001|"),
            ("−20 ℃", "-20| ℃"),
            ("0,000 1 %", "0.0001| %"),
            ("5万次", "50000|次"),
            ("十五个", "15|个"),
            ("二百三十", "230|"),
            ("三分之二", "0.6666666666666666666666666667|"),
            ("１２．５", "12.5|"),
            ("12 000", "12000|"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_percentage_in_words_says_so() {
        let number = scan("百分之五", 0, CommaStyle::Thousands).expect("a number");
        assert!(number.is_percent);
        assert_eq!(number.value, Decimal::from(5));
    }

    #[test]
    fn a_decimal_comma_elsewhere_decides_three_digits_after_a_comma() {
        let text = "1,125 kg and 0,5 kg";
        assert_eq!(read(text), "1.125| kg and 0,5 kg");
    }
}
