//! Which parentheses belong together, and which of them are part of a text.
//!
//! `DB13(J)/T 8422`, `ISO 9001:2015(E)` and `EN 60335-1 (VDE 0700-1)` are texts, `陶瓷 (砖 OR 板)`
//! is not. Telling them apart by what stands before the parenthesis was turned down, because both
//! may follow a blank or a letter: what counts is whether there is anything but text inside.

use super::token::{Pair, Token, TokenKind};

/// Fills in the partners of all parentheses, in one pass.
pub(super) fn pair(tokens: &mut [Token]) {
    let mut open: Vec<Opening> = Vec::new();
    for index in 0..tokens.len() {
        match tokens[index].kind {
            TokenKind::Open(_) => open.push(Opening {
                index,
                inside: Inside::Nothing,
            }),
            TokenKind::Close { .. } => {
                let Some(opening) = open.pop() else { continue };
                let pair = match opening.inside {
                    Inside::Text => Pair::Plain { closing: index },
                    Inside::Nothing | Inside::More => Pair::Group { closing: index },
                };
                tokens[index].kind = TokenKind::Close {
                    opening: Some(opening.index),
                };
                tokens[opening.index].kind = TokenKind::Open(pair);
                if let Some(outer) = open.last_mut() {
                    outer.saw(opening.inside);
                }
            }
            _ => {
                let sign_in_text = is_sign_in_text(tokens, index);
                if let Some(opening) = open.last_mut() {
                    let text = matches!(tokens[index].kind, TokenKind::Word { near: None });
                    opening.saw(if text || sign_in_text {
                        Inside::Text
                    } else {
                        Inside::More
                    });
                }
            }
        }
    }
}

/// A parenthesis that waits for its partner.
struct Opening {
    index: usize,
    inside: Inside,
}

/// What was seen in a pair of parentheses so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Text,
    More,
}

impl Opening {
    fn saw(&mut self, what: Inside) {
        self.inside = match (self.inside, what) {
            (Inside::Nothing | Inside::Text, Inside::Text) => Inside::Text,
            _ => Inside::More,
        };
    }
}

/// Whether a minus belongs to the text, as in `低温(-x)`: it touches a parenthesis that touches a word.
fn is_sign_in_text(tokens: &[Token], index: usize) -> bool {
    let [.., word, opening, sign] = &tokens[..=index] else {
        return false;
    };
    sign.kind == TokenKind::Minus
        && sign.glued
        && opening.glued
        && matches!(opening.kind, TokenKind::Open(_))
        && matches!(word.kind, TokenKind::Word { .. } | TokenKind::Close { .. })
}
