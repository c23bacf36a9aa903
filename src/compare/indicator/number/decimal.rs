//! Decimals with their groups of thousands.

use rust_decimal::Decimal;

use super::fraction::trailing_fraction;
use super::power::{with_myriad, with_power};
use super::{CommaStyle, ScannedNumber};

pub(super) fn scan_decimal(text: &str, at: usize, style: CommaStyle) -> Option<ScannedNumber> {
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

pub(super) fn take_digits(text: &str, at: usize, into: &mut String) -> usize {
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

pub(super) fn digit(letter: char) -> Option<char> {
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
