//! Conditions on fields: from a name and a value as people write them to keys of the index.

use corpora::{bodies, markets, products};
use jiff::civil::Date;

use super::filter::{hs_both_ways, ics_of_both_editions};
use super::{Clause, DateKey, Key, numbers, title};
use crate::index::analyzer::Analyzer;
use crate::index::day_number;
use crate::model::NumberKeys;
use crate::number::{Body, Number, Symbol};
use crate::search::query::{Content, Dates, Field, Value};

/// Returns the clause of a condition; any of its values will do.
pub(super) fn condition(
    analyzer: &Analyzer,
    field: Field,
    values: &[Value],
    today: Date,
) -> Clause {
    Clause::best(
        values
            .iter()
            .map(|value| content(analyzer, field, &value.content, today))
            .collect(),
    )
}

fn content(analyzer: &Analyzer, field: Field, content: &Content, today: Date) -> Clause {
    match content {
        Content::Any => any(field),
        Content::Phrase { text, .. } if field == Field::Title => title::phrase(analyzer, text),
        Content::Text(text) | Content::Phrase { text, .. } => text_of(field, text),
        Content::Prefix(text) => prefix_of(field, text),
        Content::Status(status) => Clause::Key(Key::Status, status.code().to_owned()),
        Content::Kind(kind) => Clause::Key(Key::Kind, kind.code().to_owned()),
        Content::Dates(dates) => days(field, *dates, today),
    }
}

fn any(field: Field) -> Clause {
    match (date_key(field), key(field)) {
        (Some(date), _) => Clause::Days(date, 1, u64::MAX),
        (None, Some(key)) => Clause::KeyPrefix(key, String::new()),
        (None, None) => Clause::Every,
    }
}

fn days(field: Field, dates: Dates, today: Date) -> Clause {
    let Some(key) = date_key(field) else {
        return Clause::Nothing;
    };
    let days = dates.resolve(today);
    let from = days.from.map_or(1, day_number);
    Clause::Days(key, from, days.to.map_or(u64::MAX, day_number))
}

fn date_key(field: Field) -> Option<DateKey> {
    match field {
        Field::Published => Some(DateKey::Published),
        Field::Implemented => Some(DateKey::Implemented),
        Field::Deadline => Some(DateKey::Deadline),
        _ => None,
    }
}

fn key(field: Field) -> Option<Key> {
    Some(match field {
        Field::Number => Key::Number,
        Field::Body => Key::Body,
        Field::Market => Key::Market,
        Field::Status => Key::Status,
        Field::Kind => Key::Kind,
        Field::Ics => Key::Ics,
        Field::Hs => Key::Hs,
        Field::Ccs => Key::Ccs,
        Field::Product => Key::Product,
        Field::In => Key::Language,
        Field::Adopts => Key::Adopts,
        Field::Family => Key::Family,
        Field::Title | Field::Published | Field::Implemented | Field::Deadline => return None,
    })
}

fn text_of(field: Field, text: &str) -> Clause {
    let text = text.trim();
    match field {
        Field::Title => title::words(text),
        Field::Number => number(text),
        Field::Family => Clause::Key(Key::Family, NumberKeys::of(text).family),
        Field::Adopts => Clause::Key(Key::Adopts, NumberKeys::of(text).family),
        Field::Body => Clause::Key(Key::Body, body_code(text)),
        Field::Market => {
            let code = markets::by_name(text)
                .map_or_else(|| text.to_owned(), |market| market.code.clone());
            Clause::Key(Key::Market, code)
        }
        Field::Product => product(text),
        Field::In => Clause::Key(Key::Language, language_code(text)),
        Field::Hs => Clause::best(hs_both_ways(text)),
        Field::Ics => Clause::best(ics_of_both_editions(text)),
        Field::Ccs => Clause::Key(Key::Ccs, text.to_uppercase()),
        other => key(other).map_or(Clause::Nothing, |key| Clause::Key(key, text.to_owned())),
    }
}

fn prefix_of(field: Field, text: &str) -> Clause {
    match field {
        Field::Title => title::prefix(text),
        Field::Number | Field::Family | Field::Adopts => numbers::prefix(text),
        // Codes are indexed with every group above them, so the beginning of a code is a code.
        Field::Ccs => Clause::KeyPrefix(Key::Ccs, text.to_uppercase()),
        other => key(other).map_or(Clause::Nothing, |key| {
            Clause::KeyPrefix(key, text.trim_end_matches('.').to_owned())
        }),
    }
}

fn number(text: &str) -> Clause {
    if let Ok(symbol) = Symbol::parse(text) {
        return numbers::symbol(&symbol);
    }
    Number::parse(text).map_or_else(
        |_| numbers::verbatim(text),
        |number| numbers::number(&number),
    )
}

fn body_code(text: &str) -> String {
    let upper = text.to_uppercase();
    let known = Body::from_code(&upper).map(|body| body.code().to_owned());
    let named = || {
        let mut all = bodies::bodies().iter();
        all.find(|body| body.name_zh == text || body.name_en.eq_ignore_ascii_case(text))
            .map(|body| body.code.clone())
    };
    known.or_else(named).unwrap_or(upper)
}

fn product(text: &str) -> Clause {
    let known = products::products().iter().find(|product| {
        let names = [&product.id, &product.name_zh, &product.name_en];
        let aliases = product.aliases_zh.iter().chain(&product.aliases_en);
        names
            .into_iter()
            .chain(aliases)
            .any(|name| name.eq_ignore_ascii_case(text))
    });
    match known {
        Some(product) => Clause::Key(Key::Product, product.id.clone()),
        None => title::words(text),
    }
}

/// Names of languages as people write them, and their codes.
const LANGUAGES: [(&str, &str); 12] = [
    ("中文", "zh"),
    ("汉语", "zh"),
    ("chinese", "zh"),
    ("英文", "en"),
    ("英语", "en"),
    ("english", "en"),
    ("法文", "fr"),
    ("法语", "fr"),
    ("日文", "ja"),
    ("日语", "ja"),
    ("俄文", "ru"),
    ("俄语", "ru"),
];

fn language_code(text: &str) -> String {
    let lower = text.to_lowercase();
    LANGUAGES
        .iter()
        .find(|(name, _)| *name == lower)
        .map_or(lower.clone(), |(_, code)| (*code).to_owned())
}
