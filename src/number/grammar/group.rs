//! Chinese group and enterprise standards.

use super::super::Rule;
use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::full_year;
use super::super::number::Number;
use super::chinese::{self, dash};
use super::{Context, Outcome, body_of};

/// Reads `T/CAS 123-2020`, `T/31SCTA 008.1-2021`.
pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let slash = joint(cursor, context)?;
    let owner = owner(cursor)?;
    let mut number = Number::new(body_of(row)?, format!("T/{owner}"), "");
    chinese::digits(cursor, &mut number, context, false)?;
    chinese::ending(cursor, &mut number, context);
    if slash == Joint::Other && number.date.is_none() {
        return None;
    }
    let outcome = Outcome::new(number, row);
    Some(if outcome.number.date.is_some() {
        outcome
    } else {
        outcome.adjust(-0.2)
    })
}

/// What stands between `T` or `Q` and the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Slash,
    /// A blank, hyphen or underscore, as in `T CAS 123-2020`; file names cannot hold a slash.
    Other,
}

fn joint(cursor: &mut Cursor<'_>, context: Context) -> Option<Joint> {
    let blank = cursor.blanks();
    if cursor.eat(b'/') {
        cursor.blanks();
        return Some(Joint::Slash);
    }
    let sign = cursor.eat(b'-') || cursor.eat(b'_');
    let letters = cursor.rest().bytes().take_while(u8::is_ascii_alphabetic);
    ((blank || sign) && context.whole() && letters.count() >= 2).then_some(Joint::Other)
}

/// Reads the code of the association, whose length is free and which may begin with digits.
fn owner(cursor: &mut Cursor<'_>) -> Option<String> {
    let start = cursor.position();
    let code = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'/');
    let letters = code.bytes().rposition(|byte| byte.is_ascii_alphabetic())?;
    // The number may be glued to the code; a blank tells that digits belong to the code.
    let code = if cursor.peek() == Some(b' ')
        && cursor.peek_at(1).is_some_and(|byte| byte.is_ascii_digit())
    {
        code
    } else {
        &code[..=letters]
    };
    if code.len() < 2 || code.len() > 16 {
        return None;
    }
    cursor.move_to(start + code.len());
    Some(code.to_ascii_uppercase())
}

/// Reads `Q/CSG 411002-2012` and whatever else an enterprise made up.
pub(super) fn enterprise(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let slash = joint(cursor, context)?;
    let start = cursor.position();
    let plain = cursor.attempt(|cursor| {
        let owner = cursor.letters();
        if owner.is_empty() || owner.len() > 12 {
            return None;
        }
        let mut number = Number::new(
            body_of(row)?,
            format!("Q/{}", owner.to_ascii_uppercase()),
            "",
        );
        chinese::digits(cursor, &mut number, context, false)?;
        let done = cursor.at_end() || !context.whole();
        (done && number.date.is_some()).then_some(number)
    });
    if let Some(number) = plain {
        return Some(Outcome::new(number, row));
    }
    if !context.whole() || slash == Joint::Other {
        return None;
    }
    cursor.move_to(start);
    let text: Vec<&str> = cursor.rest().split_whitespace().collect();
    cursor.move_to(start + cursor.rest().len());
    let text = text.join(" ");
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digit || text.chars().count() > 60 {
        return None;
    }
    let (rest, date) = match text.rsplit_once('-') {
        Some((rest, digits)) if !rest.is_empty() => match full_year(digits) {
            Some(value) => (rest, Some(dash(digits, value))),
            None => (text.as_str(), None),
        },
        _ => (text.as_str(), None),
    };
    // The owner ends at the last blank, or where the digits of the number begin.
    let split = rest.rfind(' ').unwrap_or_else(|| {
        let digits = rest
            .bytes()
            .rev()
            .take_while(|byte| byte.is_ascii_digit() || *byte == b'.');
        rest.len() - digits.count()
    });
    let (owner, base) = rest.split_at(split);
    let mut number = Number::new(body_of(row)?, format!("Q/{owner}"), base.trim_start());
    if !base.starts_with(' ') {
        number.gap = "";
    }
    if number.base.is_empty() {
        return None;
    }
    number.date = date;
    Some(Outcome::new(number, row).rule(Rule::FreeForm).adjust(-0.3))
}
