//! A field with its values.

use super::ast::{Content, Node, Span, Value};
use super::date::Dates;
use super::driver::Driver;
use super::error::QueryError;
use super::field::{Field, ValueType};
use super::parser::Parser;
use super::problem::Problem;
use super::shape::Case;
use super::text::{Place, Unit};
use super::token::{Pair, TokenKind};
use super::value::{self, Writing};

impl<D: Driver> Parser<'_, D> {
    /// `field`; `None` where no value is left.
    pub(super) fn field(&mut self, field: Field) -> Result<Option<Node>, QueryError> {
        let name = self.tokens[self.position].span.clone();
        self.position += 1;
        let mut values = Vec::new();
        let begins = |kind: &TokenKind| {
            matches!(
                kind,
                TokenKind::Word { .. } | TokenKind::Phrase { .. } | TokenKind::Star
            ) || matches!(kind, TokenKind::Open(_))
        };
        let next = self.peek().map(|token| (token.kind.clone(), token.glued));
        match &next {
            Some((kind, false)) if begins(kind) => {
                let gap = name.end..self.tokens[self.position].span.start;
                self.meet(Problem::BlankBeforeValue { field }, gap, "")?;
            }
            Some((kind, true)) if begins(kind) || *kind == TokenKind::Comma => {}
            _ => {
                self.meet(Problem::MissingValue { field }, name, "")?;
                return Ok(None);
            }
        }
        if let Some((TokenKind::Open(pair), _)) = next {
            self.list(field, pair, &mut values)?;
        } else {
            self.row(field, &mut values)?;
        }
        let end = values.last().map(|value| value.span.end);
        let span = end.map(|end| name.start..end);
        Ok(span.map(|span| Node::Field {
            field,
            values,
            span,
        }))
    }

    /// `value { "," value }`
    fn row(&mut self, field: Field, values: &mut Vec<Value>) -> Result<(), QueryError> {
        loop {
            let found = self.value(field, values)?;
            let comma = self.peek().filter(|token| token.kind == TokenKind::Comma);
            let comma = comma.map(|token| token.span.clone());
            if !found {
                let here = comma.clone().unwrap_or_else(|| self.last_span());
                self.meet(Problem::MissingValue { field }, here, "")?;
            }
            if comma.is_none() {
                return Ok(());
            }
            self.position += 1;
        }
    }

    /// One value; `false` where none stands here.
    fn value(&mut self, field: Field, values: &mut Vec<Value>) -> Result<bool, QueryError> {
        let Some(token) = self.peek() else {
            return Ok(false);
        };
        let (kind, span) = (token.kind.clone(), token.span.clone());
        match kind {
            TokenKind::Phrase {
                text,
                slop,
                closing,
            } => {
                self.position += 1;
                if let Some(text) = self.phrase(text, closing, span.clone())? {
                    self.push(field, &text, Writing::Quoted { slop }, span, values)?;
                }
            }
            TokenKind::Word { .. } => {
                let units = match field.value_type() {
                    ValueType::Number => self.number(Place::Value, Case::Any)?,
                    _ => vec![self.unit(Place::Value)?],
                };
                self.push_units(field, &units, values)?;
            }
            TokenKind::Star => {
                self.position += 1;
                let touches = self.peek().is_some_and(|next| {
                    next.glued && !matches!(next.kind, TokenKind::Comma | TokenKind::Close { .. })
                });
                if touches {
                    self.meet(Problem::StrayStar, span, "")?;
                    return self.value(field, values);
                }
                let value = self.counted(Some(Value {
                    content: Content::Any,
                    span,
                }))?;
                values.extend(value);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `"(" value { [ OR | "," ] value } ")"`
    fn list(
        &mut self,
        field: Field,
        pair: Pair,
        values: &mut Vec<Value>,
    ) -> Result<(), QueryError> {
        let open = self.tokens[self.position].span.clone();
        self.position += 1;
        let end = match pair {
            Pair::Plain { closing } | Pair::Group { closing } => closing,
            Pair::Unclosed => self.tokens.len(),
        };
        let before = values.len();
        let mut units: Vec<Unit> = Vec::new();
        while self.position < end {
            let token = self.tokens[self.position].clone();
            match token.kind {
                TokenKind::Word { .. } => units.push(self.unit(Place::Value)?),
                TokenKind::Open(Pair::Plain { .. }) if !units.is_empty() => {
                    units.push(self.unit(Place::Value)?);
                }
                TokenKind::Or | TokenKind::Comma => {
                    self.position += 1;
                    self.push_units(field, &std::mem::take(&mut units), values)?;
                }
                TokenKind::Phrase { .. } | TokenKind::Star => {
                    self.push_units(field, &std::mem::take(&mut units), values)?;
                    self.value(field, values)?;
                }
                kind => {
                    self.position += 1;
                    let takes_next =
                        matches!(kind, TokenKind::Minus | TokenKind::Not | TokenKind::Name(_));
                    let next = self.tokens.get(self.position).map(|next| next.kind.clone());
                    let mut span = token.span;
                    if takes_next && matches!(next, Some(TokenKind::Word { .. })) {
                        // What was excluded, or asked of another field, is no value of this one.
                        span.end = self.tokens[self.position].span.end;
                        self.position += 1;
                    }
                    self.meet(Problem::NoValueInList { field }, span, "")?;
                }
            }
            if units.last().is_some_and(|unit| unit.star.is_some()) {
                self.push_units(field, &std::mem::take(&mut units), values)?;
            }
        }
        self.push_units(field, &units, values)?;
        if values.len() == before {
            self.meet(Problem::MissingValue { field }, open.clone(), "")?;
        }
        if pair == Pair::Unclosed {
            return self.meet(Problem::UnclosedParenthesis, open, "(…)");
        }
        // A query that was cut off inside the list stands behind its end already.
        self.position = self.position.max(end + 1);
        Ok(())
    }

    fn push_units(
        &mut self,
        field: Field,
        units: &[Unit],
        values: &mut Vec<Value>,
    ) -> Result<(), QueryError> {
        let (Some(first), Some(last)) = (units.first(), units.last()) else {
            return Ok(());
        };
        let writing = if last.star.is_some() {
            Writing::Starred
        } else {
            Writing::Plain
        };
        let span = first.span.start..last.star.unwrap_or(last.span.end);
        let text = self.joined(units);
        self.push(field, &text, writing, span, values)
    }

    /// Reads a written value and keeps it if it is one.
    fn push(
        &mut self,
        field: Field,
        text: &str,
        writing: Writing,
        span: Span,
        values: &mut Vec<Value>,
    ) -> Result<(), QueryError> {
        let Some(mut content) = value::read(field, text, writing) else {
            return self.meet(Problem::BadValue { field }, span, "");
        };
        if let Content::Dates(dates) = &mut content
            && let Dates::Between { from, to } = *dates
            && dates.is_reversed()
        {
            *dates = Dates::Between { from: to, to: from };
            let read_as = dates.to_string();
            self.meet(Problem::ReversedRange, span.clone(), &read_as)?;
        }
        let value = self.counted(Some(Value { content, span }))?;
        values.extend(value);
        Ok(())
    }

    fn last_span(&self) -> Span {
        let last = self
            .position
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before));
        last.map_or(0..0, |token| token.span.clone())
    }
}
