//! The directives of ISO and IEC, whose numbers follow rules of their own.

use super::prefix::Prefix;
use crate::number::Body;
use crate::number::bodies::PrefixRow;
use crate::number::cursor::Cursor;
use crate::number::date::{full_year, month};
use crate::number::grammar::{Context, Outcome, tail};
use crate::number::number::Number;

/// Reads `ISO/IEC DIR 1 ISO SUP:2022`, `ISO/IEC Directives, Part 1:2022`.
pub(super) fn directives(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    prefix: &Prefix,
    context: Context,
) -> Option<Outcome> {
    cursor.skip(b" ,-");
    if cursor.word("PART") {
        cursor.blanks();
    }
    let body = Body::from_code(prefix.publishers.first()?)?;
    let mut words: Vec<String> = vec![cursor.digits().to_owned()];
    while context.whole() {
        cursor.skip(b" ,+-");
        let word = cursor.alphanumerics().to_ascii_uppercase();
        match word.as_str() {
            "" => break,
            "SUPPLEMENT" => words.push("SUP".to_owned()),
            "CONSOLIDATED" => words.push("CONS".to_owned()),
            "EDITION" => words.push("ED".to_owned()),
            _ => words.push(word),
        }
        if words.len() > 8 {
            return None;
        }
    }
    words.retain(|word| !word.is_empty());
    if words.is_empty() {
        return None;
    }
    let mut number = Number::new(
        body,
        format!("{} DIR", prefix.publishers.join("/")),
        words.join(" "),
    );
    number.date = cursor.attempt(|cursor| {
        if !cursor.eat(b':') {
            return None;
        }
        let year = full_year(cursor.digits())?;
        let month = cursor.attempt(|cursor| {
            if cursor.eat(b'-') {
                month(cursor.digits())
            } else {
                None
            }
        });
        Some(tail::colon(year, month))
    });
    Some(Outcome::new(number, row).marked())
}
