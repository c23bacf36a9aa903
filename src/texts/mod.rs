//! Texts of records: the user's own documents, kept beside what catalogues say of them.
//!
//! [`document()`] brings a file to text beside the work of others, [`attach()`] keeps it, [`stored()`] gives it back together
//! with what may be shown of it. Standards are protected works: whoever shows anything asks the [`Rights`] of the text
//! first, `full` for running text, `facts` for single values, `metadata` for neither.
//!
//! [`Rights`]: crate::model::Rights

mod attach;
mod document;
mod error;
mod language;
mod stored;

pub use attach::{Attached, Paper, attach};
pub use document::document;
pub use error::TextsError;
pub use language::language_of;
pub use stored::{StoredText, stored};
