//! Words, names of fields and operators, as the lexer meets them.

use super::characters::{QuoteFamily, is_blank, is_close, is_colon, is_comma, is_open, is_star};
use super::field::Field;
use super::lexer::{Lexer, Values};
use super::quote::is_inch;
use super::token::TokenKind;

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

impl Lexer<'_> {
    /// Takes a word, unless it is the name of a field or an operator.
    pub(super) fn word(&mut self) {
        let mut near = None;
        if self.at_start()
            && let Some((name, length)) = self.name()
        {
            if let Some(field) = Field::named(name) {
                self.push(TokenKind::Name(field), length);
                if !matches!(self.values, Values::List { .. }) {
                    self.values = Values::Row { field, depth: 0 };
                }
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
