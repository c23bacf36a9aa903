//! The words behind a limit, and sentences that limit in words alone.

use super::reader::Reader;
use super::sentence::Verb;
use super::wording::{split_subject, subject_name};
use crate::compare::indicator::extract::context::Carry;
use crate::compare::indicator::extract::{subject, words};
use crate::compare::indicator::{Indicator, Limit};

impl Reader<'_, '_> {
    /// The words behind a limit: a condition (`for toys`), or the thing contained (`of any PAH`).
    pub(super) fn tail(&self, from: usize, next: usize) -> (Option<String>, Option<String>) {
        const CASES: &[&str] = &[
            "for ", "when ", "if ", "at ", "on ", "in ", "under ", "after ", "during ", "where ",
            "from ", "over ", "with ", "between ",
        ];
        let tail = &self.text()[from..next];
        let end = tail
            .find([';', '\n'])
            .into_iter()
            .chain(
                [", and ", ", but ", " and the ", " and ", ", while "]
                    .iter()
                    .filter_map(|w| {
                        tail.find(w)
                            .filter(|at| next < self.text().len() || *w != " and " || *at == 0)
                    }),
            )
            .min()
            .unwrap_or(tail.len());
        let tail = tail[..end].trim().trim_end_matches(['.', ',']).trim();
        let tail = tail
            .strip_prefix("by weight")
            .or_else(|| tail.strip_prefix("by mass"))
            .unwrap_or(tail)
            .trim_start();
        if let Some(object) = tail.strip_prefix("of ") {
            let cut = [" for ", " in ", " when ", ", "]
                .iter()
                .filter_map(|w| object.find(w))
                .min();
            let name = cut.map_or(object, |at| &object[..at]);
            return (
                cut.map(|at| object[at..].trim_matches([',', ' ']).to_owned()),
                Some(subject_name(name)),
            );
        }
        let case = CASES.iter().any(|word| tail.starts_with(word));
        let condition = case.then(|| tail.trim_start_matches("for ").to_owned());
        (condition.filter(|text| text.len() < 160), None)
    }

    /// A sentence with a modal verb and no numeric limit.
    pub(super) fn in_words(&self, carry: &Carry) -> Option<Indicator> {
        let text = self.text();
        let (_, verb) = self.verbs.iter().find(|(verb, _)| *verb == Verb::Modal)?;
        let predicate = text[verb.end..].trim().trim_end_matches('.').trim();
        let (conditions, name) = split_subject(&text[..verb.start]);
        let negative = subject::without_label(text).starts_with("No ");
        let modal_word = text[verb.start..verb.end].to_ascii_lowercase();
        let span = self.sentence.offset + verb.start..self.sentence.offset + text.trim_end().len();
        let modal = words::recommends(self.sentence, &(0..text.len()));
        if let Some(values) = words::alternatives(predicate) {
            let parameter = if predicate.contains("be of") || predicate.contains("made") {
                format!("{name} material")
            } else {
                name
            };
            let condition = (!conditions.is_empty()).then(|| conditions.join(", "));
            return Some(Indicator {
                parameter,
                limit: Limit::Enumeration(values),
                unit: None,
                condition,
                method: None,
                modal,
                span,
            });
        }
        let positive = predicate.strip_prefix("not ").unwrap_or(predicate);
        if words::is_procedure(positive) || predicate.is_empty() || predicate.ends_with(':') {
            return None;
        }
        let cut = [" when ", " after ", " if ", " during "]
            .iter()
            .filter_map(|word| predicate.find(word))
            .min();
        let core = cut.map_or(predicate, |at| predicate[..at].trim_end_matches(','));
        let words = if negative {
            let word = if modal_word == "may" {
                "must"
            } else {
                modal_word.as_str()
            };
            format!("{word} not {core}")
        } else {
            format!("{modal_word} {core}")
        };
        let mut conditions = conditions;
        conditions.extend(cut.map(|at| predicate[at..].trim().to_owned()));
        let parameter = carry
            .heading
            .clone()
            .filter(|heading| heading.len() < 60)
            .unwrap_or(name);
        let condition = (!conditions.is_empty()).then(|| conditions.join(", "));
        (!parameter.is_empty()).then_some(Indicator {
            parameter,
            limit: Limit::Qualitative(words),
            unit: None,
            condition,
            method: None,
            modal,
            span,
        })
    }
}
