//! What follows the number in a catalogue line of IEEE.

use super::date::{date, printed};
use super::supplement::supplement;
use crate::number::cursor::Cursor;
use crate::number::grammar::{Context, Mode, tail};
use crate::number::number::Number;

/// Reads whatever follows in a text that is one catalogue line.
pub(super) fn rest(cursor: &mut Cursor<'_>, number: &mut Number, draft: bool) -> Option<()> {
    for _ in 0..40 {
        cursor.skip(b" ,");
        if cursor.at_end() {
            return Some(());
        }
        let byte = cursor.peek()?;
        if number.date.is_none()
            && byte == b'('
            && let Some(found) = cursor.attempt(tail::loose_date)
        {
            number.date = Some(printed(found.year, found.month, draft));
            continue;
        }
        if byte == b'(' || byte == b'[' {
            brackets(cursor);
            continue;
        }
        if let Some(found) = cursor.attempt(supplement) {
            number.supplements.push(found);
            continue;
        }
        if cursor
            .attempt(|cursor| {
                cursor.skip(b"- ");
                cursor.word("REDLINE").then_some(())
            })
            .is_some()
        {
            " - Redline".clone_into(&mut number.product);
            continue;
        }
        if let Some(mark) = cursor.attempt(draft_mark) {
            number.mark.push_str(&mark);
            continue;
        }
        if let Some(date) = cursor.attempt(|cursor| date(cursor, draft)) {
            number.date = Some(date);
            continue;
        }
        if byte == b':' {
            number.date = Some(tail::colon_date(
                cursor,
                Context {
                    mode: Mode::Whole,
                    depth: 0,
                },
            )?);
            continue;
        }
        if cursor.whole_word(".PDF") || cursor.word("TM") {
            continue;
        }
        leftover(cursor, number);
    }
    None
}

/// Passes a note in brackets, which may lack its end.
fn brackets(cursor: &mut Cursor<'_>) {
    let mut depth = 0_usize;
    for (index, byte) in cursor.rest().bytes().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            cursor.move_to(cursor.position() + index + 1);
            return;
        }
    }
    cursor.move_to(cursor.position() + cursor.rest().len());
}

/// Reads `/D12`, `_D26`, `/D-6-2019-04`, `/D3.0`.
fn draft_mark(cursor: &mut Cursor<'_>) -> Option<String> {
    if !cursor.skip(b"/_") {
        return None;
    }
    cursor.skip(b" ");
    if !cursor.word("D") {
        return None;
    }
    cursor.skip(b"-");
    let item = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
    let kept = item.trim_end_matches('.');
    cursor.move_to(cursor.position() - (item.len() - kept.len()));
    (!kept.is_empty()).then(|| format!("/D{kept}"))
}

/// Keeps a piece that no rule knows.
fn leftover(cursor: &mut Cursor<'_>, number: &mut Number) {
    let rest = cursor.rest();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let length = rest[first..]
        .find([' ', ',', '(', '[', '/', '_', ':'])
        .map_or(rest.len(), |end| end + first);
    let piece = rest[..length].trim_matches(['-', ' ']);
    cursor.move_to(cursor.position() + length);
    if !piece.is_empty() && piece != "/" && piece != "_" {
        let sign = if piece.starts_with('/') || piece.starts_with('_') {
            ""
        } else {
            " "
        };
        // What follows the date stays behind it, so that the line reads the same again.
        let place = if number.date.is_some() {
            &mut number.product
        } else {
            &mut number.mark
        };
        place.push_str(sign);
        place.push_str(piece);
    }
}
