//! Terms carried to the index inside a text.
//!
//! Documents arrive cut into terms, because one reading of a text feeds four fields. tantivy's own way for that, the
//! pre-tokenized string, writes every term as JSON into the document and reads it back from there; it was half of the time
//! of indexing. So the terms of a field are written one behind the other, with characters between them that no term
//! holds, and the tokenizer of these fields only has to cut there.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::analyzer::Term;

/// Name under which the tokenizer is known to the schema.
pub(super) const NAME: &str = "carried";

/// Stands between a term and its position.
const BEFORE_POSITION: char = '\u{1F}';
/// Stands behind a position.
const AFTER_POSITION: char = '\u{1E}';

/// Writes terms with their positions.
pub(super) fn carry(terms: &[Term]) -> String {
    let size = terms.iter().map(|term| term.text.len() + 6).sum();
    let mut text = String::with_capacity(size);
    // `format!` would cost as much as everything else here.
    let mut digits = itoa::Buffer::new();
    for term in terms {
        text.push_str(&term.text);
        text.push(BEFORE_POSITION);
        text.push_str(digits.format(term.position));
        text.push(AFTER_POSITION);
    }
    text
}

/// Cuts a carried text into its terms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Carried;

impl Tokenizer for Carried {
    type TokenStream<'text> = CarriedStream<'text>;

    fn token_stream<'text>(&'text mut self, text: &'text str) -> CarriedStream<'text> {
        CarriedStream {
            rest: text,
            token: Token::default(),
        }
    }
}

/// The terms of a carried text, one by one.
#[derive(Debug)]
pub(super) struct CarriedStream<'text> {
    rest: &'text str,
    token: Token,
}

impl TokenStream for CarriedStream<'_> {
    fn advance(&mut self) -> bool {
        let Some((term, behind)) = self.rest.split_once(BEFORE_POSITION) else {
            return false;
        };
        let Some((position, behind)) = behind.split_once(AFTER_POSITION) else {
            return false;
        };
        self.rest = behind;
        self.token.text.clear();
        self.token.text.push_str(term);
        self.token.position = position.parse().unwrap_or(0);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn terms_and_positions_arrive_as_they_were_carried(terms in proptest::collection::vec(("[\\p{Han}\\w]{1,6}", 0_usize..100_000), 0..40)) {
            let carried: Vec<Term> = terms
                .iter()
                .map(|(text, position)| Term { text: text.clone(), position: *position, start: 0, end: 0 })
                .collect();
            let text = carry(&carried);
            let mut tokenizer = Carried;
            let mut stream = tokenizer.token_stream(&text);
            let mut arrived = Vec::new();
            while stream.advance() {
                arrived.push((stream.token().text.clone(), stream.token().position));
            }
            prop_assert_eq!(arrived, terms);
        }
    }
}
