//! Bodies that write a prefix, a number and perhaps a date: UL, API, SAE, ASME, DIN, UNE …

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{Date, full_year, month, year};
use super::super::number::Number;
use super::supplements::Dialect;
use super::{Context, Outcome, body_of, international};

/// How a body prints number and date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// `:2015`
    Colon,
    /// `-2015`, also with two digits
    Hyphen,
}

/// Words that stand between prefix and number and belong to the prefix.
const WORDS: [&str; 18] = [
    "SPEC", "STANDARD", "STD", "RP", "TS", "TR", "TM", "TG", "PAS", "VDE", "ISO", "IEC", "OHSAS",
    "MP", "NO.", "PUBL", "FLEX", "SPEZ",
];

/// Bodies that print the year after a hyphen.
const HYPHENATED: [&str; 21] = [
    "ASME", "AWWA", "NFPA", "NSF", "BIFMA", "ANSI", "TIS", "API", "AWS", "ACI", "AISI", "ASHRAE",
    "AAMI", "MSS", "UL", "AATCC", "CPSC", "EIA", "TIA", "JASO", "MIL",
];

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mark = if HYPHENATED.contains(&row.code) {
        Mark::Hyphen
    } else {
        Mark::Colon
    };
    let mut head = row.head.to_owned();
    cursor.attempt(|cursor| {
        // `NSF/ANSI 61`, `ASME/ANSI B16.5`
        cursor.skip(b" ");
        (cursor.eat(b'/') && cursor.word("ANSI") && !cursor.at_letter()).then(|| {
            head.push_str("/ANSI");
        })
    });
    words(cursor, &mut head);
    let mut number = Number::new(body_of(row)?, head, "");
    rest(cursor, &mut number, mark, context)?;
    Some(Outcome::new(number, row))
}

fn words(cursor: &mut Cursor<'_>, head: &mut String) {
    for _ in 0..3 {
        let word = cursor.attempt(|cursor| {
            cursor.skip(b" /");
            let word = WORDS.iter().find(|word| cursor.whole_word(word))?;
            (cursor.peek() == Some(b' ') || cursor.peek() == Some(b'-') || cursor.at_digit())
                .then_some(word)
        });
        let Some(word) = word else { return };
        head.push(' ');
        head.push_str(word);
    }
}

/// Reads number, part, date and supplements.
pub(super) fn rest(
    cursor: &mut Cursor<'_>,
    number: &mut Number,
    mark: Mark,
    context: Context,
) -> Option<()> {
    cursor.skip(b" -");
    base(cursor, number, context)?;
    let version = cursor.attempt(|cursor| {
        cursor.blanks();
        cursor.word("V").then_some(())?;
        let digits = cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'.');
        (!digits.is_empty() && !digits.ends_with('.')).then_some(digits)
    });
    if let Some(version) = version {
        // BSI Flex counts versions before the date.
        number.mark = format!(" v{version}");
    }
    number.date = date(cursor, mark, context);
    if number.date.is_none() {
        last_group(number, mark);
    }
    if number.date.is_none() && context.whole() {
        let loose = cursor.attempt(super::tail::loose_date);
        number.date = loose.map(|date| printed(mark, date.year, date.month));
    }
    international::finish(cursor, number, Dialect::European, context);
    Some(())
}

