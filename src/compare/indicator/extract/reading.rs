//! Limits as the words around numbers state them, before it is known what they limit.
//!
//! ```text
//! reading  := compared [joint compared] | between | spread | tolerance | deviation | suffixed | bare
//! compared := [not] bound [copula] (quantity | ± quantity | base 的 multiple)
//! between  := 介于 | between   quantity (和 | and | ～) quantity
//! spread   := quantity ～ quantity
//! tolerance:= ["("] quantity ± quantity [")" unit]
//! deviation:= +quantity / −quantity
//! suffixed := quantity (以上 | or more | max.)
//! ```
//!
//! A second quantity in brackets (`36 ksi [250 MPa]`) belongs to the first and is passed over.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::unit::{self, Unit};
use super::super::{Limit, OpenEnds};
use super::lexer::{Kind, Token};
use super::phrases::{Role, Side, as_suffix};

/// How a reading is worded; what counts as a limit depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A comparing word before the number.
    Compared,
    /// A comparing word behind it.
    Suffixed,
    /// Two ends.
    Spread,
    /// Nominal and tolerance.
    Tolerance,
    /// A number alone.
    Bare,
}

/// A limit found in a sentence, with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    pub(super) limit: Limit,
    pub(super) unit: Option<Unit>,
    pub(super) form: Form,
    /// From the negation or comparing word to the end of the quantity.
    pub(super) span: Range<usize>,
    /// The quantity a ratio refers to (`最大工作压力的 4 倍`).
    pub(super) base: Option<Range<usize>>,
    /// Whether the words carry a recommendation of their own (不宜).
    pub(super) is_recommended: bool,
    /// Tokens used.
    pub(super) tokens: Range<usize>,
}

/// Finds all readings of a sentence, in order.
pub(super) fn readings(text: &str, tokens: &[Token]) -> Vec<Reading> {
    let parser = Parser { text, tokens };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match parser.reading(at) {
            Some(reading) => {
                at = reading.tokens.end.max(at + 1);
                found.push(reading);
            }
            None => at += 1,
        }
    }
    found
}

#[derive(Debug, Clone, Copy)]
struct Bound {
    side: Side,
    is_inclusive: bool,
}

impl Bound {
    fn negated(self) -> Self {
        let side = if self.side == Side::Above {
            Side::Below
        } else {
            Side::Above
        };
        Self {
            side,
            is_inclusive: !self.is_inclusive,
        }
    }

