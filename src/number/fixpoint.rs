//! The canonical form as a fixpoint: what a number prints reads back as that number.
//!
//! Records are joined by canonical forms, so a form that reads as something else would join the
//! wrong ones. Every reading is checked where it is made. Most texts are canonical already, and a
//! text that prints as itself needs no second look; any other is read once more. Proving each
//! grammar stable instead was tried and turned down: pieces that are harmless alone (a suffix, a
//! draft mark, a year in brackets) meet in ways no one foresees.

use std::fmt::{self, Write};

use super::{Number, parser};

/// How often a form is read again before it is given up.
const ROUNDS: usize = 3;

/// Moves a number to the fixpoint of its canonical form.
///
/// The text is the one of which the number is the best reading, if it is the best one of any. Gives whether there is one. Catalogue lines settle after a round, because what was a note on the
/// line becomes a mark of the number; a form that reads as a number of another body is refused.
pub(super) fn settle(number: &mut Number, text: Option<&str>) -> bool {
    if text.is_some_and(|text| prints(number, text)) {
        return true;
    }
    for _ in 0..ROUNDS {
        let Ok(mut readings) = parser::once(&number.to_string()) else {
            return false;
        };
        let best = parser::best(&readings);
        let again = readings.swap_remove(best).number;
        if again == *number {
            return true;
        }
        if again.body != number.body {
            return false;
        }
        *number = again;
    }
    false
}

/// Whether the canonical form of a number that is not the best reading has that reading at all.
pub(super) fn is_possible(number: &Number) -> bool {
    parser::once(&number.to_string())
        .is_ok_and(|readings| readings.iter().any(|reading| reading.number == *number))
}

/// Whether a number prints as exactly this text, without making its form.
pub(super) fn prints(number: &Number, text: &str) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{number}").is_ok() && rest.0.is_empty()
}

/// What is left of a text when all that was written to it agreed with its beginning.
struct Rest<'text>(&'text str);

impl Write for Rest<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(piece).ok_or(fmt::Error)?;
        Ok(())
    }
}
