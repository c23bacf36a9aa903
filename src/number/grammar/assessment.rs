//! Conformity assessment systems of the IEC: `IECEE TRF 60335-2-22B:2009`, `IECQ 01:2014`.

use super::super::bodies::PrefixRow;
use super::super::cursor::Cursor;
use super::super::number::Number;
use super::tail::colon_date;
use super::{Context, Mode, Outcome, body_of};

pub(super) fn read(cursor: &mut Cursor<'_>, row: &'static PrefixRow) -> Option<Outcome> {
    let mut head = row.head.to_owned();
    for word in ["TRF", "OD", "QC", "GUIDE", "TR", "CISPR", "ISO", "IEC"] {
        let found = cursor.attempt(|cursor| {
            cursor.skip(b" -");
            cursor.whole_word(word).then_some(())
        });
        if found.is_some() {
            head.push(' ');
            head.push_str(word);
        }
    }
    cursor.skip(b" -");
    if !cursor.at_digit() {
        return None;
    }
    let item = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b',';
    let base = cursor.take_while(item).trim_end_matches(',');
    let mut number = Number::new(body_of(row)?, head, base.to_ascii_uppercase());
    while cursor.peek() == Some(b'-') && cursor.peek_at(1).is_some_and(item) {
        cursor.eat(b'-');
        number.part.push('-');
        // `v3A_ds` marks version, revision and data sheet; its case carries nothing.
        number
            .part
            .push_str(&cursor.take_while(item).to_ascii_uppercase());
    }
    number.date = colon_date(
        cursor,
        Context {
            mode: Mode::Prose,
            depth: 0,
        },
    );
    Some(Outcome::new(number, row).marked())
}
