//! Two ends: `20 mm～65 mm`, `介于 … 和 …`, `3 mm < t ≤ 40 mm`.

use super::parser::Parser;
use super::{Form, Reading};
use crate::compare::indicator::extract::lexer::Kind;
use crate::compare::indicator::extract::phrases::{Role, Side};
use crate::compare::indicator::unit;
use crate::compare::indicator::{Limit, OpenEnds};

impl Parser<'_> {
    pub(super) fn between(&self, at: usize) -> Option<Reading> {
        let low_at = (at + 1..at + 3).find(|i| self.quantity(*i).is_some())?;
        let joint = self.past_brackets_only(low_at);
        let is_joint = matches!(
            &self.tokens.get(joint)?.kind,
            Kind::Phrase(Role::And | Role::Dash) | Kind::Comma | Kind::Enumerator
        );
        let high_at = (joint + 1..joint + 3).find(|i| self.quantity(*i).is_some())?;
        is_joint.then(|| self.spread(at, low_at, high_at))
    }

    pub(super) fn spread(&self, at: usize, low_at: usize, high_at: usize) -> Reading {
        let (low, low_unit) = self.quantity(low_at).unwrap_or_default();
        let (high, high_unit) = self.quantity(high_at).unwrap_or_default();
        let mut end = self.past_brackets_only(high_at);
        let mut unit = high_unit.or(low_unit).cloned();
        if unit.is_none()
            && self.kind_is(at, &Kind::Open)
            && self.kind_is(high_at + 1, &Kind::Close)
        {
            end = high_at + 2;
            unit = self.unit_behind(end - 1);
        }
        Reading {
            limit: Limit::range(low, high, None),
            unit,
            form: Form::Spread,
            span: self.tokens[at].start..self.tokens[end - 1].end,
            base: None,
            is_recommended: false,
            tokens: at..end,
        }
    }

    /// `(8～12) N·m`
    pub(super) fn bracketed_spread(&self, at: usize) -> Option<Reading> {
        let shape = self.quantity(at + 1).is_some()
            && self.touches(at, at + 1)
            && self.role(at + 2) == Some(Role::Dash)
            && self.touches(at + 1, at + 2)
            && self.quantity(at + 3).is_some()
            && self.kind_is(at + 4, &Kind::Close);
        if !shape {
            return None;
        }
        let mut reading = self.spread(at, at + 1, at + 3);
        reading.unit.as_ref()?;
        let close = self.tokens[at + 4].end;
        let start = self.text.len() - self.text[close..].trim_start_matches([' ', '\u{a0}']).len();
        let end = unit::scan(self.text, start).map_or(close, |found| found.end);
        let next = (at + 5..self.tokens.len()).find(|i| self.tokens[*i].start >= end);
        reading.span.end = end;
        reading.tokens.end = next.unwrap_or(self.tokens.len());
        Some(reading)
    }

    /// `3 mm < t ≤ 40 mm`, as ISO prints a range of sizes.
    pub(super) fn chain(&self, at: usize) -> Option<Reading> {
        let below = |at: usize| match self.role(at)? {
            Role::Strict(Side::Below) => Some(true),
            Role::Inclusive(Side::Below) => Some(false),
            _ => None,
        };
        let (low, unit) = self.quantity(at)?;
        let low_open = below(at + 1).filter(|_| self.touches(at, at + 1))?;
        let high_open = below(at + 2)?;
        let symbol = self.gap(at + 1, at + 2);
        let (high, high_unit) = self
            .quantity(at + 3)
            .filter(|_| self.touches(at + 2, at + 3))?;
        (symbol.chars().count() <= 12 && !symbol.is_empty()).then(|| Reading {
            limit: Limit::range(low, high, OpenEnds::from_ends(low_open, high_open)),
            unit: high_unit.or(unit).cloned(),
            form: Form::Spread,
            span: self.tokens[at].start..self.tokens[at + 3].end,
            base: None,
            is_recommended: false,
            tokens: at..at + 4,
        })
    }
}
