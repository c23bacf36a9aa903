//! The manual on its way to a page: sections, their HTML, and looking for words in them.
//!
//! Markdown is rendered when it is asked for: a chapter takes well under a millisecond, and keeping the HTML would need a
//! copy a language. Markup in the Markdown is written as text, so that the manual cannot bring what the content security
//! policy forbids.

mod finding;
mod rendering;

pub(super) use finding::{Found, find};
pub(super) use rendering::{Rendered, render};

use corpora::manual::{self, Chapter};

use crate::model::Language;

/// Returns the chapters in a language.
pub(super) fn chapters(language: Language) -> &'static [Chapter] {
    match language {
        Language::Zh => manual::zh(),
        Language::En => manual::en(),
    }
}
