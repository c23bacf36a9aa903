//! Help while typing: numbers, products, terms and frequent phrases of titles that begin like what was typed.
//!
//! A keystroke has a few milliseconds, so nothing is asked of store or index: a [`List`] of keys, sorted once, is searched
//! by halving and the best of the range are kept. A key is a name without case, width, blanks and signs, so that
//! `gbt19`, `GB/T 19` and `ＧＢ／Ｔ １９` meet the same numbers; Chinese names have their pinyin and its initials as
//! further keys. The list is made in the background from the store, after the start and after changes, and swapped
//! whole; until it is there the answer is empty and says so.
//!
//! A finite-state transducer was turned down: it would be a third smaller, but the best of a short beginning could then
//! only be found by walking everything below it.

mod built;
mod key;
mod list;
mod phrases;
mod suggester;
mod suggestion;

pub use built::{BuildReport, build};
pub use list::List;
pub use suggester::Suggester;
pub use suggestion::{Suggested, Suggestion, Suggestions};
