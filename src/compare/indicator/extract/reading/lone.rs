//! A number with nothing before it, and what the word behind it makes of it.

use super::bound::Bound;
use super::parser::Parser;
use super::{Form, Reading};
use crate::compare::indicator::Limit;
use crate::compare::indicator::extract::phrases::{Role, as_suffix};
use crate::compare::indicator::unit::Unit;

impl Parser<'_> {
    pub(super) fn at_quantity(&self, at: usize) -> Option<Reading> {
        if let Some(reading) = self.tolerance(at) {
            return Some(reading);
        }
        if let Some(reading) = self.deviation(at).or_else(|| self.chain(at)) {
            return Some(reading);
        }
        let next = self.past_brackets_only(at);
        let dashed = matches!(self.role(next), Some(Role::Dash)) && self.touches(next - 1, next);
        if dashed && self.quantity(next + 1).is_some() && self.touches(next, next + 1) {
            return Some(self.spread(at, at, next + 1));
        }
        let (value, unit) = self.quantity(at)?;
        let base = self.base_before(at);
        let start = base
            .as_ref()
            .map_or(self.tokens[at].start, |base| base.start);
        let mut reading = Reading {
            limit: Limit::Equal(value),
            unit: if self.is_multiple(at) {
                Some(Unit::one())
            } else {
                unit.cloned()
            },
            form: Form::Bare,
            span: start..self.tokens[next - 1].end,
            base: base.or_else(|| self.base_behind(at)),
            is_recommended: false,
            tokens: at..next,
        };
        let suffix = self
            .tokens
            .get(next)
            .filter(|_| self.touches(next - 1, next));
        let side =
            suffix.and_then(|token| as_suffix(token.role()?, &self.text[token.start..token.end]));
        if let (Some(side), Some(token)) = (side, suffix) {
            let owns_next = self.quantity(next + 1).is_some() && self.touches(next, next + 1);
            if !owns_next {
                reading.limit = Bound {
                    side,
                    is_inclusive: true,
                }
                .limit(value);
                reading.form = Form::Suffixed;
                reading.span.end = token.end;
                reading.tokens.end = self.past_brackets_only(next);
                reading.span.end = self.tokens[reading.tokens.end - 1].end;
            }
        }
        Some(reading)
    }
}
