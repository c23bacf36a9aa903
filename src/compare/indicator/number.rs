//! Numbers as standards print them, read exactly.
//!
//! ```text
//! number   := [sign] (mixed | decimal [power] | power | chinese)
//! decimal  := digits { group-space 3-digits } [ ("." | ",") digits ] [ "万" | "亿" ]
//! mixed    := digits [space | "-"] digits "/" (2|3|4|8|16|32|64) | digits? vulgar-fraction
//! power    := [decimal "×"] "10" superscript
//! chinese  := 百分之 numeral | numeral 分之 numeral | numeral
//! ```
//!
//! The scale is kept (`2.50` stays `2.50`), because printed precision means something in a standard.
//! A comma is the surprise: `1,000` is a thousand, `0,6` is six tenths. Three digits after a comma
//! mean thousands unless the integer part is `0` or the text shows a decimal comma elsewhere.

use rust_decimal::Decimal;

/// What a comma between digits means in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CommaStyle {
    /// Three digits after a comma are a group of thousands.
    #[default]
    Thousands,
    /// Every comma between digits is a decimal sign, as ISO and EN print it.
    Decimal,
}

impl CommaStyle {
    /// Reads the style off a whole text: one comma followed by one or two digits settles it.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let decimal_comma = |at: usize| {
            let before = at.checked_sub(1).and_then(|i| bytes.get(i));
            let digits = bytes[at + 1..]
                .iter()
                .take(4)
                .take_while(|b| b.is_ascii_digit())
                .count();
            let ends = bytes.get(at + 1 + digits) != Some(&b',');
            before.is_some_and(u8::is_ascii_digit) && (1..=2).contains(&digits) && ends
        };
        let found = bytes
            .iter()
            .enumerate()
            .any(|(at, byte)| *byte == b',' && decimal_comma(at));
        if found {
            Self::Decimal
        } else {
            Self::Thousands
        }
    }
}

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
    const fn plain(value: Decimal, end: usize) -> Self {
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

fn scan_unsigned(text: &str, at: usize, style: CommaStyle) -> Option<ScannedNumber> {
    let first = text.get(at..)?.chars().next()?;
    if let Some(value) = vulgar_fraction(first) {
        return Some(ScannedNumber::plain(value, at + first.len_utf8()));
    }
    if digit(first).is_some() {
        return scan_decimal(text, at, style);
    }
    chinese_digit(first).and_then(|_| scan_chinese(text, at))
}

fn scan_decimal(text: &str, at: usize, style: CommaStyle) -> Option<ScannedNumber> {
    let mut printed = String::new();
    let mut end = take_digits(text, at, &mut printed);
    if let Some(fraction) = trailing_fraction(text, end, &printed) {
        return Some(fraction);
    }
    let leading = printed.len();
    let mut grouped = false;
    if leading <= 3 {
        while let Some(start) = group_of_thousands(text, end, style, &printed) {
            end = take_digits(text, start, &mut printed);
            grouped = true;
        }
    }
    let mut decimals = String::new();
    let mark = text[end..].chars().next();
    let is_decimal_mark = match mark {
        Some('.' | '．') => true,
        Some(',') => !grouped || style == CommaStyle::Decimal,
        _ => false,
    };
    if let (Some(mark), true) = (mark, is_decimal_mark) {
        let after = take_digits(text, end + mark.len_utf8(), &mut decimals);
        if !decimals.is_empty() {
            end = after;
            if printed.bytes().all(|b| b == b'0') && decimals.len() == 3 {
                end = fraction_group(text, end, &mut decimals);
            }
        }
    }
    let scale = u32::try_from(decimals.len()).ok()?;
    printed.push_str(&decimals);
    let mantissa = printed.parse::<i128>().ok()?;
    let value = Decimal::try_from_i128_with_scale(mantissa, scale).ok()?;
    with_power(text, value, end).or_else(|| with_myriad(text, value, end))
}

/// `5 万次`: the Chinese multiplier that may follow Arabic digits (千 is left to 千克, 千帕).
fn with_myriad(text: &str, value: Decimal, end: usize) -> Option<ScannedNumber> {
    let rest = text[end..].trim_start_matches(' ');
    let multiplier = match rest.chars().next() {
        Some('万') => 10_000,
        Some('亿') => 100_000_000,
        _ => return Some(ScannedNumber::plain(value, end)),
    };
    let after = text.len() - rest.len() + '万'.len_utf8();
    Some(ScannedNumber::plain(
        value.checked_mul(Decimal::from(multiplier))?,
        after,
    ))
}

fn with_power(text: &str, value: Decimal, end: usize) -> Option<ScannedNumber> {
    if value == Decimal::TEN
        && let Some((exponent, after)) = exponent_at(text, end)
    {
        return Some(ScannedNumber::plain(power_of_ten(exponent)?, after));
    }
    let rest = text[end..].trim_start_matches([' ', '\u{a0}', '\u{2009}']);
    let rest = rest.strip_prefix(['×', 'x', 'X', '·', '✕'])?;
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{2009}']);
    let after_ten = text.len() - rest.strip_prefix("10")?.len();
    let (exponent, after) = exponent_at(text, after_ten)?;
    Some(ScannedNumber::plain(
        value.checked_mul(power_of_ten(exponent)?)?.normalize(),
        after,
    ))
}

fn power_of_ten(exponent: i32) -> Option<Decimal> {
    let size = exponent.unsigned_abs();
    let magnitude = 10_i128.checked_pow(size)?;
    if exponent < 0 {
        Decimal::try_from_i128_with_scale(1, size).ok()
    } else {
        Decimal::try_from_i128_with_scale(magnitude, 0).ok()
    }
}

fn exponent_at(text: &str, at: usize) -> Option<(i32, usize)> {
    let rest = text.get(at..)?;
    for (opening, closing) in [("<sup>", "</sup>"), ("^{", "}"), ("^(", ")"), ("^", "")] {
        let Some(inside) = rest.strip_prefix(opening) else {
            continue;
        };
        let length = inside
            .bytes()
            .take_while(|b| b.is_ascii_digit() || *b == b'-')
            .count();
        let exponent = inside[..length].parse().ok()?;
        let end = at + opening.len() + length;
        return text[end..]
            .starts_with(closing)
            .then_some((exponent, end + closing.len()));
    }
    let mut exponent = String::new();
    let mut end = at;
    for letter in rest.chars().take(4) {
        let Some(plain) = superscript(letter) else {
            break;
        };
        exponent.push(plain);
        end += letter.len_utf8();
    }
    Some((exponent.parse().ok()?, end))
}

fn superscript(letter: char) -> Option<char> {
    const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    if letter == '⁻' {
        return Some('-');
    }
    let place = SUPERSCRIPTS.chars().position(|each| each == letter)?;
    char::from_digit(u32::try_from(place).ok()?, 10)
}

fn take_digits(text: &str, at: usize, into: &mut String) -> usize {
    let mut end = at;
    for letter in text[at..].chars() {
        let Some(plain) = digit(letter) else { break };
        if into.len() < 40 {
            into.push(plain);
        }
        end += letter.len_utf8();
    }
    end
}

fn digit(letter: char) -> Option<char> {
    match letter {
        '0'..='9' => Some(letter),
        '０'..='９' => char::from_digit(u32::from(letter) - u32::from('０'), 10),
        _ => None,
    }
}

fn group_of_thousands(text: &str, at: usize, style: CommaStyle, so_far: &str) -> Option<usize> {
    let rest = &text[at..];
    let separator = rest.chars().next()?;
    let groups = match separator {
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2005}' | '\u{2006}' | '\u{2002}' => true,
        ',' | '，' => style == CommaStyle::Thousands,
        _ => false,
    };
    let after = &rest[separator.len_utf8()..];
    let three = after.len() >= 3 && after.bytes().take(3).all(|b| b.is_ascii_digit());
    let ends = !after.as_bytes().get(3).is_some_and(u8::is_ascii_digit);
    let is_zero = so_far.starts_with('0');
    (groups && three && ends && !is_zero).then_some(at + separator.len_utf8())
}

