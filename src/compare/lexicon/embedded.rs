//! The lexicon of the doors.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::{FieldVocabulary, Layered, Lexicon, Term};
use crate::terms::TermBase;

/// The field vocabulary, and the embedded term base for what it leaves.
///
/// It is what pages, interface and command line ask. The term base is loaded at the first question, so
/// a comparison of two numbers does not wait for it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Embedded;

static LAYERS: LazyLock<Layered<FieldVocabulary, &'static TermBase>> = LazyLock::new(|| Layered {
    first: FieldVocabulary,
    second: TermBase::embedded(),
});

impl Lexicon for Embedded {
    fn translations<'a>(&'a self, term: &str) -> Vec<Cow<'a, str>> {
        LAYERS.translations(term)
    }

    fn terms(&self, text: &str) -> Vec<Term<'_>> {
        LAYERS.terms(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn general_words_and_terms_of_the_field_are_both_known() {
        assert!(Embedded.translations("范围").contains(&Cow::from("scope")));
        assert!(
            Embedded
                .translations("色牢度")
                .contains(&Cow::from("colour fastness"))
        );
    }
}