/// Reads `4449`, `C1036`, `B16.5`, `A112.19.2`, `X5.1`, `5L`, `9540A`, `61730-1`, `M 306`.
fn base(cursor: &mut Cursor<'_>, number: &mut Number, context: Context) -> Option<()> {
    if cursor.word("BPVC") {
        // The boiler code numbers its sections in Roman: `ASME BPVC.VIII.1-2019`.
        "BPVC".clone_into(&mut number.base);
        while cursor.peek() == Some(b'.') || (cursor.peek() == Some(b'-') && number.part.len() < 24)
        {
            let sign = if cursor.eat(b'.') { '.' } else { '-' };
            cursor.skip(b"-");
            number.part.push(sign);
            number
                .part
                .push_str(&cursor.alphanumerics().to_ascii_uppercase());
        }
        return Some(());
    }
    let letters = cursor.letters();
    if letters.len() > 4
        || (letters.len() > 1
            && !context.whole()
            && letters.bytes().any(|byte| byte.is_ascii_lowercase()))
    {
        return None;
    }
    number.base.push_str(&letters.to_ascii_uppercase());
    if !letters.is_empty() {
        if cursor.blanks() {
            // These glue the letter to the figures: `B16.5`, `J429`, `D1.1`.
            if !matches!(number.body.code(), "ASME" | "SAE" | "AWS") {
                number.base.push(' ');
            }
        } else if cursor.peek() == Some(b'-')
            && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit())
        {
            cursor.eat(b'-');
            number.base.push('-');
        }
    }
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    number.base.push_str(digits);
    suffix(cursor, &mut number.base);
    for _ in 0..12 {
        let item = cursor.attempt(|cursor| {
            let sign = cursor
                .peek()
                .filter(|byte| matches!(byte, b'.' | b'-' | b'/'))?;
            cursor.eat(sign);
            let item = cursor.alphanumerics();
            let digits = item.bytes().filter(u8::is_ascii_digit).count();
            let fits = (digits > 0 && item.len() - digits <= 2)
                || (sign == b'-'
                    && (1..=2).contains(&item.len())
                    && item.bytes().all(|byte| byte.is_ascii_uppercase()));
            // `/A2:2019` is a supplement, not a part.
            let supplement =
                sign == b'/' && !item.starts_with(|letter: char| letter.is_ascii_digit());
            (fits && !supplement && item.len() <= 8).then_some((sign, item))
        });
        let Some((sign, item)) = item else { break };
        number.part.push(char::from(sign));
        number.part.push_str(&item.to_ascii_uppercase());
    }
    Some(())
}

fn suffix(cursor: &mut Cursor<'_>, base: &mut String) {
    let letters = cursor.attempt(|cursor| {
        let letters = cursor.letters();
        (letters.len() <= 2 && cursor.at_boundary()).then_some(letters)
    });
    if let Some(letters) = letters {
        base.push_str(&letters.to_ascii_uppercase());
    }
}

fn date(cursor: &mut Cursor<'_>, mark: Mark, context: Context) -> Option<Date> {
    let spaced_hyphen = cursor.attempt(|cursor| {
        if !context.whole() || !cursor.blanks() || !cursor.eat(b'-') {
            return None;
        }
        cursor.blanks();
        full_year(cursor.digits())
    });
    if let Some(year) = spaced_hyphen {
        return Some(printed(mark, year, None));
    }
    let colon = super::tail::colon_date(cursor, context).or_else(|| {
        cursor.attempt(|cursor| {
            // `CSA C22.2 No. 60335-1:16`
            if !cursor.eat(b':') {
                return None;
            }
            let digits = cursor.digits();
            let value = year(digits).filter(|_| digits.len() == 2)?;
            Some(Date {
                year: value,
                month: None,
                text: format!(":{digits}"),
            })
        })
    })?;
    if colon.text.len() == 3 {
        return Some(colon);
    }
    Some(printed(mark, colon.year, colon.month))
}

/// Turns a last group that looks like a year into the date.
fn last_group(number: &mut Number, mark: Mark) {
    let Some((before, last)) = number.part.rsplit_once('-') else {
        return;
    };
    let length = before.len();
    if let Some(value) = full_year(last) {
        number.part.truncate(length);
        number.date = Some(printed(mark, value, None));
        return;
    }
    if let Some((earlier, digits)) = before.rsplit_once('-')
        && let (Some(value), Some(month)) =
            (full_year(digits), month(last).filter(|_| last.len() == 2))
    {
        let length = earlier.len();
        number.part.truncate(length);
        number.date = Some(printed(mark, value, Some(month)));
        return;
    }
    if mark == Mark::Hyphen
        && last.len() == 2
        && let Some(value) = year(last)
    {
        let text = format!("-{last}");
        number.part.truncate(length);
        number.date = Some(Date {
            year: value,
            month: None,
            text,
        });
    }
}

fn printed(mark: Mark, year: u16, month: Option<u8>) -> Date {
    let sign = if mark == Mark::Colon { ':' } else { '-' };
    let text = match month {
        Some(month) => format!("{sign}{year}-{month:02}"),
        None => format!("{sign}{year}"),
    };
    Date { year, month, text }
}
