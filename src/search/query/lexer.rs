//! Cuts a query into tokens, in one pass and without judging what is a fault.

use super::ast::Span;
use super::characters::{
    QUOTES, QuoteFamily, is_blank, is_close, is_comma, is_minus, is_open, is_star, narrow,
};
use super::field::{Field, ValueType};
use super::limits;
use super::pairs;
use super::shape::{Case, is_code};
use super::token::{Pair, Token, TokenKind};

/// Cuts a query into tokens and pairs its parentheses.
pub(super) fn tokens(query: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        query,
        position: 0,
        glued: false,
        tokens: Vec::new(),
        values: Values::None,
        unclosable: [false; QUOTES.len()],
        hints: limits::HINTS,
    };
    while let Some(character) = lexer.peek() {
        lexer.token(character);
    }
    let mut tokens = lexer.tokens;
    if let [only] = tokens.as_mut_slice()
        && matches!(only.kind, TokenKind::Or | TokenKind::And | TokenKind::Not)
    {
        // Who asks for `或` and nothing else looks for the word.
        only.kind = TokenKind::Word { near: None };
    }
    pairs::pair(&mut tokens);
    tokens
}

/// Whether the values of a field are being read, where a comma separates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    None,
    /// Right behind the name, and so deep in parentheses that belong to a value.
    Row {
        field: Field,
        depth: usize,
    },
    /// In parentheses, so many deep.
    List {
        depth: usize,
    },
}

pub(super) struct Lexer<'query> {
    pub(super) query: &'query str,
    pub(super) position: usize,
    /// Whether no blank was passed since the last token.
    pub(super) glued: bool,
    pub(super) tokens: Vec<Token>,
    pub(super) values: Values,
    /// The quote families of which no closing quote follows, so that none is looked for twice.
    pub(super) unclosable: [bool; QUOTES.len()],
    pub(super) hints: usize,
}

impl Lexer<'_> {
    pub(super) fn rest(&self) -> &str {
        &self.query[self.position..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn last(&self) -> Option<&TokenKind> {
        self.tokens.last().map(|token| &token.kind)
    }

    pub(super) fn push(&mut self, kind: TokenKind, length: usize) {
        let span = self.position..self.position + length;
        self.position = span.end;
        self.tokens.push(Token {
            kind,
            span,
            glued: self.glued,
        });
        self.glued = true;
    }

    fn token(&mut self, character: char) {
        let length = character.len_utf8();
        if is_blank(character) {
            self.position += length;
            self.blank();
        } else if is_open(character) {
            self.open(length);
        } else if is_close(character) {
            self.close(length);
        } else if let Some(family) = QuoteFamily::opened_by(character) {
            self.quote(family, length);
        } else if is_star(character) {
            let rest = self.rest().trim_start_matches(is_star);
            self.push(TokenKind::Star, self.rest().len() - rest.len());
        } else if is_comma(character) && self.values != Values::None {
            self.push(TokenKind::Comma, length);
        } else if is_minus(character) && self.at_start() && self.excludes(length) {
            self.push(TokenKind::Minus, length);
        } else {
            self.word();
        }
    }

    fn blank(&mut self) {
        if let Values::Row { field, depth: 0 } = self.values {
            let before_value = matches!(self.last(), Some(TokenKind::Name(_) | TokenKind::Comma));
            let in_number = field.value_type() == ValueType::Number
                && is_code(&self.query[self.last_unit()], Case::Any);
            if !before_value && !in_number {
                self.values = Values::None;
            }
        }
        self.glued = false;
    }

    /// What was written since the last blank, name or comma.
    fn last_unit(&self) -> Span {
        let end = self.tokens.last().map_or(0, |token| token.span.end);
        let mut start = end;
        for token in self.tokens.iter().rev() {
            if matches!(token.kind, TokenKind::Name(_) | TokenKind::Comma) {
                break;
            }
            start = token.span.start;
            if !token.glued {
                break;
            }
        }
        start..end
    }

    fn open(&mut self, length: usize) {
        let behind_name = matches!(self.last(), Some(TokenKind::Name(_)));
        self.values = match self.values {
            Values::Row { .. } if behind_name => Values::List { depth: 1 },
            Values::Row { field, depth } => Values::Row {
                field,
                depth: depth + 1,
            },
            Values::List { depth } => Values::List { depth: depth + 1 },
            Values::None => Values::None,
        };
        self.push(TokenKind::Open(Pair::Unclosed), length);
    }

    fn close(&mut self, length: usize) {
        self.values = match self.values {
            Values::Row {
                field,
                depth: depth @ 1..,
            } => Values::Row {
                field,
                depth: depth - 1,
            },
            Values::List { depth: depth @ 2.. } => Values::List { depth: depth - 1 },
            _ => Values::None,
        };
        self.push(TokenKind::Close { opening: None }, length);
    }

    /// Whether a sign, a name or an operator can begin here: not inside a word nor a value.
    pub(super) fn at_start(&self) -> bool {
        let in_list = matches!(self.values, Values::List { .. });
        !self.glued
            || match self.last() {
                Some(TokenKind::Word { .. } | TokenKind::Name(_)) => false,
                Some(TokenKind::Comma) => in_list,
                _ => true,
            }
    }

    /// Whether a minus excludes what follows. Before a digit it is text: `-20 ℃`, and the year in
    /// `ISO 9001 -2015`; `NOT 2015` says the other thing.
    fn excludes(&self, length: usize) -> bool {
        self.rest()[length..].chars().next().is_some_and(|next| {
            let stops = is_blank(next) || is_close(next) || is_minus(next) || is_comma(next);
            !stops && !narrow(next).is_ascii_digit()
        })
    }
}
