//! Vulgar fractions, as inch sizes print them.

use rust_decimal::Decimal;

use super::ScannedNumber;

pub(super) fn trailing_fraction(text: &str, end: usize, whole: &str) -> Option<ScannedNumber> {
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

pub(super) fn vulgar_fraction(letter: char) -> Option<Decimal> {
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
