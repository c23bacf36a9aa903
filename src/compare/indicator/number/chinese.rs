//! Numbers in Chinese characters.

use rust_decimal::Decimal;

use super::scan::scan_unsigned;
use super::{CommaStyle, ScannedNumber};

pub(super) fn chinese_digit(letter: char) -> Option<i64> {
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

pub(super) fn scan_chinese(text: &str, at: usize) -> Option<ScannedNumber> {
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
