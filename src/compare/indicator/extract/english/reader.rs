//! Goes through the readings of a sentence in order.

use std::ops::Range;

use super::sentence::Verb;
use super::wording::split_each;
use crate::compare::indicator::extract::context::{Carry, Sentence, invert, with_modal};
use crate::compare::indicator::extract::phrases::Role;
use crate::compare::indicator::extract::reading::{Form, Reading};
use crate::compare::indicator::extract::{subject, words};
use crate::compare::indicator::{Indicator, Limit};

/// A sentence with what was found out about all of it.
pub(super) struct Reader<'s, 'a> {
    pub(super) sentence: &'s Sentence<'a>,
    pub(super) verbs: Vec<(Verb, Range<usize>)>,
    pub(super) forbidden: bool,
}

/// What the words around one reading say about it.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) parameter: String,
    pub(super) conditions: Vec<String>,
    pub(super) limit: Option<Limit>,
}

impl Reader<'_, '_> {
    pub(super) fn text(&self) -> &str {
        self.sentence.text
    }

    pub(super) fn read(&self, carry: &mut Carry) -> Vec<Indicator> {
        let mut found: Vec<Indicator> = Vec::new();
        let mut from = 0;
        let mut last: Option<&Reading> = None;
        for (place, reading) in self.sentence.readings.iter().enumerate() {
            let statement = self.forbidden(from, reading);
            let statement = statement.or_else(|| match last {
                Some(previous) => self
                    .continued(previous, reading, carry, &found)
                    .or_else(|| self.stated(from, reading, carry)),
                None => self.stated(from, reading, carry),
            });
            let Some(mut statement) = statement else {
                continue;
            };
            let limit = statement
                .limit
                .take()
                .unwrap_or_else(|| reading.limit.clone());
            let limit = self.with_negative_subject(from, reading, limit);
            let next = self
                .sentence
                .readings
                .get(place + 1)
                .map_or(self.text().len(), |r| r.span.start);
            let (tail_condition, tail_object) = self.tail(reading.span.end, next);
            if let Some(object) = tail_object
                && (statement.parameter.is_empty() || self.contains_verb(from, reading))
            {
                if !statement.parameter.is_empty() {
                    statement
                        .conditions
                        .insert(0, std::mem::take(&mut statement.parameter));
                }
                statement.parameter = object;
            }
            statement.conditions.extend(tail_condition);
            if statement.parameter.is_empty() {
                statement.parameter = carry
                    .parameter
                    .clone()
                    .or_else(|| carry.heading.clone())
                    .unwrap_or_default();
            }
            let enumerated = words::listed_numbers(self.sentence, reading, self.text().len());
            let is_list = enumerated.is_some();
            let limit = enumerated.map_or(limit, Limit::Enumeration);
            let recommended = self
                .sentence
                .tokens_in(&(from..reading.span.start))
                .any(|token| matches!(token.role(), Some(Role::Should | Role::ShouldNot)));
            let condition =
                (!statement.conditions.is_empty()).then(|| statement.conditions.join(", "));
            for name in split_each(&statement.parameter, &self.text()[from..reading.span.start]) {
                let modal = with_modal(recommended);
                found.push(self.sentence.indicator(
                    name,
                    limit.clone(),
                    reading,
                    condition.clone(),
                    modal,
                ));
            }
            carry.parameter = Some(statement.parameter);
            from = reading.span.end;
            last = Some(reading);
            if is_list {
                break;
            }
        }
        found
    }

    /// `No individual value shall be less than 32 MPa`.
    fn with_negative_subject(&self, from: usize, reading: &Reading, limit: Limit) -> Limit {
        let clause = subject::without_label(&self.text()[from..reading.span.start]);
        let negative = clause.starts_with("No ")
            || clause.starts_with("None ")
            || clause.starts_with("Neither ");
        let own_not = self.text()[reading.span.clone()].starts_with("not ");
        if negative && !own_not && reading.form == Form::Compared {
            invert(&limit)
        } else {
            limit
        }
    }

    fn contains_verb(&self, from: usize, reading: &Reading) -> bool {
        let before = self.text()[from..reading.span.start].trim_end();
        let inside = &self.text()[reading.span.clone()];
        [
            " contain",
            " contains",
            " containing",
            " contain not",
            " release",
            " emit",
            " have",
            " leach",
            " includes",
        ]
        .iter()
        .any(|verb| before.ends_with(verb))
            || inside.contains("contain ")
            || inside.contains("release ")
    }
}
