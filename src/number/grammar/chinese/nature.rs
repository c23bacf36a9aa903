//! The letters that say whether a Chinese standard binds, recommends or guides.

use crate::number::cursor::Cursor;

/// The letters that mark the nature of a standard after the slash.
///
/// `T` recommended, `Z` guidance; `B`, `C`, `TR` and `J` are older marks of single sectors.
const NATURES: [&str; 6] = ["TR", "T", "Z", "B", "C", "J"];

/// How the nature was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::number::grammar) enum Written {
    Slash,
    Blank,
    Glued,
}

/// Reads the nature in whatever way it was written.
pub(in crate::number::grammar) fn nature(
    cursor: &mut Cursor<'_>,
) -> Option<(&'static str, Written)> {
    let start = cursor.position();
    let blank = cursor.blanks();
    let slash = cursor.skip(b"/\\_");
    let hyphen = !slash
        && cursor
            .peek_at(1)
            .is_some_and(|byte| byte.is_ascii_alphabetic())
        && (cursor.eat(b'-') || cursor.eat(b'.'));
    cursor.blanks();
    let written = if slash || hyphen {
        Written::Slash
    } else if blank {
        Written::Blank
    } else {
        Written::Glued
    };
    for letters in NATURES {
        let here = cursor.position();
        if cursor.word(letters) && !cursor.at_letter() {
            let ends =
                cursor.at_digit() || matches!(cursor.peek(), Some(b' ' | b'-' | b'/' | b'.'));
            // Without the slash only T and Z are common enough to be meant.
            if ends && (written == Written::Slash || matches!(letters, "T" | "Z")) {
                return Some((letters, written));
            }
        }
        cursor.move_to(here);
    }
    if slash {
        // `DB13/ 2168-2020`: the slash of a nature that is not there.
        return None;
    }
    cursor.move_to(start);
    None
}
