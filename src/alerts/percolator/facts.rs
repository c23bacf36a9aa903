//! A happening laid out for matching: its codes, its texts, its keys. Made once, held against many interests.

use std::collections::HashSet;

use jiff::civil::Date;

use super::key::{Key, Term};
use crate::alerts::occurrence::Occurrence;
use crate::alerts::subscription::Matter;
use crate::model::{Inherited, Record};
use crate::terms::spelling;
use crate::text::{is_han, normalize};

/// Characters of one text that are looked at; an abstract of ISO has three thousand.
const LONGEST_TEXT: usize = 20_000;

/// A code, and the document of the family it comes from where it is not the record's own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Code<'o> {
    pub(super) code: &'o str,
    pub(super) from: Option<&'o str>,
}

/// A text of the record.
#[derive(Debug)]
pub(super) struct FieldText {
    /// `title.en`, `abstract.zh`, `keywords`, `products`.
    pub(super) name: String,
    /// The text, normalised.
    pub(super) text: String,
    /// Its Latin words, each under its folded spelling.
    pub(super) words: HashSet<String>,
}

/// Everything that is asked of a happening.
#[derive(Debug)]
pub(super) struct Facts<'o> {
    pub(super) record: &'o Record,
    pub(super) matter: Matter,
    pub(super) today: Date,
    pub(super) markets: Vec<&'o str>,
    pub(super) hs: Vec<Code<'o>>,
    pub(super) ics: Vec<Code<'o>>,
    pub(super) products: Vec<Code<'o>>,
    pub(super) texts: Vec<FieldText>,
}

impl<'o> Facts<'o> {
    pub(super) fn of(occurrence: &'o Occurrence) -> Self {
        let record = &*occurrence.record;
        let inherited = record.inherited.as_ref();
        let codes = |own: &'o [String], of: fn(&Inherited) -> &[String]| codes(own, inherited, of);
        let own_markets = record.markets.iter();
        let markets = own_markets.chain(inherited.iter().flat_map(|parent| &parent.markets));
        Self {
            record,
            matter: occurrence.matter(),
            // Relative dates of a query are seen from the day of the happening, so that a replay tells the same.
            today: crate::clock::Clock::today(&crate::clock::FixedClock(occurrence.at)),
            markets: markets.map(String::as_str).collect(),
            hs: codes(&record.hs, |parent| &parent.hs),
            ics: codes(&record.ics, |parent| &parent.ics),
            products: codes(&record.products, |parent| &parent.products),
            texts: texts(record),
        }
    }

    /// Returns every key the happening has, each alone and within each of its markets; sorted, none twice.
    pub(super) fn keys(&self) -> Vec<Key> {
        let mut alone = self.terms();
        let markets: Vec<Key> = self
            .markets
            .iter()
            .map(|market| Key::of(Term::Market(market)))
            .collect();
        // A query may ask for one market and the interest for another: markets are paired too.
        alone.extend(&markets);
        alone.sort_unstable();
        alone.dedup();
        let mut keys = Vec::with_capacity(alone.len() * (markets.len() + 1));
        for market in &markets {
            keys.extend(alone.iter().map(|key| key.within(*market)));
        }
        keys.extend(alone);
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn terms(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        for code in &self.hs {
            keys.push(Key::of(Term::HsAt(code.code)));
            let prefixes = (2..=code.code.len()).filter_map(|length| code.code.get(..length));
            keys.extend(prefixes.map(|prefix| Key::of(Term::HsUnder(prefix))));
        }
        for code in &self.ics {
            keys.push(Key::of(Term::IcsAt(code.code)));
            let prefixes = [2, 6, 9]
                .into_iter()
                .filter_map(|length| code.code.get(..length));
            keys.extend(prefixes.map(|prefix| Key::of(Term::IcsUnder(prefix))));
        }
        keys.extend(
            self.products
                .iter()
                .map(|one| Key::of(Term::Product(one.code))),
        );
        keys.extend(self.names().map(|name| Key::of(Term::Document(name))));
        let record = self.record;
        keys.push(Key::of(Term::Field("body", &record.body)));
        keys.push(Key::of(Term::Field("kind", record.kind.code())));
        keys.extend(
            record
                .ccs
                .iter()
                .filter_map(|code| code.get(..1))
                .map(|letter| Key::of(Term::Field("ccs", letter))),
        );
        for text in &self.texts {
            keys.extend(text.words.iter().map(|word| Key::of(Term::Word(word))));
            keys.extend(pairs(&text.text).map(|pair| Key::of(Term::Word(pair))));
        }
        keys
    }

    /// Iterates over the names of the record and its family.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let record = self.record;
        [record.family.as_str(), &record.number, record.id.as_str()]
            .into_iter()
            .chain(record.also.iter().map(String::as_str))
    }
}

fn codes<'o>(
    own: &'o [String],
    inherited: Option<&'o Inherited>,
    of: fn(&Inherited) -> &[String],
) -> Vec<Code<'o>> {
    let own = own.iter().map(|code| Code { code, from: None });
    let inherited = inherited.into_iter().flat_map(|parent| {
        of(parent).iter().map(|code| Code {
            code,
            from: Some(parent.from.as_str()),
        })
    });
    own.chain(inherited).collect()
}

fn texts(record: &Record) -> Vec<FieldText> {
    let mut texts: Vec<FieldText> = Vec::new();
    let mut add = |name: String, text: &str| {
        let end = text
            .char_indices()
            .nth(LONGEST_TEXT)
            .map_or(text.len(), |(at, _)| at);
        let text = normalize(&text[..end]).as_str().to_owned();
        let words = latin_words(&text).map(spelling::key).collect();
        texts.push(FieldText { name, text, words });
    };
    for (language, title) in record.titles.iter() {
        add(format!("title.{language}"), title);
    }
    for (language, text) in record.abstracts.iter() {
        add(format!("abstract.{language}"), text);
    }
    if !record.keywords.is_empty() || !record.aliases.is_empty() {
        let all: Vec<&str> = record
            .keywords
            .iter()
            .chain(&record.aliases)
            .map(String::as_str)
            .collect();
        add("keywords".to_owned(), &all.join("\n"));
    }
    let own = record.notification.iter().map(|one| &one.products);
    let inherited = record.inherited.iter().map(|one| &one.products_covered);
    for products in own.chain(inherited).filter(|text| !text.is_empty()) {
        add("products".to_owned(), products);
    }
    texts
}

/// Iterates over the words of a normalised text that are not Chinese.
pub(super) fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() || is_han(character))
        .filter(|word| !word.is_empty())
}

/// Iterates over the Chinese characters of a normalised text, alone and in pairs.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = &str> {
    let following = text
        .char_indices()
        .skip(1)
        .map(Some)
        .chain(std::iter::once(None));
    text.char_indices()
        .zip(following)
        .flat_map(move |((at, character), next)| {
            let han = is_han(character);
            let end = at + character.len_utf8();
            let one = han.then(|| &text[at..end]);
            let two = next
                .filter(|&(_, next)| han && is_han(next))
                .map(|(_, next)| &text[at..end + next.len_utf8()]);
            one.into_iter().chain(two)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_cut_into_characters_and_pairs_and_the_rest_into_words() {
        assert_eq!(
            pairs("童车a安").collect::<Vec<_>>(),
            ["童", "童车", "车", "安"]
        );
        assert_eq!(
            latin_words("童车 en-71 安全x").collect::<Vec<_>>(),
            ["en", "71", "x"]
        );
        assert_eq!(pairs("").count(), 0);
    }
}
