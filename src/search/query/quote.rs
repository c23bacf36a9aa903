//! Quotes, as the lexer meets them.

use super::characters::{QuoteFamily, is_blank, is_close, is_comma};
use super::lexer::Lexer;
use super::token::{Closing, TokenKind};

impl Lexer<'_> {
    /// Takes a phrase, or a quote that has no partner. Each family of quotes is sought at most once
    /// in vain, so that a thousand opening quotes cost no more than one.
    pub(super) fn quote(&mut self, family: QuoteFamily, length: usize) {
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
}

/// Whether a straight quote is the sign of inches, as in `19" 机柜`.
pub(super) fn is_inch(previous: char, quote: char, next: Option<char>) -> bool {
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
