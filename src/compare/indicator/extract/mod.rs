//! Reading indicators out of text.
//!
//! Three stages that can be used apart: [`blocks`] divides a text into tables and sentences, the
//! lexer and the reading parser find numbers with their comparing words in either language, and the
//! sentence readers ([`chinese`], [`english`]) and the [`table`] reader decide what is limited, what
//! only qualifies, and what is no requirement at all. Everything is linear in the text.

mod blocks;
mod chinese;
mod context;
mod english;
mod exclusion;
mod lexer;
mod listing;
mod phrases;
mod reading;
mod subject;
mod table;
mod words;

use std::ops::Range;

use super::number::CommaStyle;
use super::unit::Unit;
use super::{Indicator, Language, Limit};
use blocks::Block;
use context::{Carry, Sentence};

/// Reads all indicators of a text, in the order they stand.
///
/// `language` may be left out; it is then told by each sentence's script.
pub fn extract(text: &str, language: Option<Language>) -> Vec<Indicator> {
    let style = CommaStyle::of(text);
    let mut found = Vec::new();
    let mut carry = Carry::default();
    for block in blocks::blocks(text) {
        match block {
            Block::Table(table) => found.extend(table::indicators(text, &table, style)),
            Block::Sentence(range) => {
                let sentence = Sentence::new(&text[range.clone()], range.start, style);
                carry.next_sentence();
                found.extend(sentence_indicators(&sentence, language, &mut carry));
            }
        }
    }
    found
}

/// A quantity or range mentioned in a condition, with the words it is printed in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct QuantityMention {
    /// The values.
    pub(crate) limit: Limit,
    /// The unit, when one is printed.
    pub(crate) unit: Option<Unit>,
    /// The words.
    pub(crate) text: String,
}

/// Numbers with their units and standard numbers, which a comparison must not divide.
pub(crate) fn protected(text: &str) -> Vec<Range<usize>> {
    let style = CommaStyle::of(text);
    let mut ranges = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let tokens = lexer::tokens(line, style).into_iter();
        let whole =
            tokens.filter(|token| token.is_quantity() || token.kind == lexer::Kind::Reference);
        ranges.extend(whole.map(|token| start + token.start..start + token.end));
        start += line.len();
    }
    ranges
}

/// Reads the quantities of a short text without asking what they limit.
pub(crate) fn quantities(text: &str) -> Vec<QuantityMention> {
    let sentence = Sentence::new(text, 0, CommaStyle::of(text));
    let mention = |reading: &reading::Reading| QuantityMention {
        limit: reading.limit.clone(),
        unit: reading.unit.clone(),
        text: text[reading.span.clone()].to_owned(),
    };
    sentence.readings.iter().map(mention).collect()
}

/// A stretch with more numbers is data and no sentence; it limits nothing, and every number of it
/// would be weighed against all its words.
const MOST_READINGS: usize = 100;

fn sentence_indicators(
    sentence: &Sentence<'_>,
    language: Option<Language>,
    carry: &mut Carry,
) -> Vec<Indicator> {
    if sentence.readings.len() > MOST_READINGS {
        return Vec::new();
    }
    if let Some(listed) = listing::indicators(sentence) {
        return listed;
    }
    listing::remember_lead(sentence, carry);
    match language.unwrap_or_else(|| Language::of(sentence.text)) {
        Language::Zh => chinese::sentence(sentence, carry),
        Language::En => english::sentence(sentence, carry),
    }
}

#[cfg(test)]
mod tests;
