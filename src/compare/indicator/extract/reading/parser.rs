//! Steps through the tokens of a sentence, and the questions the readers ask of them.

use rust_decimal::Decimal;

use super::Reading;
use crate::compare::indicator::extract::lexer::{Kind, Token};
use crate::compare::indicator::extract::phrases::Role;
use crate::compare::indicator::unit::{self, Unit};

/// Finds all readings of a sentence, in order.
pub(in super::super) fn readings(text: &str, tokens: &[Token]) -> Vec<Reading> {
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

/// A sentence with its tokens.
pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
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
    pub(super) fn gap(&self, left: usize, right: usize) -> &str {
        let (Some(left), Some(right)) = (self.tokens.get(left), self.tokens.get(right)) else {
            return "?";
        };
        self.text.get(left.end..right.start).unwrap_or("?").trim()
    }

    pub(super) fn touches(&self, left: usize, right: usize) -> bool {
        self.tokens.get(right).is_some() && self.gap(left, right).is_empty()
    }

    pub(super) fn fills(&self, left: usize, right: usize) -> bool {
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

    pub(super) fn role(&self, at: usize) -> Option<Role> {
        self.tokens.get(at).and_then(Token::role)
    }

    pub(super) fn quantity(&self, at: usize) -> Option<(Decimal, Option<&Unit>)> {
        match &self.tokens.get(at)?.kind {
            Kind::Quantity { value, unit, .. } => Some((*value, unit.as_ref())),
            _ => None,
        }
    }

    pub(super) fn is_signed(&self, at: usize) -> bool {
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

    pub(super) fn is_multiple(&self, at: usize) -> bool {
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

    pub(super) fn kind_is(&self, at: usize, kind: &Kind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == *kind)
    }

    pub(super) fn reading(&self, at: usize) -> Option<Reading> {
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

    /// Passes over `(60 mm)`, `[250 MPa]`, `（含 16 A）` behind a quantity; gives the next token.
    pub(super) fn past_brackets(&self, at: usize) -> usize {
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

    pub(super) fn past_brackets_only(&self, at: usize) -> usize {
        if self.kind_is(at + 1, &Kind::Open) {
            self.past_brackets(at)
        } else {
            at + 1
        }
    }

    pub(super) fn unit_behind(&self, at: usize) -> Option<Unit> {
        let end = self.tokens.get(at)?.end;
        let rest = &self.text[end..];
        let start = self.text.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        unit::scan(self.text, start).map(|found| found.unit)
    }
}