    fn limit(self, value: Decimal) -> Limit {
        match (self.side, self.is_inclusive) {
            (Side::Above, true) => Limit::AtLeast(value),
            (Side::Above, false) => Limit::Above(value),
            (Side::Below, true) => Limit::AtMost(value),
            (Side::Below, false) => Limit::Below(value),
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

/// Words that may stand between a negation and its comparing word, or that and its number.
const FILLERS: &[&str] = &[
    "in",
    "any",
    "event",
    "case",
    "have",
    "has",
    "contain",
    "a",
    "an",
    "the",
    "value",
    "of",
    "allow",
    "permit",
    "no",
    "been",
    "them",
    "it",
    "also",
    "circumstances",
    "time",
    "total",
    "有",
    "含有",
    "使",
    "大",
    "其",
    "值",
    "在任何情况下",
    "任何情况下",
    "亦",
    "也",
    "同时",
    "be",
    "by",
    "that",
    "equivalent",
    "to",
    "about",
    "level",
];

impl Parser<'_> {
    fn gap(&self, left: usize, right: usize) -> &str {
        let (Some(left), Some(right)) = (self.tokens.get(left), self.tokens.get(right)) else {
            return "?";
        };
        self.text.get(left.end..right.start).unwrap_or("?").trim()
    }

    fn touches(&self, left: usize, right: usize) -> bool {
        self.tokens.get(right).is_some() && self.gap(left, right).is_empty()
    }

    fn fills(&self, left: usize, right: usize) -> bool {
        if self.tokens.get(right).is_none() {
            return false;
        }
        let gap = self.gap(left, right);
        gap.is_empty()
            || FILLERS.contains(&gap)
            || gap
                .split([' ', '\u{a0}'])
                .filter(|w| !w.is_empty())
                .all(|word| FILLERS.contains(&word.to_ascii_lowercase().as_str()))
    }

    fn role(&self, at: usize) -> Option<Role> {
        self.tokens.get(at).and_then(Token::role)
    }

    fn quantity(&self, at: usize) -> Option<(Decimal, Option<&Unit>)> {
        match &self.tokens.get(at)?.kind {
            Kind::Quantity { value, unit, .. } => Some((*value, unit.as_ref())),
            _ => None,
        }
    }

    fn is_signed(&self, at: usize) -> bool {
        matches!(
            self.tokens.get(at),
            Some(Token {
                kind: Kind::Quantity {
                    is_signed: true,
                    ..
                },
                ..
            })
        )
    }

    fn is_multiple(&self, at: usize) -> bool {
        matches!(
            self.tokens.get(at),
            Some(Token {
                kind: Kind::Quantity {
                    is_multiple: true,
                    ..
                },
                ..
            })
        )
    }

    fn kind_is(&self, at: usize, kind: &Kind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == *kind)
    }

    fn reading(&self, at: usize) -> Option<Reading> {
        if let Some(first) = self.compared(at) {
            return Some(self.joined(first));
        }
        match &self.tokens[at].kind {
            Kind::Phrase(Role::Between) => self.between(at),
            Kind::Phrase(Role::PlusMinus) => self.pure_tolerance(at, at),
            Kind::Open => self
                .bracketed_tolerance(at)
                .or_else(|| self.bracketed_spread(at)),
            Kind::Quantity { .. } => self.at_quantity(at),
            _ => None,
        }
    }

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

    fn compared(&self, at: usize) -> Option<Reading> {
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

    /// `应为公称直径的 4 倍`: what stands between the verb and the multiple.
    fn base_before(&self, at: usize) -> Option<Range<usize>> {
        let previous = self.tokens.get(at.checked_sub(1)?)?;
        let linked = matches!(
            previous.role(),
            Some(Role::Copula | Role::Shall | Role::Equals)
        );
        let between = self.text.get(previous.end..self.tokens[at].start)?;
        let base = between.trim().strip_suffix('的')?;
        let start = previous.end + (between.len() - between.trim_start().len());
        let fits = linked && self.is_multiple(at) && !base.is_empty() && base.chars().count() <= 16;
        fits.then(|| start..start + base.len())
    }

    /// `4 times the maximum working pressure`, `90 % of the rated capacity`.
    fn base_behind(&self, at: usize) -> Option<Range<usize>> {
        let token = self.tokens.get(at)?;
        let rest = self.text.get(token.end..)?;
        let is_share =
            self.is_multiple(at) || self.quantity(at)?.1.is_some_and(|u| u.code() == "%");
        let skipped = [" of the ", " the ", " that of the ", " of its "]
            .iter()
            .find(|w| rest.starts_with(**w))?;
        let start = token.end + skipped.len();
        let length = self.text[start..]
            .find([',', ';', '.', '('])
            .unwrap_or(self.text.len() - start);
        (is_share && length > 0 && length < 60).then(|| start..start + length)
    }

    /// Passes over `(60 mm)`, `[250 MPa]`, `（含 16 A）` behind a quantity; gives the next token.
    fn past_brackets(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.role(next) == Some(Role::Dash)
            && self.touches(at, next)
            && self.quantity(next + 1).is_some()
        {
            next += 2;
        }
        if !self.kind_is(next, &Kind::Open) || !self.touches(next - 1, next) {
            return next;
        }
        let close =
            (next + 1..(next + 7).min(self.tokens.len())).find(|i| self.kind_is(*i, &Kind::Close));
        let Some(close) = close else { return next };
        let holds_quantity = (next + 1..close).any(|i| self.quantity(i).is_some());
        let lead = self.gap(next, next + 1);
        let plain = matches!(
            lead,
            "" | "含" | "≈" | "约" | "approx." | "about" | "相当于" | "equivalent to"
        );
        if holds_quantity && plain {
            close + 1
        } else {
            next
        }
    }

    /// Joins `大于 4 且不大于 8` and `not less than 45 mm and not more than 65 mm`.
    fn joined(&self, first: Reading) -> Reading {
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

    fn between(&self, at: usize) -> Option<Reading> {
        let low_at = (at + 1..at + 3).find(|i| self.quantity(*i).is_some())?;
        let joint = self.past_brackets_only(low_at);
        let is_joint = matches!(
            &self.tokens.get(joint)?.kind,
            Kind::Phrase(Role::And | Role::Dash) | Kind::Comma | Kind::Enumerator
        );
        let high_at = (joint + 1..joint + 3).find(|i| self.quantity(*i).is_some())?;
        is_joint.then(|| self.spread(at, low_at, high_at))
    }

    fn past_brackets_only(&self, at: usize) -> usize {
        if self.kind_is(at + 1, &Kind::Open) {
            self.past_brackets(at)
        } else {
            at + 1
        }
    }

    fn spread(&self, at: usize, low_at: usize, high_at: usize) -> Reading {
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

    fn unit_behind(&self, at: usize) -> Option<Unit> {
        let end = self.tokens.get(at)?.end;
        let rest = &self.text[end..];
        let start = self.text.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        unit::scan(self.text, start).map(|found| found.unit)
    }

    fn pure_tolerance(&self, sign: usize, start: usize) -> Option<Reading> {
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
    fn bracketed_tolerance(&self, at: usize) -> Option<Reading> {
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

    /// `(8～12) N·m`
    fn bracketed_spread(&self, at: usize) -> Option<Reading> {
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

    fn tolerance(&self, at: usize) -> Option<Reading> {
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

    fn at_quantity(&self, at: usize) -> Option<Reading> {
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

    /// `3 mm < t ≤ 40 mm`, as ISO prints a range of sizes.
    fn chain(&self, at: usize) -> Option<Reading> {
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

    /// `+2/−1 mm`, alone or behind a nominal value.
    fn deviation(&self, at: usize) -> Option<Reading> {
        let nominal_first =
            self.quantity(at + 1).is_some() && self.is_signed(at + 1) && !self.is_signed(at);
        let upper_at = if nominal_first { at + 1 } else { at };
        if !self.is_signed(upper_at) {
            return None;
        }
        let (upper, upper_unit) = self.quantity(upper_at)?;
        let mut lower_at = upper_at + 1;
        if matches!(
            self.tokens.get(lower_at).map(|t| &t.kind),
            Some(Kind::Comma | Kind::Enumerator)
        ) {
            lower_at += 1;
        }
        let (lower, lower_unit) = self.quantity(lower_at)?;
        let joined = matches!(self.gap(lower_at - 1, lower_at), "" | "/" | "～");
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

fn join(first: &Reading, second: &Reading) -> Option<Reading> {
    let end = |limit: &Limit| match limit {
        Limit::Above(value) => Some((Side::Above, *value, true)),
        Limit::AtLeast(value) => Some((Side::Above, *value, false)),
        Limit::Below(value) => Some((Side::Below, *value, true)),
        Limit::AtMost(value) => Some((Side::Below, *value, false)),
        _ => None,
    };
    let (first_side, first_value, first_open) = end(&first.limit)?;
    let (second_side, second_value, second_open) = end(&second.limit)?;
    let same_unit = match (&first.unit, &second.unit) {
        (Some(left), Some(right)) => left.code() == right.code(),
        _ => true,
    };
    if first_side == second_side || !same_unit {
        return None;
    }
    let (low, low_open, high, high_open) = if first_side == Side::Above {
        (first_value, first_open, second_value, second_open)
    } else {
        (second_value, second_open, first_value, first_open)
    };
    (low <= high).then(|| Reading {
        limit: Limit::Range {
            low,
            high,
            open: OpenEnds::from_ends(low_open, high_open),
        },
        unit: second.unit.clone().or_else(|| first.unit.clone()),
        form: Form::Compared,
        span: first.span.start..second.span.end,
        base: first.base.clone(),
        is_recommended: first.is_recommended,
        tokens: first.tokens.start..second.tokens.end,
    })
}