/// `0,000 1 %`: ISO groups decimals by three as well.
fn fraction_group(text: &str, at: usize, decimals: &mut String) -> usize {
    let rest = &text[at..];
    let Some(separator) = rest
        .chars()
        .next()
        .filter(|c| " \u{a0}\u{2009}\u{202f}".contains(*c))
    else {
        return at;
    };
    let start = at + separator.len_utf8();
    let count = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&count) {
        take_digits(text, start, decimals)
    } else {
        at
    }
}

fn trailing_fraction(text: &str, end: usize, whole: &str) -> Option<ScannedNumber> {
    let whole_value = whole.parse::<i128>().ok()?;
    let whole_value = Decimal::try_from_i128_with_scale(whole_value, 0).ok()?;
    let rest = &text[end..];
    if let Some(part) = fraction_at(text, end + usize::from(rest.starts_with([' ', '-']))) {
        return Some(ScannedNumber::plain(
            whole_value.checked_add(part.value)?,
            part.end,
        ));
    }
    if let Some(after) = rest.strip_prefix('/') {
        let length = after.bytes().take_while(u8::is_ascii_digit).count();
        let denominator = after[..length].parse::<i64>().ok()?;
        let proper = whole_value < Decimal::from(denominator) && !whole_value.is_zero();
        if proper && is_inch_denominator(denominator) && !after[length..].starts_with('/') {
            let value = whole_value / Decimal::from(denominator);
            return Some(ScannedNumber::plain(value, end + 1 + length));
        }
    }
    None
}

