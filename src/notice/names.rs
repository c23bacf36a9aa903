//! Names of the entries of the form's lists, in the reader's language.

use corpora::notifications::{self, TermList};

use crate::model::{AddendumReason, Language};

/// Returns an objective in the reader's language; verbatim where the list does not have it.
pub fn objective(written: &str, language: Language) -> String {
    let term = notifications::by_name(TermList::Objective, written);
    let name = term.map(|term| language.pick(&term.name_zh, &term.name_en));
    name.unwrap_or(written).to_owned()
}

/// Returns why an addendum was made, in the reader's language.
pub fn reason(kind: AddendumReason, language: Language) -> String {
    let term = notifications::term(TermList::Reason, kind.code());
    let name = term.map(|term| language.pick(&term.name_zh, &term.name_en));
    name.unwrap_or(kind.code()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_name_in_both_languages_and_unknown_objectives_stay() {
        for kind in AddendumReason::ALL {
            assert_ne!(reason(kind, Language::Zh), kind.code());
            assert_ne!(reason(kind, Language::Zh), reason(kind, Language::En));
        }
        assert_eq!(
            objective("Quality requirements (TBT)", Language::Zh),
            "质量要求"
        );
        assert_eq!(objective("World peace", Language::Zh), "World peace");
    }
}
