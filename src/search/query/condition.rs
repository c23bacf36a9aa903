//! One condition that is not text: a group, a phrase, a star, or a field.

use super::ast::{Node, Span};
use super::characters::squeeze;
use super::driver::Driver;
use super::error::QueryError;
use super::limits;
use super::parser::Parser;
use super::problem::Problem;
use super::token::{Closing, Pair, TokenKind};

impl<D: Driver> Parser<'_, D> {
    /// `primary`; `None` where there is none or it was left out.
    pub(super) fn primary(&mut self) -> Result<Option<Node>, QueryError> {
        let Some(token) = self.peek() else {
            return Ok(None);
        };
        let (kind, span) = (token.kind.clone(), token.span.clone());
        match kind {
            TokenKind::Or
            | TokenKind::And
            | TokenKind::Not
            | TokenKind::Minus
            | TokenKind::Skipped
            | TokenKind::Close { opening: Some(_) } => Ok(None),
            TokenKind::Word { .. } | TokenKind::Comma => self.item(),
            TokenKind::Open(pair) => self.group(pair, span),
            TokenKind::Name(field) => self.field(field),
            TokenKind::Star => self.star(span),
            TokenKind::StrayQuote => self.skip(Problem::StrayQuote, span),
            TokenKind::Close { opening: None } => self.skip(Problem::StrayParenthesis, span),
            TokenKind::Phrase {
                text,
                slop,
                closing,
            } => {
                self.position += 1;
                let text = self.phrase(text, closing, span.clone())?;
                let leaf = text.map(|text| Node::Phrase { text, slop, span });
                self.counted(leaf)
            }
        }
    }

    /// `"(" or ")"`
    fn group(&mut self, pair: Pair, span: Span) -> Result<Option<Node>, QueryError> {
        self.position += 1;
        if self.depth == limits::DEPTH {
            if let Pair::Plain { closing } | Pair::Group { closing } = pair {
                self.tokens[closing].kind = TokenKind::Skipped;
            }
            self.meet(Problem::TooDeep, span, "")?;
            return Ok(None);
        }
        self.depth += 1;
        let node = self.or()?;
        self.depth -= 1;
        let closed = self.peek().map(|token| token.span.end);
        match closed {
            Some(_) => self.position += 1,
            None => self.meet(Problem::UnclosedParenthesis, span.clone(), "(…)")?,
        }
        if node.is_none() {
            let whole = span.start..closed.unwrap_or(span.end);
            self.meet(Problem::EmptyParentheses, whole, "")?;
        }
        Ok(node)
    }

    /// A star that is not at the end of a word: everything if it stands alone, else a fault.
    fn star(&mut self, span: Span) -> Result<Option<Node>, QueryError> {
        let glued = self.tokens[self.position].glued && !self.follows_opening();
        self.position += 1;
        let touches = self.peek().is_some_and(|next| {
            next.glued && !matches!(next.kind, TokenKind::Close { opening: Some(_) })
        });
        if glued || touches {
            self.meet(Problem::StrayStar, span, "")?;
            return Ok(None);
        }
        self.counted(Some(Node::Any))
    }

    fn follows_opening(&self) -> bool {
        let before = self
            .position
            .checked_sub(1)
            .map(|before| &self.tokens[before].kind);
        matches!(before, Some(TokenKind::Open(_) | TokenKind::Minus))
    }

    fn skip(&mut self, problem: Problem, span: Span) -> Result<Option<Node>, QueryError> {
        self.position += 1;
        self.meet(problem, span, "")?;
        Ok(None)
    }

    /// The text of a phrase whose token was passed; `None` where it is empty.
    pub(super) fn phrase(
        &mut self,
        text: Span,
        closing: Closing,
        whole: Span,
    ) -> Result<Option<String>, QueryError> {
        let text = squeeze(&self.query[text]);
        if closing == Closing::Missing {
            let read_as = format!("\"{text}\"");
            self.meet(Problem::UnclosedQuote, whole.clone(), &read_as)?;
        }
        if text.is_empty() {
            self.meet(Problem::EmptyPhrase, whole, "")?;
        }
        Ok((!text.is_empty()).then_some(text))
    }
}
