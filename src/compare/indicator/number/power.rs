//! Powers of ten: `2.5×10⁸`, `10万`.

use rust_decimal::Decimal;

use super::ScannedNumber;

/// `5 万次`: the Chinese multiplier that may follow Arabic digits (千 is left to 千克, 千帕).
pub(super) fn with_myriad(text: &str, value: Decimal, end: usize) -> Option<ScannedNumber> {
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

pub(super) fn with_power(text: &str, value: Decimal, end: usize) -> Option<ScannedNumber> {
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
