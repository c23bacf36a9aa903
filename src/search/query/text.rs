//! Plain text in a query: runs of words, words with a star, and numbers that hold blanks.

use super::ast::{Node, Span};
use super::characters::{is_open, squeeze};
use super::driver::Driver;
use super::error::QueryError;
use super::parser::Parser;
use super::problem::Problem;
use super::shape::{CODES, Case, is_code, is_serial};
use super::token::{Pair, TokenKind};

/// Text without blanks.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Where it stands, without its star.
    pub(super) span: Span,
    /// Where it ends with its star, if it has one.
    pub(super) star: Option<usize>,
}

/// Where a unit is read, which says whether a comma belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In running text, where a comma is a character.
    Text,
    /// In the value of a field, which a comma ends.
    Value,
}

impl<D: Driver> Parser<'_, D> {
    /// `text`: one leaf of words, followed by a prefix where a word has a star, and so on.
    pub(super) fn text(&mut self, conditions: &mut Vec<Node>) -> Result<(), QueryError> {
        let mut run: Vec<Unit> = Vec::new();
        loop {
            self.skip_strays(&run)?;
            if !self.at_unit(&run) {
                break;
            }
            let unit = self.unit(Place::Text)?;
            let starred = unit.star.is_some();
            run.push(unit);
            if starred {
                let before = self.units_before_star(&run);
                let number = run.split_off(run.len() - 1 - before);
                self.words(&run, conditions)?;
                run.clear();
                let prefix = self.counted(Some(self.leaf(&number)))?;
                conditions.extend(prefix);
            }
        }
        self.words(&run, conditions)
    }

    /// `item`: one word or one number, where only one is asked for.
    pub(super) fn item(&mut self) -> Result<Option<Node>, QueryError> {
        let units = self.number(Place::Text, Case::Capitals)?;
        let leaf = self.leaf(&units);
        self.counted(Some(leaf))
    }

    /// A unit, or several where they make a number: codes, then a serial.
    pub(super) fn number(&mut self, place: Place, case: Case) -> Result<Vec<Unit>, QueryError> {
        let mut units = vec![self.unit(place)?];
        let after_first = self.position;
        while units.len() <= CODES {
            let last = units.last().is_some_and(|unit| {
                unit.star.is_none() && is_code(&self.query[unit.span.clone()], case)
            });
            let follows = self.tokens.get(self.position).is_some_and(|token| {
                matches!(token.kind, TokenKind::Word { near: None }) && !token.glued
            });
            if !last || !follows {
                break;
            }
            let unit = self.unit(place)?;
            let serial = is_serial(&self.query[unit.span.clone()]);
            units.push(unit);
            if serial {
                return Ok(units);
            }
        }
        // No number after all: the words behind the first are read again as what they are.
        units.truncate(1);
        self.position = after_first;
        Ok(units)
    }

    /// `unit`; the caller has seen that one begins here.
    pub(super) fn unit(&mut self, place: Place) -> Result<Unit, QueryError> {
        let first = self.tokens[self.position].clone();
        if let TokenKind::Word {
            near: Some(nearest),
        } = first.kind
        {
            let text = self.query[first.span.clone()].to_owned();
            self.meet(Problem::UnknownField { nearest }, first.span.clone(), &text)?;
        }
        let mut end = self.pass_one();
        while let Some(token) = self.tokens.get(self.position).filter(|token| token.glued) {
            match token.kind {
                TokenKind::Word { .. } | TokenKind::Open(Pair::Plain { .. }) => {
                    end = self.pass_one();
                }
                TokenKind::Comma if place == Place::Text => end = self.pass_one(),
                TokenKind::Minus if self.after_closing() => end = self.pass_one(),
                TokenKind::Star => {
                    let star = Some(self.pass_one());
                    return Ok(Unit {
                        span: first.span.start..end,
                        star,
                    });
                }
                _ => break,
            }
        }
        Ok(Unit {
            span: first.span.start..end,
            star: None,
        })
    }

    /// The words or prefix that some units make.
    fn leaf(&self, units: &[Unit]) -> Node {
        let (start, end) = match (units.first(), units.last()) {
            (Some(first), Some(last)) => (first.span.start, last.star.unwrap_or(last.span.end)),
            _ => (0, 0),
        };
        let text = self.joined(units);
        match units.last().and_then(|unit| unit.star) {
            Some(_) => Node::Prefix {
                text,
                span: start..end,
            },
            None => Node::Words {
                text,
                span: start..end,
            },
        }
    }

    /// The text of some units, without what was left out between them.
    pub(super) fn joined(&self, units: &[Unit]) -> String {
        let texts: Vec<String> = units
            .iter()
            .map(|unit| squeeze(&self.query[unit.span.clone()]))
            .collect();
        texts.join(" ")
    }

    fn words(&mut self, run: &[Unit], conditions: &mut Vec<Node>) -> Result<(), QueryError> {
        let words = (!run.is_empty()).then(|| self.leaf(run));
        let words = self.counted(words)?;
        conditions.extend(words);
        Ok(())
    }

    /// How many units before the last, which has a star, belong to the same prefix: the codes before
    /// a serial, and what a parenthesis stands behind.
    fn units_before_star(&self, run: &[Unit]) -> usize {
        let text = |unit: &Unit| &self.query[unit.span.clone()];
        let behind_text = run
            .iter()
            .rev()
            .take_while(|unit| text(unit).starts_with(is_open))
            .count();
        let Some((last, before)) = run.split_last().filter(|_| behind_text == 0) else {
            return behind_text;
        };
        if !is_serial(text(last)) {
            return 0;
        }
        before
            .iter()
            .rev()
            .take(CODES)
            .take_while(|unit| is_code(text(unit), Case::Capitals))
            .count()
    }

    /// Whether the run of text goes on here: with a word, or with a plain parenthesis behind one.
    fn at_unit(&mut self, run: &[Unit]) -> bool {
        let open = !run.is_empty();
        self.peek().is_some_and(|token| match token.kind {
            TokenKind::Word { .. } | TokenKind::Comma => true,
            TokenKind::Open(Pair::Plain { .. }) => open,
            _ => false,
        })
    }

    /// Quotes and parentheses without a partner do not end a run of text.
    fn skip_strays(&mut self, run: &[Unit]) -> Result<(), QueryError> {
        while !run.is_empty() && self.position < self.tokens.len() {
            let token = &self.tokens[self.position];
            let problem = match token.kind {
                TokenKind::StrayQuote => Problem::StrayQuote,
                TokenKind::Close { opening: None } => Problem::StrayParenthesis,
                TokenKind::Skipped => {
                    self.position += 1;
                    continue;
                }
                _ => break,
            };
            let span = token.span.clone();
            self.position += 1;
            self.meet(problem, span, "")?;
        }
        Ok(())
    }

    /// Whether the token before closes a parenthesis, behind which a hyphen is text: `DB13(J)-x`.
    fn after_closing(&self) -> bool {
        let before = self
            .position
            .checked_sub(1)
            .map(|before| &self.tokens[before].kind);
        matches!(before, Some(TokenKind::Close { .. }))
    }

    /// Passes a token, a plain parenthesis as a whole; gives where it ends.
    fn pass_one(&mut self) -> usize {
        if let TokenKind::Open(Pair::Plain { closing }) = self.tokens[self.position].kind {
            self.position = closing;
        }
        self.position += 1;
        self.tokens[self.position - 1].span.end
    }
}
