//! Cuts a query into tokens, in one pass and without judging what is a fault.

use super::characters::{
    QUOTES, QuoteFamily, is_blank, is_close, is_colon, is_comma, is_minus, is_open, is_star, narrow,
};
use super::field::{Field, ValueType};
use super::limits;
use super::pairs;
use super::shape::{Case, is_code};
use super::token::{Closing, Pair, Token, TokenKind};

/// The words that are operators where they stand alone. English ones in capitals only, because
/// titles are full of `and` and `or`.
const OPERATORS: [(&str, TokenKind); 12] = [
    ("OR", TokenKind::Or),
    ("|", TokenKind::Or),
    ("||", TokenKind::Or),
    ("｜", TokenKind::Or),
    ("或", TokenKind::Or),
    ("AND", TokenKind::And),
    ("&", TokenKind::And),
    ("&&", TokenKind::And),
    ("＆", TokenKind::And),
    ("且", TokenKind::And),
    ("NOT", TokenKind::Not),
    ("非", TokenKind::Not),
];

/// The longest name before a colon that is looked up as a field, in characters.
const LONGEST_NAME: usize = 16;

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
enum Values {
    None,
    /// Right behind the name.
    Row(Field),
    /// In parentheses, so many deep.
    List(usize),
}

struct Lexer<'query> {
    query: &'query str,
    position: usize,
    /// Whether no blank was passed since the last token.
    glued: bool,
    tokens: Vec<Token>,
    values: Values,
    /// The quote families of which no closing quote follows, so that none is looked for twice.
    unclosable: [bool; QUOTES.len()],
    hints: usize,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.query[self.position..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn last(&self) -> Option<&TokenKind> {
        self.tokens.last().map(|token| &token.kind)
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
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
        self.glued = false;
        if let Values::Row(field) = self.values {
            let goes_on = match self.tokens.last() {
                Some(Token {
                    kind: TokenKind::Name(_) | TokenKind::Comma,
                    ..
                }) => true,
                Some(Token {
                    kind: TokenKind::Word { .. },
                    span,
                    ..
                }) => {
                    field.value_type() == ValueType::Number
                        && is_code(&self.query[span.clone()], Case::Any)
                }
                _ => false,
            };
            if !goes_on {
                self.values = Values::None;
            }
        }
    }

    fn open(&mut self, length: usize) {
        match self.values {
            Values::Row(_) if matches!(self.last(), Some(TokenKind::Name(_))) => {
                self.values = Values::List(1);
            }
            Values::List(depth) => self.values = Values::List(depth + 1),
            _ => {}
        }
        self.push(TokenKind::Open(Pair::Unclosed), length);
    }

    fn close(&mut self, length: usize) {
        self.values = match self.values {
            Values::List(depth @ 2..) => Values::List(depth - 1),
            _ => Values::None,
        };
        self.push(TokenKind::Close { opening: None }, length);
    }

    /// Whether a sign, a name or an operator can begin here: not inside a word nor a value.
    fn at_start(&self) -> bool {
        !self.glued
            || !matches!(
                self.last(),
                Some(TokenKind::Word { .. } | TokenKind::Name(_) | TokenKind::Comma)
            )
    }

    /// Whether a minus excludes what follows. Before a digit it is text: `-20 ℃`, and the year in
    /// `ISO 9001 -2015`; `NOT 2015` says the other thing.
    fn excludes(&self, length: usize) -> bool {
        self.rest()[length..].chars().next().is_some_and(|next| {
            let stops = is_blank(next) || is_close(next) || is_minus(next) || is_comma(next);
            !stops && !narrow(next).is_ascii_digit()
        })
    }

    fn quote(&mut self, family: QuoteFamily, length: usize) {
        let start = self.position + length;
        let body = &self.query[start..];
        let closing = if self.unclosable[family.index] {
            None
        } else {
            body.char_indices()
                .find(|&(_, character)| family.closed_by(character))
        };
        if let Some((end, mark)) = closing {
            let text = start..start + end;
            let after = &body[end + mark.len_utf8()..];
            let (slop, more) = slop(after);
            let closing = Closing::Closed;
            let whole = length + end + mark.len_utf8() + more;
            self.push(
                TokenKind::Phrase {
                    text,
                    slop,
                    closing,
                },
                whole,
            );
            return;
        }
        self.unclosable[family.index] = true;
        let opens =
            self.at_start() || matches!(self.last(), Some(TokenKind::Name(_) | TokenKind::Comma));
        if opens && !body.trim_matches(is_blank).is_empty() {
            let text = start..self.query.len();
            let closing = Closing::Missing;
            let whole = self.query.len() - self.position;
            self.push(
                TokenKind::Phrase {
                    text,
                    slop: None,
                    closing,
                },
                whole,
            );
        } else {
            self.push(TokenKind::StrayQuote, length);
        }
    }

    fn word(&mut self) {
        let mut near = None;
        if self.at_start()
            && let Some((name, length)) = self.name()
        {
            if let Some(field) = Field::named(name) {
                self.push(TokenKind::Name(field), length);
                self.values = Values::Row(field);
                return;
            }
            if let Some(left) = self.hints.checked_sub(1) {
                near = Field::nearest(name);
                self.hints = left;
            }
        }
        let word = self.word_text();
        let kind = self.operator(word).unwrap_or(TokenKind::Word { near });
        let length = word.len();
        self.push(kind, length);
    }

    /// What stands before a colon here, and its length with the colon.
    fn name(&self) -> Option<(&str, usize)> {
        let (end, colon) = self
            .rest()
            .char_indices()
            .take(LONGEST_NAME + 1)
            .find(|&(_, character)| !character.is_alphabetic())?;
        (end > 0 && is_colon(colon)).then(|| (&self.rest()[..end], end + colon.len_utf8()))
    }

    /// The word that starts here, without stars at its end.
    fn word_text(&self) -> &str {
        let mut previous = ' ';
        let mut characters = self.rest().char_indices().peekable();
        let mut end = self.rest().len();
        while let Some((at, character)) = characters.next() {
            let next = characters.peek().map(|&(_, next)| next);
            let quote =
                QuoteFamily::opened_by(character).is_some() && !is_inch(previous, character, next);
            let comma = is_comma(character) && self.values != Values::None;
            if is_blank(character) || is_open(character) || is_close(character) || quote || comma {
                end = at;
                break;
            }
            previous = character;
        }
        self.rest()[..end].trim_end_matches(is_star)
    }

    fn operator(&self, word: &str) -> Option<TokenKind> {
        let after = self.rest()[word.len()..].chars().next();
        let alone = after.is_none_or(|next| {
            is_blank(next)
                || is_open(next)
                || is_close(next)
                || QuoteFamily::opened_by(next).is_some()
        });
        let free = self.at_start() && !(self.glued && self.last() == Some(&TokenKind::Minus));
        (alone && free)
            .then(|| OPERATORS.iter().find(|(known, _)| *known == word))?
            .map(|(_, kind)| kind.clone())
    }
}

/// Whether a straight quote is the sign of inches, as in `19" 机柜`.
fn is_inch(previous: char, quote: char, next: Option<char>) -> bool {
    quote == '"'
        && previous.is_ascii_digit()
        && next.is_none_or(|next| is_blank(next) || is_close(next) || is_comma(next))
}

/// `~3` behind a phrase: how many words may stand between, and the length of the sign.
fn slop(after: &str) -> (Option<u32>, usize) {
    let Some(sign) = after
        .chars()
        .next()
        .filter(|sign| matches!(sign, '~' | '～'))
    else {
        return (None, 0);
    };
    let digits = &after[sign.len_utf8()..];
    let end = digits
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(digits.len());
    match digits[..end.min(2)].parse::<u32>() {
        Ok(slop) if end <= 2 => (Some(slop), sign.len_utf8() + end),
        _ => (None, 0),
    }
}
