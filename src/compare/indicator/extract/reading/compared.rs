//! A number behind a comparing word: `不应大于 90 mg/kg`, `shall not exceed`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::bound::{Bound, join};
use super::parser::Parser;
use super::{Form, Reading};
use crate::compare::indicator::extract::lexer::Kind;
use crate::compare::indicator::extract::phrases::{Role, Side};
use crate::compare::indicator::unit::Unit;
use crate::compare::indicator::{Limit, OpenEnds};

impl Parser<'_> {
    /// Index of the comparing word that a negation at `at` governs.
    fn negated_bound(&self, at: usize) -> Option<usize> {
        let mut left = at;
        for right in at + 1..at + 5 {
            if !self.fills(left, right) {
                return None;
            }
            match self.role(right)? {
                Role::Strict(_) | Role::Inclusive(_) | Role::Equals => return Some(right),
                Role::Copula | Role::Shall | Role::Should | Role::May | Role::Or => left = right,
                _ => return None,
            }
        }
        None
    }

    pub(super) fn compared(&self, at: usize) -> Option<Reading> {
        let role = self.role(at)?;
        let (bound_at, is_negated) = match role {
            Role::Not | Role::ShallNot | Role::ShouldNot => (self.negated_bound(at)?, true),
            Role::Strict(_) | Role::Inclusive(_) => (at, false),
            _ => return None,
        };
        let mut bound = match self.role(bound_at)? {
            Role::Strict(side) => Bound {
                side,
                is_inclusive: false,
            },
            Role::Inclusive(side) => Bound {
                side,
                is_inclusive: true,
            },
            _ => return None,
        };
        let mut next = bound_at + 1;
        while matches!(
            self.role(next),
            Some(Role::Equals | Role::Copula | Role::Or)
        ) && self.fills(next - 1, next)
        {
            bound.is_inclusive |= self.role(next) == Some(Role::Equals);
            next += 1;
        }
        if is_negated {
            bound = bound.negated();
        }
        let is_recommended = role == Role::ShouldNot;
        let start = self.tokens[at].start;
        if self.role(next) == Some(Role::PlusMinus) && self.fills(next - 1, next) {
            return self.pure_tolerance(next, at);
        }
        let (value_at, base) = self.value_after(next - 1, next)?;
        let (value, unit) = self.quantity(value_at)?;
        let end = self.past_brackets(value_at);
        let is_multiple = self.is_multiple(value_at);
        let unit = if is_multiple {
            Some(Unit::one())
        } else {
            unit.cloned()
        };
        let settled = self.half_grade(value_at, value, unit.as_ref());
        let limit = match self.upper_size(value_at, bound, end) {
            Some((high, _)) if settled == value => {
                Limit::range(value, high, OpenEnds::from_ends(!bound.is_inclusive, false))
            }
            _ => bound.limit(settled),
        };
        let unit = unit.or_else(|| {
            self.upper_size(value_at, bound, end)
                .and_then(|(_, unit)| unit)
        });
        Some(Reading {
            limit,
            unit,
            form: Form::Compared,
            span: start..self.tokens[end - 1].end,
            base: base.or_else(|| self.base_behind(value_at)),
            is_recommended,
            tokens: at..end,
        })
    }

    /// `＞16 mm～40 mm`: a size above one value and up to another.
    fn upper_size(&self, at: usize, bound: Bound, end: usize) -> Option<(Decimal, Option<Unit>)> {
        let spans =
            bound.side == Side::Above && end >= at + 3 && self.role(at + 1) == Some(Role::Dash);
        let (high, unit) = self.quantity(at + 2).filter(|_| spans)?;
        Some((high, unit.cloned()))
    }

    /// `3-4 级` is the half step between two grades of fastness, not a range, behind a bound.
    fn half_grade(&self, at: usize, value: Decimal, unit: Option<&Unit>) -> Decimal {
        let next = (self.role(at + 1) == Some(Role::Dash) && self.touches(at, at + 1))
            .then(|| self.quantity(at + 2))
            .flatten();
        match next {
            Some((high, high_unit)) if high == value + Decimal::ONE => {
                let unit = high_unit.or(unit);
                let is_grade = unit.is_some_and(|unit| unit.code() == "{grade}");
                if is_grade {
                    value + Decimal::new(5, 1)
                } else {
                    value
                }
            }
            _ => value,
        }
    }

    /// The quantity after a comparing word, directly or behind the quantity it is a multiple of.
    fn value_after(&self, bound: usize, next: usize) -> Option<(usize, Option<Range<usize>>)> {
        if self.quantity(next).is_some() && self.fills(bound, next) {
            return Some((next, None));
        }
        let value_at =
            (next..(next + 3).min(self.tokens.len())).find(|at| self.quantity(*at).is_some())?;
        let start = self.tokens[bound].end;
        let between = self
            .text
            .get(start..self.tokens[value_at].start)?
            .trim_end();
        let base = between.trim();
        let is_share = self.is_multiple(value_at)
            || self
                .quantity(value_at)?
                .1
                .is_some_and(|unit| unit.code() == "%");
        let base_text = base.strip_suffix('的')?;
        let is_name =
            base_text.chars().count() <= 16 && !base_text.contains(['，', ',', '。', '；']);
        let base_start = start + (between.len() - between.trim_start().len());
        (is_share && is_name).then(|| (value_at, Some(base_start..base_start + base_text.len())))
    }

    /// Joins `大于 4 且不大于 8` and `not less than 45 mm and not more than 65 mm`.
    pub(super) fn joined(&self, first: Reading) -> Reading {
        let mut left = first.tokens.end - 1;
        for right in first.tokens.end..first.tokens.end + 6 {
            if !self.fills(left, right) {
                return first;
            }
            if let Some(second) = self.compared(right) {
                return join(&first, &second).unwrap_or(first);
            }
            let skips = match self.tokens.get(right).map(|token| &token.kind) {
                Some(Kind::Comma) => true,
                Some(Kind::Phrase(role)) => {
                    matches!(
                        role,
                        Role::And | Role::Shall | Role::Should | Role::Copula | Role::Not
                    )
                }
                _ => false,
            };
            if !skips {
                return first;
            }
            left = right;
        }
        first
    }
}