fn fraction_at(text: &str, at: usize) -> Option<ScannedNumber> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if let Some(value) = vulgar_fraction(first) {
        return Some(ScannedNumber::plain(value, at + first.len_utf8()));
    }
    let top_length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let bottom = rest.get(top_length..)?.strip_prefix('/')?;
    let bottom_length = bottom.bytes().take_while(u8::is_ascii_digit).count();
    let top = rest[..top_length].parse::<i64>().ok()?;
    let denominator = bottom[..bottom_length].parse::<i64>().ok()?;
    if !is_inch_denominator(denominator) || top >= denominator || top == 0 {
        return None;
    }
    let value = Decimal::from(top) / Decimal::from(denominator);
    Some(ScannedNumber::plain(
        value,
        at + top_length + 1 + bottom_length,
    ))
}

fn is_inch_denominator(denominator: i64) -> bool {
    matches!(denominator, 2 | 3 | 4 | 8 | 16 | 32 | 64)
}

fn vulgar_fraction(letter: char) -> Option<Decimal> {
    let (top, bottom) = match letter {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some(Decimal::from(top) / Decimal::from(bottom))
}

fn chinese_digit(letter: char) -> Option<i64> {
    let value = match letter {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' => 10_000,
        '半' => -1,
        _ => return None,
    };
    Some(value)
}

fn scan_chinese(text: &str, at: usize) -> Option<ScannedNumber> {
    if let Some(rest) = text[at..].strip_prefix("百分之") {
        let start = text.len() - rest.len();
        let number = scan_unsigned(text, start, CommaStyle::Thousands)?;
        return Some(ScannedNumber {
            is_percent: true,
            ..number
        });
    }
    let (value, end) = chinese_numeral(text, at)?;
    if let Some(rest) = text[end..].strip_prefix("分之") {
        let (top, top_end) = chinese_numeral(text, text.len() - rest.len())?;
        return Some(ScannedNumber::plain(top.checked_div(value)?, top_end));
    }
    Some(ScannedNumber::plain(value, end))
}

fn chinese_numeral(text: &str, at: usize) -> Option<(Decimal, usize)> {
    if text[at..].starts_with('半') {
        return Some((Decimal::new(5, 1), at + '半'.len_utf8()));
    }
    let (mut total, mut section, mut current) = (0_i64, 0_i64, 0_i64);
    let mut end = at;
    for letter in text[at..].chars().take(12) {
        let Some(value) = chinese_digit(letter).filter(|value| *value >= 0) else {
            break;
        };
        match value {
            0..=9 => current = value,
            10_000 => {
                total += (section + current).max(1) * 10_000;
                (section, current) = (0, 0);
            }
            unit => {
                section += current.max(1) * unit;
                current = 0;
            }
        }
        end += letter.len_utf8();
    }
    (end > at).then(|| (Decimal::from(total + section + current), end))
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
