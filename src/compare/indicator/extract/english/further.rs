//! A further value of the same statement, and what is forbidden beyond a value.

use super::reader::{Found, Reader};
use super::wording::{is_case, is_subordinate, strip_limit_words};
use crate::compare::indicator::extract::context::{Carry, invert, same_relation};
use crate::compare::indicator::extract::reading::{Form, Reading};
use crate::compare::indicator::extract::subject;
use crate::compare::indicator::{Indicator, Limit};

impl Reader<'_, '_> {
    /// `… and 2.5 mg/kg for other foods`: a second value of the same statement.
    pub(super) fn continued(
        &self,
        previous: &Reading,
        reading: &Reading,
        carry: &Carry,
        found: &[Indicator],
    ) -> Option<Found> {
        let between = &self.text()[previous.span.end..reading.span.start];
        if self
            .verbs
            .iter()
            .any(|(_, range)| range.start >= previous.span.end && range.end <= reading.span.start)
        {
            return None;
        }
        let trimmed = between.trim();
        let last_word = trimmed.rsplit([' ', ',']).next().unwrap_or_default();
        let joint = trimmed.is_empty()
            || matches!(last_word, "and" | "or" | "but" | "")
            || trimmed.ends_with([',', ':']);
        if reading.form != Form::Bare {
            if Self::is_duration(trimmed, reading) {
                return Some(Found {
                    parameter: "duration".to_owned(),
                    ..Found::default()
                });
            }
            let passed_over = trimmed.contains(|c: char| c.is_ascii_digit());
            if is_subordinate(trimmed) && (!joint || passed_over) {
                return None;
            }
            if joint {
                let parameter = carry.parameter.clone().unwrap_or_default();
                return Some(Found {
                    parameter,
                    ..Found::default()
                });
            }
            let name = subject::english(trimmed.trim_start_matches([',', ' ']));
            let parts: Vec<&str> = name.rsplitn(2, " and ").collect();
            let name = subject::english(parts.first().copied().unwrap_or(name));
            if is_case(name) || name.starts_with("for ") {
                let parameter = carry.parameter.clone().unwrap_or_default();
                return Some(Found {
                    parameter,
                    conditions: vec![name.to_owned()],
                    limit: None,
                });
            }
            return Some(Found {
                parameter: strip_limit_words(name),
                ..Found::default()
            });
        }
        let same_unit = previous.unit == reading.unit;
        let Limit::Equal(value) = reading.limit else {
            return None;
        };
        let model = &found.last()?.limit;
        let new_case =
            trimmed.contains("for ") || trimmed.contains("in ") || trimmed.contains("on ");
        (joint && same_unit && new_case).then(|| Found {
            parameter: carry.parameter.clone().unwrap_or_default(),
            conditions: Vec::new(),
            limit: Some(same_relation(model, value)),
        })
    }

    /// `shall not be placed on the market if the lead content exceeds 90 mg/kg`.
    pub(super) fn forbidden(&self, from: usize, reading: &Reading) -> Option<Found> {
        if !self.forbidden || !matches!(reading.form, Form::Compared | Form::Suffixed) {
            return None;
        }
        let before = &self.text()[from..reading.span.start];
        let own_words = self.text()[reading.span.clone()].to_ascii_lowercase();
        if own_words.starts_with("not ")
            || own_words.starts_with("no ")
            || before.trim_end().ends_with(" shall be")
        {
            return None;
        }
        let start = [
            " if ",
            " where ",
            " when ",
            " whose ",
            " in which ",
            " with ",
            " containing",
            " for which ",
            " having ",
            " unless ",
        ]
        .iter()
        .filter_map(|word| before.rfind(word).map(|at| at + word.len()))
        .max();
        let name = match start {
            Some(start) => subject::english(&before[start..]),
            None => subject::english(before),
        };
        let case = start
            .map(|start| subject::english(&before[..start]))
            .unwrap_or_default();
        let name = name
            .trim_start_matches("that ")
            .trim_start_matches("contain ")
            .trim_start_matches("containing ");
        let name = subject::english(name);
        let conditions = if name.is_empty() && !case.is_empty() {
            vec![case.to_owned()]
        } else {
            Vec::new()
        };
        Some(Found {
            parameter: name.to_owned(),
            conditions,
            limit: Some(invert(&reading.limit)),
        })
    }
}
