//! Words that mean the same in Chinese and English.
//!
//! Comparison needs translations only to see that two clauses or two requirements speak of one thing,
//! so the interface is one question. The [`TermBase`](crate::terms::TermBase) implements [`Lexicon`];
//! [`FieldVocabulary`] is the small general vocabulary of clause headings that must work without any
//! term base, [`Layered`] asks two in turn, and [`Embedded`] is what the doors ask.

mod embedded;
mod field;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod lexicon;
mod meaning;
mod term_base;
mod vocabulary;

pub use embedded::Embedded;
pub use field::FieldVocabulary;
pub use lexicon::{Layered, Lexicon, Term};
pub use meaning::{shares_meaning, stem, stems};
