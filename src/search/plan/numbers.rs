//! Clauses for numbers of standards, symbols of notifications, and bare digits.

use super::{Clause, Key};
use crate::model::NumberKeys;
use crate::number::{Number, Symbol};

/// An exact number stands before everything, its family next, relatives after; none of it depends on BM25.
const EXACT: f32 = 400.0;
const FAMILY: f32 = 200.0;
const KIN: f32 = 90.0;
pub(super) const PARTS: f32 = 60.0;
const MENTION: f32 = 2.0;

/// Returns the clause of a number.
pub(super) fn number(number: &Number) -> Clause {
    let keys = NumberKeys::from(number.clone());
    let mut ways = vec![
        Clause::Key(Key::Family, keys.family.clone()).boosted(FAMILY),
        Clause::Key(Key::Kin, keys.kin).boosted(KIN),
        Clause::Key(Key::Mentions, keys.family).boosted(MENTION),
    ];
    if number.part().is_none() {
        // `GB 4806` means all its parts.
        let same_body = Clause::Key(Key::Body, number.body().code().to_owned()).boosted(0.0);
        let same_digits = Clause::Key(Key::Digits, number.base().to_owned()).boosted(PARTS);
        ways.push(Clause::All(vec![same_digits, same_body]));
    }
    let exact = Clause::Key(Key::Number, keys.exact).boosted(EXACT);
    Clause::Best([vec![exact], ways].concat())
}

/// Returns the clause of a notification's symbol.
pub(super) fn symbol(symbol: &Symbol) -> Clause {
    Clause::Best(vec![
        Clause::Key(Key::Number, symbol.to_string()).boosted(EXACT),
        Clause::Key(Key::Family, symbol.family().to_string()).boosted(FAMILY),
    ])
}

/// Returns the clause of a text that is a number by its look but cannot be read (`建质 223 号`).
pub(super) fn verbatim(text: &str) -> Clause {
    Clause::Key(Key::Number, NumberKeys::of(text).exact).boosted(EXACT)
}

/// Returns the clause of a number whose end is open (`ISO 105-*`).
pub(super) fn prefix(text: &str) -> Clause {
    Clause::KeyPrefix(Key::Number, text.trim().to_owned()).boosted(KIN)
}
