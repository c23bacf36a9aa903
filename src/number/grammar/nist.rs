//! NIST and the National Bureau of Standards: `NIST SP 800-53r5`, `NBS CIRC 11e2-1915`.

use std::borrow::Cow;

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{Date, full_year, month_name};
use super::super::number::Number;
use super::{Context, Outcome, body_of};

/// Words that the short form writes as letters.
const SHORT: [(&str, &str); 10] = [
    ("revision", "r"),
    ("rev.", "r"),
    ("rev", "r"),
    ("part", "pt"),
    ("pt.", "pt"),
    ("vol.", "v"),
    ("vol", "v"),
    ("version", "ver"),
    ("ver.", "ver"),
    ("ver", "ver"),
];

/// Writes ` Rev. 5` as `r5`, whatever its case.
fn shorten(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    let mut first = true;
    while let Some(word) = words.next() {
        let row = SHORT
            .iter()
            .find(|(long, _)| word.eq_ignore_ascii_case(long));
        let number = words
            .peek()
            .is_some_and(|next| next.starts_with(|letter: char| letter.is_ascii_digit()));
        match row {
            Some((_, mark)) if number && !first => {
                short.push_str(mark);
                short.push_str(words.next().unwrap_or_default());
            }
            _ => {
                if !first {
                    short.push(' ');
                }
                short.push_str(word);
            }
        }
        first = false;
    }
    short
}

/// Writes `, Rev. 5`, ` (Revision 5)`, ` rev.5` and ` r5` as ` Rev. 5`.
fn plain_revision(text: &str) -> Cow<'_, str> {
    let split = text.rfind(|letter: char| !letter.is_ascii_digit() && letter != ')');
    let Some(split) = split else {
        return Cow::Borrowed(text);
    };
    let (before, digits) =
        text.split_at(split + text[split..].chars().next().map_or(0, char::len_utf8));
    let digits = digits.trim_end_matches(')');
    let before = before.trim_end();
    let mark = ["revision", "rev.", "rev", "r"]
        .into_iter()
        .find_map(|mark| {
            let start = before.len().checked_sub(mark.len())?;
            let (number, word) = (before.get(..start)?, before.get(start..)?);
            let apart = number.ends_with([' ', ',', '(']);
            (word.eq_ignore_ascii_case(mark) && apart).then_some(number)
        });
    match mark {
        Some(number) if !digits.is_empty() => {
            let number = number.trim_end_matches([' ', ',', '(']);
            Cow::Owned(format!("{number} Rev. {digits}"))
        }
        _ => Cow::Borrowed(text),
    }
}

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    cursor.skip(b" .-");
    let series = series(cursor)?;
    let mut number = Number::new(body_of(row)?, format!("{} {series}", row.head), "");
    let text = if context.whole() {
        let text = cursor.rest();
        cursor.move_to(cursor.position() + text.len());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        let item = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let text = cursor.take_while(item).to_owned();
        cursor.move_to(cursor.position() - usize::from(text.ends_with('-')));
        let text = text.trim_end_matches('-').to_owned();
        text + &revision(cursor)
    };
    if text.is_empty() || text.len() > 60 || !text.is_ascii() {
        return None;
    }
    let text = shorten(&plain_revision(&text));
    split(&mut number, &text, context)?;
    Some(Outcome::new(number, row).marked())
}

