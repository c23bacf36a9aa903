//! Words that mean the same in Chinese and English.
//!
//! Comparison needs translations only to see that two clauses or two requirements speak of one thing,
//! so the interface is one question. The term base implements [`Lexicon`]; [`FieldVocabulary`] is the
//! small general vocabulary of clause headings that must work without any term base, and [`Layered`]
//! asks both.

mod field;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod lexicon;
mod meaning;
mod vocabulary;

pub use field::FieldVocabulary;
pub use lexicon::{Layered, Lexicon};
pub use meaning::{chinese_terms, shares_meaning, stem, stems};
