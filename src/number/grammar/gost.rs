//! GOST, GOST R and the metrological rules of the same region.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::date::{full_year, year};
use super::super::number::Number;
use super::super::parser;
use super::chinese::dash;
use super::tail;
use super::{Context, Outcome, body_of, european};

pub(super) fn read(
    cursor: &mut Cursor<'_>,
    row: &'static PrefixRow,
    context: Context,
) -> Option<Outcome> {
    let mut head = row.head.to_owned();
    if head == "GOST" {
        let russian = cursor.attempt(|cursor| {
            cursor.skip(b" -");
            cursor.whole_word("R").then_some(())
        });
        if russian.is_some() {
            head.push_str(" R");
        }
    }
    cursor.skip(b" -");
    let body = body_of(row)?;
    let start = cursor.position();
    if cursor.at_letter()
        && let Some((inner, end)) = parser::adoptable(
            cursor,
            Context {
                depth: context.depth + 1,
                ..context
            },
        )
    {
        cursor.move_to(end);
        let source = inner.undated();
        let mut number = european::wrap(body, &head, &head, " ", inner, source);
        // GOST prints a hyphen before the year also where the adopted body prints a colon.
        number.date = number
            .date
            .map(|date| dash(&date.year.to_string(), date.year));
        if number.date.is_none() {
            short_year(&mut number);
        }
        return Some(Outcome::new(number, row).marked());
    }
    cursor.move_to(start);
    let base = cursor.digits();
    if base.is_empty() || base.len() > 6 {
        return None;
    }
    let mut number = Number::new(body, head, base);
    loop {
        let group = cursor.attempt(|cursor| {
            let sign = cursor
                .peek()
                .filter(|byte| matches!(byte, b'.' | b'-' | b' '))?;
            if sign == b' ' {
                // `ГОСТ 14946 - 82`
                if !context.whole() {
                    return None;
                }
                cursor.blanks();
                if !cursor.eat(b'-') {
                    return None;
                }
                cursor.blanks();
            } else {
                cursor.eat(sign);
                if context.whole() {
                    cursor.blanks();
                }
            }
            let digits = cursor.digits();
            let sign = if sign == b'.' { '.' } else { '-' };
            (!digits.is_empty() && digits.len() <= 5).then_some((sign, digits))
        });
        let Some((sign, digits)) = group else { break };
        number.part.push(sign);
        number.part.push_str(digits);
    }
    if let Some(date) = tail::colon_date(cursor, context) {
        number.date = Some(dash(&date.year.to_string(), date.year));
    } else {
        short_year(&mut number);
    }
    if number.date.is_none() && context.whole() {
        let loose = cursor.attempt(tail::loose_date);
        number.date = loose.map(|date| dash(&date.year.to_string(), date.year));
    }
    let outcome = Outcome::new(number, row);
    Some(if outcome.number.base.len() > 2 {
        outcome.marked()
    } else {
        outcome
    })
}

/// Takes the last group after a hyphen as the year, with two or four digits.
fn short_year(number: &mut Number) {
    let Some((before, last)) = number.part.rsplit_once('-') else {
        return;
    };
    let value = if last.len() == 2 {
        year(last)
    } else {
        full_year(last)
    };
    if let Some(value) = value {
        let date = dash(last, value);
        let length = before.len();
        number.part.truncate(length);
        number.date = Some(date);
    }
}
