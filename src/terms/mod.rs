//! The bilingual term base: what a Chinese query is called in English, and the other way round.
//!
//! The catalogues of ISO and IEC hold English and French only, while most who ask write Chinese. A
//! machine translation would choose one rendering and hide the rest; here every concept of the query
//! keeps *all* its renderings as one synonym class (Pirkola 1998, "The effects of query structure
//! and dictionary setups in dictionary-based cross-language information retrieval"), and the
//! catalogue decides which of them occur together.
//!
//! - [`TermBase`] holds three sources, in order of trust: curated vocabularies by field, pairs
//!   [learned](learn) from bilingual titles, a general dictionary.
//! - [`TermBase::translate_query`] cuts the text by dynamic programming and gives a
//!   [`StructuredQuery`] of weighted concepts, each with the bytes it came from.
//! - [`spelling`] brings British and American forms, plurals and case to one key.
//!
//! Text is expected in Simplified characters; the caller converts. All functions are pure.

mod dictionary;
mod english;
pub mod learn;
mod lexicon;
mod segmenter;
pub mod spelling;
mod structured_query;
mod term_base;
mod translation;

pub use structured_query::{Concept, StructuredQuery};
pub use term_base::TermBase;
pub use translation::{Origin, Translation};
