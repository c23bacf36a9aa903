//! The numbers of standards, read in any spelling and printed in one.
//!
//! Everything in the product hangs on numbers: records are joined by them, texts refer by them,
//! people search by them, and each body writes them in its own way. A hyphen leads to the year in
//! China and to the part at ISO; `/ISO 9001:2015` after a Chinese number is an identical adoption;
//! `/A1` is another document and `+A1` is not. So a number is a value here, made in one place:
//!
//! * [`Number`] is what a text means: body, number, part, edition, supplements, adoption. It prints
//!   in the canonical form of its body, and that form reads back as the same value (`fixpoint`).
//! * [`Reading`] pairs a number with the [`Rule`] that found it, because prefixes collide (`HB`,
//!   `DB`, `KS`, `IS`, `SS`): [`Number::readings`] ranks them, [`Number::parse`] takes the first.
//! * [`Family`] leaves the edition out; [`Number::kin`] also leaves nature and co-publishers out.
//! * [`scan()`] finds mentions in running text, also in lists that name the prefix once, and
//!   [`scan_symbols`] WTO document symbols.
//! * [`slug_of`] and [`unslug`] turn the number of any record into part of an address.
//!
//! A text is folded (`fold`), the prefix is looked up (`bodies`), and the grammars of all bodies
//! with that prefix are tried (`grammar`, with the BNF in `parser`). Regular expressions were
//! turned down: there would be one for each of thirty grammars, none would say why it failed, and
//! the shared pieces (dates, supplements, layers of adoption) could not be shared.

mod bodies;
mod body;
mod cursor;
mod date;
mod error;
mod family;
mod fixpoint;
mod fold;
mod grammar;
mod natural;
#[expect(
    clippy::module_inception,
    reason = "a file is named for its type, here for `Number`"
)]
mod number;
mod parser;
mod prefix;
mod reading;
mod scan;
pub mod slug;
mod supplement;
mod symbol;

pub use body::{Body, BodyKind};
pub use error::NumberError;
pub use family::Family;
pub use number::Number;
pub use reading::{Reading, Rule};
pub use scan::{Mention, scan};
pub use slug::{slug_of, unslug};
pub use supplement::{Binding, Supplement, SupplementKind};
pub use symbol::{Area, Suffix, SuffixKind, Symbol, SymbolError, SymbolMention, scan_symbols};
