//! What the parts of a statement hand on to one another.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::number::CommaStyle;
use super::super::{Indicator, Limit, Modal};
use super::lexer::{self, Kind, Token};
use super::reading::{self, Reading};

/// A sentence with its place in the text, its tokens and readings.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) offset: usize,
    pub(super) tokens: Vec<Token>,
    pub(super) readings: Vec<Reading>,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(text: &'a str, offset: usize, style: CommaStyle) -> Self {
        let mut tokens = lexer::tokens(text, style);
        mask_dates(text, &mut tokens);
        let readings = reading::readings(text, &tokens);
        Self {
            text,
            offset,
            tokens,
            readings,
        }
    }

    pub(super) fn tokens_in<'s>(&'s self, range: &Range<usize>) -> impl Iterator<Item = &'s Token> {
        let (start, end) = (range.start, range.end);
        self.tokens
            .iter()
            .filter(move |token| token.start >= start && token.end <= end)
    }

    pub(super) fn readings_in<'s>(
        &'s self,
        range: &Range<usize>,
    ) -> impl Iterator<Item = &'s Reading> {
        let (start, end) = (range.start, range.end);
        self.readings
            .iter()
            .filter(move |reading| reading.span.start >= start && reading.span.end <= end)
    }

    pub(super) fn indicator(
        &self,
        parameter: String,
        limit: Limit,
        reading: &Reading,
        condition: Option<String>,
        modal: Modal,
    ) -> Indicator {
        let unit = match &limit {
            Limit::Qualitative(_) => None,
            _ => reading
                .unit
                .as_ref()
                .map(|unit| unit.code().to_owned())
                .or_else(|| Some(implied_unit(&parameter))),
        };
        let span = self.offset + reading.span.start..self.offset + reading.span.end;
        Indicator {
            parameter,
            limit,
            unit,
            condition,
            method: None,
            modal,
            span,
        }
    }
}

/// The unit that the parameter itself names when the number has none.
pub(super) fn implied_unit(parameter: &str) -> String {
    const IMPLIED: &[(&str, &str)] = &[
        ("pH", "[pH]"),
        ("hydrogen ion", "[pH]"),
        ("HRC", "HRC"),
        ("HRB", "HRB"),
        ("HBW", "HBW"),
        ("HV", "HV"),
        ("邵尔A", "{ShoreA}"),
        ("Shore A", "{ShoreA}"),
        ("级数", "{grade}"),
        ("等级", "{grade}"),
        ("色牢度", "{grade}"),
        ("fastness", "{grade}"),
        ("次数", "{times}"),
        ("number of cycles", "{times}"),
        ("NTU", "{NTU}"),
    ];
    let named = IMPLIED.iter().find(|(name, _)| parameter.contains(name));
    named.map_or("1", |(_, unit)| unit).to_owned()
}

/// Years and months of a date are no quantities.
fn mask_dates(text: &str, tokens: &mut Vec<Token>) {
    tokens.retain(|token| match &token.kind {
        Kind::Quantity {
            value,
            unit: Some(unit),
            ..
        } if unit.code() == "a" => *value < Decimal::from(1_000),
        Kind::Quantity {
            unit: Some(unit), ..
        } if matches!(unit.code(), "mo" | "d") => {
            !text[..token.start].trim_end().ends_with(['年', '月'])
                || text[token.start..token.end].contains('个')
        }
        _ => true,
    });
}

/// A relation a list or a header gives to the bare numbers under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// Numbers are upper limits.
    Maximum,
    /// Numbers are lower limits.
    Minimum,
    /// Numbers are excluded upper limits.
    Below,
    /// Numbers are excluded lower limits.
    Above,
    /// Numbers are the values themselves.
    Exact,
}

impl Hint {
    pub(super) fn limit(self, value: Decimal) -> Limit {
        match self {
            Self::Maximum => Limit::AtMost(value),
            Self::Minimum => Limit::AtLeast(value),
            Self::Below => Limit::Below(value),
            Self::Above => Limit::Above(value),
            Self::Exact => Limit::Equal(value),
        }
    }
}

/// What earlier parts said that later parts leave out.
#[derive(Debug, Clone, Default)]
pub(super) struct Carry {
    pub(super) parameter: Option<String>,
    pub(super) conditions: Vec<String>,
    pub(super) method: Option<String>,
    pub(super) topic: Option<String>,
    pub(super) heading: Option<String>,
    pub(super) bound: Option<Hint>,
    /// Whether a statement was made since the last condition.
    pub(super) has_spoken: bool,
}

impl Carry {
    /// Begins a new sentence: only the heading, and a list's relation, live on.
    pub(super) fn next_sentence(&mut self) {
        let heading = self.heading.take();
        let parameter = self.parameter.take();
        *self = Self {
            heading,
            parameter,
            bound: self.bound,
            ..Self::default()
        };
    }

    pub(super) fn condition_with(&self, own: Option<&str>) -> Option<String> {
        let mut all: Vec<&str> = self.conditions.iter().map(String::as_str).collect();
        all.extend(own.filter(|text| !text.is_empty()));
        (!all.is_empty()).then(|| all.join("，"))
    }
}

pub(super) fn with_modal(is_recommended: bool) -> Modal {
    if is_recommended {
        Modal::Recommendation
    } else {
        Modal::Requirement
    }
}

/// What remains allowed when the described values are forbidden.
pub(super) fn invert(limit: &Limit) -> Limit {
    match limit {
        Limit::Above(value) => Limit::AtMost(*value),
        Limit::AtLeast(value) => Limit::Below(*value),
        Limit::Below(value) => Limit::AtLeast(*value),
        Limit::AtMost(value) => Limit::Above(*value),
        other => other.clone(),
    }
}

/// The relation of one limit with another value.
pub(super) fn same_relation(model: &Limit, value: Decimal) -> Limit {
    match model {
        Limit::Above(_) => Limit::Above(value),
        Limit::AtLeast(_) => Limit::AtLeast(value),
        Limit::Below(_) => Limit::Below(value),
        Limit::AtMost(_) => Limit::AtMost(value),
        _ => Limit::Equal(value),
    }
}
