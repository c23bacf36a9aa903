//! Looking a prefix up.
//!
//! No prefix has more than eight bytes, so each is one machine word whose order is the order of the
//! table, and a search compares words. A hash map was turned down: it would have to be asked for
//! every length as well, and the rows of one prefix lie side by side only in the sorted table.

use super::bodies::{PREFIXES, PrefixRow, packed};

/// The longest prefix of the table, in bytes of its folded form.
const LONGEST: usize = 8;

/// The word of each row of [`PREFIXES`].
static KEYS: [u64; PREFIXES.len()] = {
    let mut keys = [0; PREFIXES.len()];
    let mut index = 0;
    while index < keys.len() {
        keys[index] = packed(PREFIXES[index].prefix);
        index += 1;
    }
    keys
};

/// The rows of one prefix.
pub(super) fn rows(prefix: &str) -> &'static [PrefixRow] {
    if prefix.len() > LONGEST {
        return &[];
    }
    rows_of(packed(prefix))
}

fn rows_of(key: u64) -> &'static [PrefixRow] {
    let start = KEYS.partition_point(|row| *row < key);
    let length = KEYS[start..].iter().take_while(|row| **row == key).count();
    &PREFIXES[start..start + length]
}

/// The prefixes that begin at an offset, the longest first, each with its length in the text.
pub(super) fn lengths(
    text: &str,
    start: usize,
) -> impl Iterator<Item = (usize, &'static [PrefixRow])> {
    let bytes = &text.as_bytes()[start..];
    let mut keys = [0_u64; LONGEST + 1];
    let mut lengths = [0_usize; LONGEST + 1];
    let mut length = 0;
    let mut position = 0;
    // `I.S.` and `U.A.E.S` are written with dots, `3GPP` begins with a digit.
    while length < LONGEST {
        match bytes.get(position) {
            Some(byte) if byte.is_ascii_alphabetic() || (position == 0 && *byte == b'3') => {
                let letter = u64::from(byte.to_ascii_uppercase());
                let place = 8 * (LONGEST - 1 - length);
                keys[length + 1] = keys[length] | (letter << place);
                length += 1;
                position += 1;
                lengths[length] = position;
            }
            Some(b'.') if length == 1 && position == 1 && bytes.get(3) == Some(&b'.') => {
                position += 1;
            }
            _ => break,
        }
    }
    let spoken = text[start..].starts_with(SPOKEN);
    let spoken = spoken.then(|| (SPOKEN.len(), rows(SPOKEN)));
    spoken
        .into_iter()
        .chain((1..=length).rev().filter_map(move |length| {
            let rows = rows_of(keys[length]);
            (!rows.is_empty()).then_some((lengths[length], rows))
        }))
}

/// The one prefix that is a Chinese word.
const SPOKEN: &str = "国标";

#[cfg(test)]
mod tests {
    use super::{KEYS, lengths, rows};

    #[test]
    fn the_table_is_in_the_order_of_its_words() {
        assert!(KEYS.is_sorted());
    }

    #[test]
    fn longer_prefixes_come_before_their_beginnings() {
        let found: Vec<(usize, &str)> = lengths("gbz 1", 0)
            .map(|(length, rows)| (length, rows[0].head))
            .collect();
        assert_eq!(found, [(3, "GBZ"), (2, "GB"), (1, "ASTM")]);
        assert_eq!(lengths("国标19001", 0).count(), 1);
        assert_eq!(
            lengths("I.S. EN 206", 0).next().map(|(length, _)| length),
            Some(3)
        );
        assert!(rows("NO SUCH BODY").is_empty());
        assert_eq!(rows("KS").len(), 2);
    }
}