/// Reads the series: `SP`, `IR`, `CRPL-F-A`, `BRPD-CRPL-D`.
fn series(cursor: &mut Cursor<'_>) -> Option<String> {
    if cursor.word("SPECIAL PUBLICATION") {
        cursor.skip(b" .-");
        return Some("SP".to_owned());
    }
    let text = cursor.take_while(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    let hyphen = text.ends_with('-');
    let text = text.trim_end_matches('-');
    if text.is_empty() || text.len() > 14 {
        return None;
    }
    if !cursor.skip(b" .") && !hyphen && !cursor.at_digit() {
        return None;
    }
    Some(text.to_ascii_uppercase())
}

/// Reads ` Rev. 1` in running text.
fn revision(cursor: &mut Cursor<'_>) -> String {
    cursor
        .attempt(|cursor| {
            cursor.skip(b" ,");
            (cursor.word("REV.") || cursor.whole_word("REV")).then_some(())?;
            cursor.skip(b" ");
            Some(cursor.digits())
                .filter(|digits| !digits.is_empty())
                .map(|digits| format!("r{digits}"))
        })
        .unwrap_or_default()
}

fn split(number: &mut Number, text: &str, context: Context) -> Option<()> {
    let mut cursor = Cursor::new(text, 0);
    let digits = cursor.digits();
    if digits.is_empty() && !context.whole() {
        return None;
    }
    if digits.is_empty() {
        // `NBS CS e104-43`, `NBS RPT Jul-Sep1949`, `NBS CIRC sup`: no number to split.
        text.clone_into(&mut number.base);
        number.date = year_inside(text);
        return Some(());
    }
    digits.clone_into(&mut number.base);
    if let Some(letter) = cursor.attempt(capital) {
        number.base.push(letter);
    }
    loop {
        let group = cursor.attempt(|cursor| {
            cursor.eat(b'-').then_some(())?;
            let digits = cursor.digits();
            let letter = cursor.attempt(capital);
            // A year at the end dates the edition.
            let dates = cursor.at_end() && full_year(digits).is_some();
            (!digits.is_empty() && !dates).then_some((digits, letter))
        });
        let Some((digits, letter)) = group else { break };
        number.part.push('-');
        number.part.push_str(digits);
        number.part.extend(letter);
    }
    let rest = cursor.rest();
    let revised = rest
        .strip_prefix('R')
        .filter(|digits| digits.starts_with(|digit: char| digit.is_ascii_digit()))
        .map(|digits| format!("r{digits}"));
    let rest = revised.as_deref().unwrap_or(rest);
    if let Some(year) = rest.strip_prefix('-').and_then(full_year) {
        number.date = Some(Date {
            year,
            month: None,
            text: rest.to_owned(),
        });
    } else {
        rest.clone_into(&mut number.version);
        number.date = year_inside(rest);
    }
    Some(())
}

/// Takes one capital that belongs to the number: `800-38A`.
fn capital(cursor: &mut Cursor<'_>) -> Option<char> {
    let letter = cursor.peek().filter(u8::is_ascii_alphabetic)?;
    cursor.eat(letter);
    let next = cursor.peek();
    if letter == b'R' && next.is_some_and(|byte| byte.is_ascii_digit()) {
        // `800-53R5` is revision 5.
        return None;
    }
    let revision =
        next == Some(b'r') && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit());
    let meant = if letter.is_ascii_uppercase() {
        !next.is_some_and(|byte| byte.is_ascii_uppercase())
    } else {
        // `800-38d`; other small letters begin a mark such as `e2` or `v1`.
        next.is_none() || next == Some(b'-') || revision
    };
    meant.then_some(char::from(letter.to_ascii_uppercase()))
}

/// Finds the year in marks such as `e1970`, `r1992`, `-Sep1985`, `supJun1925`.
fn year_inside(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let start = (0..bytes.len()).rev().find(|&start| {
        let run = bytes[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let begins = start == 0 || !bytes[start - 1].is_ascii_digit();
        begins && run == 4 && text.get(start..start + 4).and_then(full_year).is_some()
    })?;
    let year = full_year(&text[start..start + 4])?;
    let before = text[..start].trim_end_matches('/');
    let letters = before
        .bytes()
        .rev()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let word = &before[before.len() - letters..];
    let month = word
        .get(word.len().saturating_sub(3)..)
        .and_then(month_name);
    // The year is printed inside the mark, so the date itself prints nothing.
    Some(Date {
        year,
        month,
        text: String::new(),
    })
}
