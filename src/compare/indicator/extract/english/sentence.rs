//! A sentence: its verbs, its method, and what its reader finds.

use std::ops::Range;

use super::reader::Reader;
use crate::compare::indicator::Indicator;
use crate::compare::indicator::extract::context::{Carry, Sentence};
use crate::compare::indicator::extract::lexer::{Kind, Token};
use crate::compare::indicator::extract::phrases::Role;
use crate::compare::indicator::extract::{exclusion, subject};

/// Reads one sentence.
pub(in super::super) fn sentence(sentence: &Sentence<'_>, carry: &mut Carry) -> Vec<Indicator> {
    if exclusion::is_no_requirement(sentence.text) {
        return Vec::new();
    }
    let verbs = verbs(sentence);
    if verbs.is_empty() && sentence.readings.is_empty() {
        carry.heading = Some(subject::english(sentence.text).to_owned());
        return Vec::new();
    }
    carry.method = method(sentence);
    let reader = Reader {
        sentence,
        verbs,
        forbidden: exclusion::forbids(sentence.text),
    };
    let mut found = reader.read(carry);
    if found.is_empty() {
        found.extend(reader.in_words(carry));
    }
    if let Some(method) = &carry.method {
        for indicator in &mut found {
            indicator.method.get_or_insert_with(|| method.clone());
        }
    }
    found
}

/// `in accordance with ISO 148-1`: the first external standard the sentence tests by.
pub(super) fn method(sentence: &Sentence<'_>) -> Option<String> {
    const CUES: &[&str] = &[
        "accordance with",
        "according to",
        "per",
        "by",
        "using",
        "following",
        "method of",
        "specified in",
        "tested to",
        "to",
        "described in",
        "method",
        "conditions of",
        "(see",
        "(",
    ];
    sentence
        .tokens
        .iter()
        .filter(|token| token.kind == Kind::Reference)
        .find_map(|token| {
            let before = sentence.text[..token.start].trim_end();
            let cued = CUES.iter().any(|cue| before.ends_with(cue));
            let conforms = before.ends_with("comply with")
                || before.ends_with("conform to")
                || before.ends_with("requirements of");
            (cued && !conforms).then(|| sentence.text[token.start..token.end].to_owned())
        })
}

/// What a verb does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Modal,
    Link,
}

pub(super) fn verbs(sentence: &Sentence<'_>) -> Vec<(Verb, Range<usize>)> {
    let mut verbs: Vec<(Verb, Range<usize>)> = Vec::new();
    let negative_start = sentence.text.trim_start().starts_with("No ")
        || subject::without_label(sentence.text).starts_with("No ");
    for token in &sentence.tokens {
        let verb = match token.role() {
            Some(Role::Shall | Role::Should) => Verb::Modal,
            Some(Role::May) if negative_start || followed_by_not(sentence, token) => Verb::Modal,
            Some(Role::Copula) => Verb::Link,
            _ => continue,
        };
        let joined = verbs.last().is_some_and(|(last, range)| {
            *last == Verb::Modal
                && sentence.text[range.end..token.start]
                    .trim()
                    .trim_start_matches("not")
                    .trim()
                    .is_empty()
        });
        if !joined {
            verbs.push((verb, token.start..token.end));
        }
    }
    verbs
}

fn followed_by_not(sentence: &Sentence<'_>, token: &Token) -> bool {
    sentence.text[token.end..].trim_start().starts_with("not ")
}
