//! Standard numbers in running text, as far as comparison needs them.
//!
//! Three places must not take a standard number for ordinary digits: extraction (it is a method, not
//! a limit), alignment (a cited standard is strong evidence) and the diff (it is one token). The full
//! grammar with editions and adoption is another module's; here a prefix of letters and the digits
//! that belong to it are enough.

use std::ops::Range;

/// Prefixes of the bodies whose numbers are recognised, without `/T`, `/Z`, `/TS` and the like.
const BODIES: &[&str] = &[
    "GB", "GBZ", "GBJ", "GJB", "ISO", "IEC", "EN", "EN ISO", "EN IEC", "ASTM", "JIS", "DIN", "BS",
    "NF", "UNE", "UL", "ANSI", "ASME", "AATCC", "SAE", "API", "AS", "NZS", "CSA", "KS", "IS",
    "GOST", "ГОСТ", "CISPR", "ITU-T", "IEEE", "NFPA", "FMVSS", "ECE", "AWWA", "AWS", "TAPPI",
    "AOAC", "OIML", "QB", "FZ", "HG", "JB", "YB", "YY", "SN", "NY", "JC", "LY", "QC", "SH", "SJ",
    "MT", "TB", "DB", "WS", "HJ", "JG", "JGJ", "CJ", "CJJ", "GA", "DL", "NB", "YD", "YS", "BB",
    "SB", "SC", "TSG", "JJF", "JJG", "LB", "MH", "JT", "JR", "HY", "EJ", "CB", "HB", "QJ", "CNS",
    "EPA", "NIOSH", "prEN", "CIE", "ICC", "DBJ", "T", "CEN", "CLC",
];

/// Finds standard numbers, in order, without overlap.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let begins = bytes[at].is_ascii_uppercase() || text[at..].starts_with("prEN");
        let inside = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'/');
        if begins
            && !inside
            && let Some(end) = number_at(text, at)
        {
            found.push(at..end);
            at = end;
            continue;
        }
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// The end of the standard number that begins at `at`.
fn number_at(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    let mut known = false;
    loop {
        let rest = &text[end..];
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = &rest[..length];
        let letter_number = known && length == 1;
        if length == 0 || !(BODIES.contains(&word) || letter_number || (known && length <= 4)) {
            break;
        }
        known = true;
        end += length;
        let joint = text[end..].chars().next();
        match joint {
            Some('/' | '\u{a0}' | ' ' | '\u{2002}' | '\u{3000}' | '-') => {
                end += joint.map_or(0, char::len_utf8);
            }
            _ => break,
        }
    }
    if !known {
        return None;
    }
    let rest = &text[end..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let lone = text[at..end].trim_end_matches([' ', '-', '/']);
    let too_short = lone.len() == 1 && digits < 3;
    if digits == 0 || digits > 6 || too_short || lone == "T" {
        return None;
    }
    end += digits;
    while let Some(next) = tail_at(text, end) {
        end = next;
    }
    Some(end)
}

/// Parts, years and amendments: `.1`, `-2`, `—2021`, `:2015`, `+A1`, `/A2`.
fn tail_at(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mark = rest.chars().next()?;
    if !matches!(
        mark,
        '.' | '-' | '—' | '–' | '－' | ':' | '：' | '+' | '/' | '\u{2011}'
    ) {
        return None;
    }
    let after = &rest[mark.len_utf8()..];
    let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let starts = after.as_bytes().first()?;
    let plausible = match mark {
        '+' | '/' => {
            starts.is_ascii_uppercase() && after[..length].bytes().any(|b| b.is_ascii_digit())
        }
        '.' => starts.is_ascii_digit(),
        _ => starts.is_ascii_digit() || (starts.is_ascii_uppercase() && length <= 4),
    };
    (plausible && length > 0 && length <= 6).then_some(at + mark.len_utf8() + length)
}

/// The family of a printed number: upper case, years dropped, spaces and `/T` evened out.
///
/// `GB/T 9286—2021` and `GB/T 9286` share `GBT9286`; `ISO 6892-1:2019` gives `ISO6892-1`.
pub fn family(number: &str) -> String {
    let mut text = String::with_capacity(number.len());
    for letter in number.chars() {
        match letter {
            '—' | '–' | '－' | '−' | '\u{2010}' | '\u{2011}' => text.push('-'),
            '：' => text.push(':'),
            ' ' | '\u{a0}' | '\u{3000}' | '\u{2002}' | '/' => {}
            other => text.extend(other.to_uppercase()),
        }
    }
    let cut = text.find([':', '+']).unwrap_or(text.len());
    text.truncate(cut);
    if let Some((head, year)) = text.rsplit_once('-') {
        let chinese_year = year.len() == 4 && year.starts_with(['1', '2']);
        let short_year = year.len() == 2 && (head.starts_with('D') || head.starts_with("ASTM"));
        if (chinese_year || short_year) && year.bytes().all(|b| b.is_ascii_digit()) {
            text.truncate(head.len());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_many_bodies_are_found_whole() {
        let cases = [
            ("按 GB/T 9286—2021 进行", "GB/T 9286—2021"),
            ("see EN ISO 12185 for", "EN ISO 12185"),
            ("in accordance with ISO 148-1, shall", "ISO 148-1"),
            ("ISO 105-X12:2016 applies", "ISO 105-X12:2016"),
            ("马丁代尔法 GB/T 21196.2", "GB/T 21196.2"),
            ("ASTM D4157 Wyzenbeek", "ASTM D4157"),
            ("to EN 60335-1:2012+A11:2014.", "EN 60335-1:2012+A11:2014"),
            ("JIS K 6251:2017", "JIS K 6251:2017"),
            ("IEC 61215-2:2021 MQT 10", "IEC 61215-2:2021"),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = find(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, [expected], "{text}");
        }
    }

    #[test]
    fn designations_are_no_standard_numbers() {
        for text in [
            "M8 紧固件",
            "Q235 钢",
            "FFP1, 30 l/min",
            "PM10 浓度",
            "pH 7",
            "T 300",
        ] {
            assert!(find(text).is_empty(), "{text}: {:?}", find(text));
        }
    }

    #[test]
    fn a_family_drops_the_year_but_keeps_the_part() {
        assert_eq!(family("GB/T 9286—2021"), "GBT9286");
        assert_eq!(family("ISO 6892-1:2019"), "ISO6892-1");
        assert_eq!(family("ASTM D638-22"), "ASTMD638");
        assert_eq!(family("GB/T 228.1"), "GBT228.1");
    }
}
