//! A reading with a verb of its own, or in a text without verbs.

use std::ops::Range;

use super::operating::operating;
use super::reader::{Found, Reader};
use super::sentence::Verb;
use super::wording::{
    Relation, is_generic, is_subordinate, relation, split_subject, strip_limit_words, subject_name,
};
use crate::compare::indicator::Limit;
use crate::compare::indicator::extract::context::{Carry, Hint, invert};
use crate::compare::indicator::extract::reading::{Form, Reading};
use crate::compare::indicator::extract::words;

impl Reader<'_, '_> {
    /// A reading with a verb of its own, or in a text without verbs.
    pub(super) fn stated(&self, from: usize, reading: &Reading, carry: &Carry) -> Option<Found> {
        let start = reading.span.start;
        let in_clause = |range: &Range<usize>| range.start >= from && range.end <= start;
        let verb = self.verbs.iter().rev().find(|(_, range)| in_clause(range));
        let Some((_, verb)) = verb else {
            if self
                .verbs
                .iter()
                .any(|(verb, range)| *verb == Verb::Modal && range.start > start)
            {
                return None;
            }
            return self.verbless(from, reading, carry);
        };
        let between = self.text()[verb.end..start].trim();
        if let Some(found) = instrumental(between, reading) {
            return Some(found);
        }
        let subject = &self.text()[self.clause_start(from, verb.start)..verb.start];
        if let Some(found) = operating(subject, between, reading) {
            return Some(found);
        }
        if is_subordinate(between) && !Self::is_duration(between, reading) {
            return None;
        }
        if Self::is_duration(between, reading) {
            return (reading.form != Form::Bare).then(|| Found {
                parameter: "duration".to_owned(),
                ..Found::default()
            });
        }
        let relation = relation(between);
        let subject_text = Self::without_relative(subject);
        let (conditions, name) = split_subject(subject_text);
        let compared = matches!(reading.form, Form::Compared | Form::Suffixed);
        let (parameter, mut conditions, limit) = match relation {
            Relation::Direct => (name, conditions, Self::limit_of(reading, subject_text)),
            Relation::Object(object) => {
                let mut conditions = conditions;
                if !name.is_empty() && !is_generic(&name) {
                    conditions.push(name);
                }
                (object, conditions, Self::limit_of(reading, between))
            }
            Relation::Endures(object) => {
                let parameter = if object.is_empty() { name } else { object };
                let Limit::Equal(value) = reading.limit else {
                    let limit = Some(reading.limit.clone());
                    return Some(Found {
                        parameter,
                        conditions,
                        limit,
                    });
                };
                (parameter, conditions, Some(Limit::AtLeast(value)))
            }
            Relation::Other if compared => (name, conditions, Some(reading.limit.clone())),
            Relation::Other => return None,
        };
        let mut parameter = strip_limit_words(&parameter);
        if is_generic(&parameter) {
            parameter = carry
                .parameter
                .clone()
                .or_else(|| carry.heading.clone())
                .unwrap_or(parameter);
        }
        conditions.retain(|condition| !condition.is_empty());
        Some(Found {
            parameter,
            conditions,
            limit,
        })
    }

    /// `Average ≤ 0,5 %`, `Volume removed max. 175 mm³.`
    fn verbless(&self, from: usize, reading: &Reading, carry: &Carry) -> Option<Found> {
        let before = &self.text()[from..reading.span.start];
        let trimmed = before.trim_end();
        let labelled = trimmed.ends_with([':', '='])
            || words::hint(trimmed).is_some()
            || carry.bound.is_some();
        if is_subordinate(trimmed) && !trimmed.ends_with(':') {
            return None;
        }
        let pure = matches!(reading.limit, Limit::Tolerance { nominal, .. } if nominal.is_zero());
        let stands = match reading.form {
            Form::Compared | Form::Suffixed => true,
            Form::Tolerance => pure || labelled,
            Form::Spread => labelled,
            Form::Bare => labelled && trimmed.len() < 80,
        };
        if !stands || before.contains(" page ") || before.contains("(continued)") {
            return None;
        }
        let (conditions, name) = split_subject(before);
        let limit = match (&reading.limit, reading.form) {
            (Limit::Equal(value), Form::Bare) => Some(
                words::hint(trimmed)
                    .or(carry.bound)
                    .unwrap_or(Hint::Exact)
                    .limit(*value),
            ),
            _ => None,
        };
        let parameter = strip_limit_words(&name);
        let anonymous =
            parameter.is_empty() && carry.parameter.is_none() && carry.heading.is_none();
        (!anonymous).then_some(Found {
            parameter,
            conditions,
            limit,
        })
    }

    fn limit_of(reading: &Reading, words: &str) -> Option<Limit> {
        let Limit::Equal(value) = reading.limit else {
            return None;
        };
        if reading.form != Form::Bare {
            return None;
        }
        let hint = words::hint(words).unwrap_or(Hint::Exact);
        Some(hint.limit(value))
    }

    pub(super) fn is_duration(between: &str, reading: &Reading) -> bool {
        let time = reading.unit.as_ref().is_some_and(|unit| {
            unit.dimension().exponents == [0, 0, 1, 0, 0, 0, 0] && unit.dimension().scale.is_empty()
        });
        let for_time = between == "for" || between.ends_with(" for");
        time && for_time && matches!(reading.form, Form::Compared | Form::Suffixed)
    }

    /// The start of the clause that the verb at `verb` belongs to.
    fn clause_start(&self, from: usize, verb: usize) -> usize {
        let before = &self.text()[from..verb];
        let mut start = 0;
        let has_verb = |end: usize| {
            self.verbs
                .iter()
                .any(|(_, range)| range.start >= from && range.end <= from + end)
        };
        for joint in [
            ", and ",
            ", but ",
            ", while ",
            ", whereas ",
            "; ",
            " and the ",
            " while the ",
            ", or ",
            ". ",
        ] {
            for (at, _) in before.match_indices(joint) {
                if (from > 0 || has_verb(at)) && at + joint.len() > start {
                    start = at + joint.len();
                }
            }
        }
        from + start
    }

    /// `a lead content that is not in excess of …`: the noun before `that`.
    fn without_relative(text: &str) -> &str {
        let trimmed = text.trim_end();
        let Some(head) = trimmed
            .strip_suffix(" that")
            .or_else(|| trimmed.strip_suffix(" which"))
        else {
            return text;
        };
        let starts = [
            " have ",
            " has ",
            " contain ",
            " having ",
            " with ",
            " exhibit ",
        ];
        let start = starts
            .iter()
            .filter_map(|verb| head.rfind(verb).map(|at| at + verb.len()))
            .max();
        start.map_or(head, |start| &head[start..])
    }
}

/// `open with a force of not more than 67 N` limits the force.
fn instrumental(between: &str, reading: &Reading) -> Option<Found> {
    if !matches!(reading.form, Form::Compared) {
        return None;
    }
    let start = [
        " with a ",
        " with an ",
        " at a ",
        " under a ",
        " by a ",
        " at an ",
    ]
    .iter()
    .filter_map(|word| between.rfind(word).map(|at| at + word.len()))
    .max()?;
    let name = subject_name(&between[start..]);
    let verb = &between[..start];
    let plain = name.split(' ').count() <= 4
        && !name.is_empty()
        && !words::is_procedure(verb.trim_start_matches("not "));
    let negative = between.starts_with("not ");
    let limit = if negative {
        invert(&reading.limit)
    } else {
        reading.limit.clone()
    };
    plain.then(|| Found {
        parameter: name,
        conditions: Vec::new(),
        limit: Some(limit),
    })
}
