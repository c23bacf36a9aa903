//! Amendment sheets: `/XG1-2020`, `第1号修改单`.

use crate::number::cursor::Cursor;
use crate::number::date::full_year;
use crate::number::supplement::{Binding, Supplement, SupplementKind};

/// Reads `/XG1-2020`, `XG1`, `第1号修改单`.
pub(super) fn amendment(cursor: &mut Cursor<'_>) -> Option<Supplement> {
    cursor.skip(b" ");
    let bracket = cursor.eat(b'(');
    let quote = cursor
        .rest()
        .chars()
        .next()
        .filter(|letter| matches!(letter, '《' | '〈'));
    cursor.move_to(cursor.position() + quote.map_or(0, char::len_utf8));
    cursor.skip(b"/+ ");
    let digits = if cursor.word("XG") {
        cursor.skip(b" ");
        cursor.digits().to_owned()
    } else {
        sheet(cursor)?
    };
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let date = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        if !cursor.skip(b"-:") {
            return None;
        }
        cursor.skip(b" ");
        full_year(cursor.digits())
    });
    let closing = cursor
        .rest()
        .chars()
        .next()
        .filter(|letter| matches!(letter, '》' | '〉'));
    cursor.move_to(cursor.position() + closing.map_or(0, char::len_utf8));
    if bracket {
        cursor.eat(b')');
    }
    let mut text = format!("/XG{digits}");
    if let Some(year) = date {
        text = format!("{text}-{year}");
    }
    Some(Supplement {
        kind: SupplementKind::Amendment,
        binding: Binding::Separate,
        number: digits,
        year: date,
        text,
    })
}

/// Reads `第1号修改单` and `第一号修改单`.
fn sheet(cursor: &mut Cursor<'_>) -> Option<String> {
    let rest = cursor.rest().strip_prefix('第')?;
    let rest = rest.trim_start_matches(' ');
    let figure = rest.chars().next()?;
    let spelt = "一二三四五六七八九".chars().position(|name| name == figure);
    let (digits, rest) = if let Some(index) = spelt {
        ((index + 1).to_string(), &rest[figure.len_utf8()..])
    } else {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        (rest[..length].to_owned(), &rest[length..])
    };
    let rest = rest.trim_start_matches(' ').strip_prefix('号')?;
    let rest = rest.trim_start_matches(' ').strip_prefix("修改单")?;
    cursor.move_to(cursor.position() + cursor.rest().len() - rest.len());
    Some(digits)
}
