//! Numbers in running text.
//!
//! One pass over the folded text: a word that begins like a known prefix and is followed by a digit
//! within a few characters is handed to the grammars; everything else is skipped. The grammars read
//! at most a bounded stretch, so the time grows with the length of the text only.
//!
//! Lists name the prefix once, `ISO 9001, 14001 和 45001`, so behind each mention the scanner looks
//! for further numbers of the same prefix (`listing`). What begins like a number and breaks off,
//! `ISO 9001:20155`, is a mention too, with the reason why it cannot be read (`unreadable`).

mod code_points;
mod listing;
mod mention;
mod plausible;
mod scanner;
mod unreadable;

pub use mention::Mention;
pub use scanner::scan;

/// Gives the byte as typed at an offset of the stretch in hand.
///
/// Folding makes a full-width comma plain and a line break a blank, and both matter here.
trait Typed: Fn(usize) -> Option<u8> + Copy {}

impl<Look: Fn(usize) -> Option<u8> + Copy> Typed for Look {}
