//! A nominal value and its deviations: `60 °C ± 2 °C`, `+2/−1 mm`.

use rust_decimal::Decimal;

use super::parser::Parser;
use super::{Form, Reading};
use crate::compare::indicator::Limit;
use crate::compare::indicator::extract::lexer::Kind;
use crate::compare::indicator::extract::phrases::Role;
use crate::compare::indicator::unit;

impl Parser<'_> {
    pub(super) fn pure_tolerance(&self, sign: usize, start: usize) -> Option<Reading> {
        let (value, unit) = self
            .quantity(sign + 1)
            .filter(|_| self.touches(sign, sign + 1))?;
        let end = self.past_brackets_only(sign + 1);
        Some(Reading {
            limit: Limit::Tolerance {
                nominal: Decimal::ZERO,
                deviation: value,
            },
            unit: unit.cloned(),
            form: Form::Tolerance,
            span: self.tokens[start].start..self.tokens[end - 1].end,
            base: None,
            is_recommended: false,
            tokens: start..end,
        })
    }

    /// `(60 ± 2) °C`
    pub(super) fn bracketed_tolerance(&self, at: usize) -> Option<Reading> {
        let inner = self
            .tolerance(at + 1)
            .filter(|_| self.touches(at, at + 1))?;
        let close = inner.tokens.end;
        if !self.kind_is(close, &Kind::Close) {
            return None;
        }
        let unit = inner.unit.clone().or_else(|| self.unit_behind(close));
        let rest = &self.text[self.tokens[close].end..];
        let start = self.text.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let end = match (&inner.unit, unit::scan(self.text, start)) {
            (None, Some(found)) => found.end,
            _ => self.tokens[close].end,
        };
        let span = self.tokens[at].start..end;
        let next = (close + 1..self.tokens.len()).find(|i| self.tokens[*i].start >= end);
        Some(Reading {
            unit,
            span,
            tokens: at..next.unwrap_or(self.tokens.len()),
            ..inner
        })
    }

    pub(super) fn tolerance(&self, at: usize) -> Option<Reading> {
        let (nominal, nominal_unit) = self.quantity(at)?;
        let sign = self.role(at + 1) == Some(Role::PlusMinus) && self.touches(at, at + 1);
        let (deviation, unit) = self
            .quantity(at + 2)
            .filter(|_| sign && self.touches(at + 1, at + 2))?;
        let is_share =
            unit.is_some_and(|u| u.code() == "%") && nominal_unit.is_some_and(|u| u.code() != "%");
        let (deviation, unit) = if is_share {
            (
                deviation
                    .checked_mul(nominal)?
                    .checked_div(Decimal::ONE_HUNDRED)?
                    .normalize(),
                nominal_unit,
            )
        } else {
            (deviation, unit.or(nominal_unit))
        };
        Some(Reading {
            limit: Limit::Tolerance { nominal, deviation },
            unit: unit.cloned(),
            form: Form::Tolerance,
            span: self.tokens[at].start..self.tokens[at + 2].end,
            base: None,
            is_recommended: false,
            tokens: at..at + 3,
        })
    }

    /// `+2/−1 mm`, alone or behind a nominal value.
    pub(super) fn deviation(&self, at: usize) -> Option<Reading> {
        let nominal_first =
            self.quantity(at + 1).is_some() && self.is_signed(at + 1) && !self.is_signed(at);
        let upper_at = if nominal_first { at + 1 } else { at };
        if !self.is_signed(upper_at) {
            return None;
        }
        let (upper, upper_unit) = self.quantity(upper_at)?;
        let mut lower_at = upper_at + 1;
        let is_joint = match self.tokens.get(lower_at).map(|token| &token.kind) {
            Some(Kind::Comma | Kind::Enumerator) => true,
            Some(Kind::Phrase(Role::And)) => self.gap(upper_at, lower_at) == "upper",
            _ => false,
        };
        if is_joint {
            lower_at += 1;
        }
        let (lower, lower_unit) = self.quantity(lower_at)?;
        let joined = matches!(
            self.gap(lower_at - 1, lower_at),
            "" | "/" | "～" | "upper /"
        );
        let zero = lower.is_zero() || upper.is_zero();
        let opposed = lower.is_sign_negative() != upper.is_sign_negative() || zero;
        if !joined || !(opposed && (self.is_signed(lower_at) || zero)) {
            return None;
        }
        let nominal = if nominal_first {
            self.quantity(at)?.0
        } else {
            Decimal::ZERO
        };
        Some(Reading {
            limit: Limit::range(
                nominal.checked_add(lower)?,
                nominal.checked_add(upper)?,
                None,
            ),
            unit: lower_unit.or(upper_unit).cloned(),
            form: Form::Tolerance,
            span: self.tokens[at].start..self.tokens[lower_at].end,
            base: None,
            is_recommended: false,
            tokens: at..lower_at + 1,
        })
    }
}
