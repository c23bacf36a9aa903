//! A query compiled to what can be asked of a record.

use super::concept::Concept;
use super::dated;
use super::facts::Facts;
use super::key::{Key, Term};
use super::reason::Reason;
use crate::alerts::subscription::HsCode;
use crate::model::{Kind, NumberKeys, RelationKind, Status};
use crate::number::Number;
use crate::search::query::{Content, Dates, Field, Node};
use crate::text::normalize;

/// One condition of a query.
#[derive(Debug, Clone)]
pub(super) enum Condition {
    /// Holds always.
    Always,
    /// Every concept is named in a text.
    Concepts(Vec<Concept>),
    /// The text stands in a field, as it is written; any text where no field is named.
    Stands { text: String, place: Place },
    /// The record or its family has this number.
    Number(String),
    /// The record adopts a document of this family.
    Adopts(String),
    /// A code of a classification, with what lies below and above it.
    Hs(HsCode),
    /// An ICS code or its beginning.
    Ics(String),
    /// A CCS code or its beginning.
    Ccs(String),
    /// The product is tagged.
    Product(String),
    /// The record holds for the market.
    Market(String),
    /// The issuing body.
    Body(String),
    /// The status on the day of the happening.
    Status(Status),
    /// The kind of record.
    Kind(Kind),
    /// There is a title in the language.
    Language(String),
    /// A date lies where it is asked for.
    Date(Field, Dates),
    /// Does not hold.
    Not(Box<Self>),
    /// All hold.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
}

/// Where a text is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In any text.
    Anywhere,
    /// In titles.
    Titles,
}

impl Place {
    fn holds(self, field: &str) -> bool {
        self == Self::Anywhere || field.starts_with("title")
    }
}

impl Condition {
    /// Compiles a query.
    pub(super) fn of(node: &Node) -> Self {
        match node {
            Node::Any => Self::Always,
            Node::Words { text, .. } => Self::words(text),
            Node::Phrase { text, .. } | Node::Prefix { text, .. } => {
                Self::stands(text, Place::Anywhere)
            }
            Node::Field { field, values, .. } => Self::Any(
                values
                    .iter()
                    .map(|value| Self::value(*field, &value.content))
                    .collect(),
            ),
            Node::Not(inner) => Self::Not(Box::new(Self::of(inner))),
            Node::And(nodes) => Self::All(nodes.iter().map(Self::of).collect()),
            Node::Or(nodes) => Self::Any(nodes.iter().map(Self::of).collect()),
        }
    }

    /// A number is a number; everything else is words.
    fn words(text: &str) -> Self {
        let looks_like_one = text.bytes().any(|byte| byte.is_ascii_digit());
        match Number::parse(text) {
            Ok(number) if looks_like_one => Self::Number(number.family().to_string()),
            _ => {
                let concepts = Concept::all_in(text);
                if concepts.is_empty() {
                    Self::Not(Box::new(Self::Always))
                } else {
                    Self::Concepts(concepts)
                }
            }
        }
    }

    fn stands(text: &str, place: Place) -> Self {
        Self::Stands {
            text: normalize(text).as_str().trim().to_owned(),
            place,
        }
    }

    fn value(field: Field, content: &Content) -> Self {
        let text = match content {
            Content::Any => return Self::Always,
            Content::Status(status) => return Self::Status(*status),
            Content::Kind(kind) => return Self::Kind(*kind),
            Content::Dates(dates) => return Self::Date(field, *dates),
            Content::Text(text) | Content::Prefix(text) | Content::Phrase { text, .. } => text,
        };
        match field {
            Field::Title => Self::stands(text, Place::Titles),
            Field::Number | Field::Family => Self::Number(NumberKeys::of(text).family),
            Field::Adopts => Self::Adopts(NumberKeys::of(text).family),
            Field::Ics => Self::Ics(text.trim_end_matches('.').to_owned()),
            Field::Ccs => Self::Ccs(text.clone()),
            Field::Hs => text
                .parse()
                .map_or_else(|_| Self::Not(Box::new(Self::Always)), Self::Hs),
            Field::Product => Self::Product(text.clone()),
            Field::Market => Self::Market(
                corpora::markets::by_name(text)
                    .map_or_else(|| text.clone(), |one| one.code.clone()),
            ),
            Field::Body => Self::Body(text.clone()),
            Field::In => Self::Language(text.to_lowercase()),
            // Their values are none of text: the grammar reads them above.
            Field::Status
            | Field::Kind
            | Field::Published
            | Field::Implemented
            | Field::Deadline => Self::Not(Box::new(Self::Always)),
        }
    }

    /// Returns keys of which whatever meets the condition has one; nothing where there is no such set.
    ///
    /// Of a conjunction the part with the fewest keys is chosen, words before classes: a word of a title is rarer than
    /// a body or a kind.
    pub(super) fn keys(&self) -> Option<Vec<Key>> {
        let one = |term| Some(vec![Key::of(term)]);
        match self {
            Self::Always
            | Self::Not(_)
            | Self::Date(..)
            | Self::Status(_)
            | Self::Language(_)
            | Self::Adopts(_) => None,
            Self::Concepts(concepts) => concepts.iter().map(Concept::keys).min_by_key(Vec::len),
            Self::Stands { text, .. } => Concept::verbatim(text).and_then(|concept| {
                // The last word of a text that stands may go on (`electr` in `electric`): only Chinese gives a key.
                let keys = concept.keys();
                text.chars().all(crate::text::is_han).then_some(keys)
            }),
            Self::Number(family) => one(Term::Document(family)),
            Self::Hs(code) => {
                let above = code.above().map(|code| Key::of(Term::HsAt(code)));
                Some(
                    above
                        .chain([Key::of(Term::HsUnder(code.as_str()))])
                        .collect(),
                )
            }
            Self::Ics(code) => match code.len() {
                2 | 6 | 9 => one(Term::IcsUnder(code)),
                _ => None,
            },
            Self::Ccs(code) => code
                .get(..1)
                .and_then(|letter| one(Term::Field("ccs", letter))),
            Self::Product(product) => one(Term::Product(product)),
            Self::Market(market) => one(Term::Market(market)),
            Self::Body(body) => one(Term::Field("body", body)),
            Self::Kind(kind) => one(Term::Field("kind", kind.code())),
            Self::All(conditions) => conditions
                .iter()
                .filter_map(|condition| Some((condition.commonness(), condition.keys()?)))
                .min_by_key(|(common, keys)| (*common, keys.len()))
                .map(|(_, keys)| keys),
            Self::Any(conditions) => {
                let each: Option<Vec<Vec<Key>>> = conditions.iter().map(Self::keys).collect();
                each.map(|keys| keys.concat())
            }
        }
    }

    /// How common it is that the condition holds, the rarest first.
    fn commonness(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Concepts(_) | Self::Stands { .. } => 1,
            Self::Product(_) | Self::Hs(_) | Self::Ics(_) => 2,
            Self::All(conditions) => conditions.iter().map(Self::commonness).min().unwrap_or(9),
            Self::Any(conditions) => conditions.iter().map(Self::commonness).max().unwrap_or(9),
            _ => 5,
        }
    }

    /// Tells whether the condition holds, and adds the reasons it holds for.
    pub(super) fn holds(&self, facts: &Facts<'_>, reasons: &mut Vec<Reason>) -> bool {
        let record = facts.record;
        let field = |name: Field, value: &str| Reason::Field {
            field: name.name().to_owned(),
            value: value.to_owned(),
        };
        let found = match self {
            Self::Always => return true,
            Self::Not(inner) => return !inner.holds(facts, &mut Vec::new()),
            Self::All(conditions) => {
                return conditions
                    .iter()
                    .all(|condition| condition.holds(facts, reasons));
            }
            Self::Any(conditions) => {
                return conditions
                    .iter()
                    .any(|condition| condition.holds(facts, reasons));
            }
            Self::Concepts(concepts) => return named(concepts, facts, reasons),
            Self::Stands { text, place } => facts
                .texts
                .iter()
                .find(|one| place.holds(&one.name) && one.text.contains(text.as_str()))
                .map(|one| Reason::Words {
                    field: one.name.clone(),
                    watched: text.clone(),
                    found: text.clone(),
                }),
            Self::Number(family) => {
                facts
                    .names()
                    .any(|name| name == family)
                    .then(|| Reason::Document {
                        number: family.clone(),
                    })
            }
            Self::Adopts(family) => record
                .relations
                .iter()
                .filter(|relation| relation.kind == RelationKind::Adopts)
                .find(|relation| NumberKeys::of(&relation.target).family == *family)
                .map(|relation| field(Field::Adopts, &relation.target)),
            Self::Hs(code) => hs(code, None, facts),
            Self::Ics(code) => ics(code, facts),
            Self::Ccs(code) => record
                .ccs
                .iter()
                .find(|one| one.starts_with(code.as_str()))
                .map(|one| field(Field::Ccs, one)),
            Self::Product(product) => tagged(product, facts),
            Self::Market(market) => {
                facts
                    .markets
                    .contains(&market.as_str())
                    .then(|| Reason::Market {
                        market: market.clone(),
                    })
            }
            Self::Body(body) => (record.body == *body).then(|| field(Field::Body, body)),
            Self::Status(status) => (record.lifecycle.status_on(facts.today).status == *status)
                .then(|| field(Field::Status, status.code())),
            Self::Kind(kind) => (record.kind == *kind).then(|| field(Field::Kind, kind.code())),
            Self::Language(code) => record.titles.get(code).map(|_| field(Field::In, code)),
            Self::Date(name, dates) => dated::holds(*name, *dates, record, facts.today)
                .then(|| field(*name, &facts.today.to_string())),
        };
        let holds = found.is_some();
        reasons.extend(found);
        holds
    }
}

fn named(concepts: &[Concept], facts: &Facts<'_>, reasons: &mut Vec<Reason>) -> bool {
    let before = reasons.len();
    for concept in concepts {
        let met = facts
            .texts
            .iter()
            .find_map(|field| Some((field, concept.met_in(field)?)));
        let Some((field, found)) = met else {
            reasons.truncate(before);
            return false;
        };
        reasons.push(Reason::Words {
            field: field.name.clone(),
            watched: concept.asked().to_owned(),
            found: found.to_owned(),
        });
    }
    true
}

/// Returns the reason for which a watched HS code is met: the longest code that meets it, the record's own first.
pub(super) fn hs(code: &HsCode, product: Option<&str>, facts: &Facts<'_>) -> Option<Reason> {
    let met = facts.hs.iter().filter(|one| code.meets(one.code));
    met.max_by_key(|one| (one.from.is_none(), one.code.len()))
        .map(|one| Reason::Hs {
            watched: code.to_string(),
            notified: one.code.to_owned(),
            product: product.map(str::to_owned),
            from: one.from.map(str::to_owned),
        })
}

/// Returns the reason for which a watched ICS code is met from below.
pub(super) fn ics(code: &str, facts: &Facts<'_>) -> Option<Reason> {
    let met = facts.ics.iter().filter(|one| one.code.starts_with(code));
    met.max_by_key(|one| (one.from.is_none(), one.code.len()))
        .map(|one| Reason::Ics {
            watched: code.to_owned(),
            notified: one.code.to_owned(),
            from: one.from.map(str::to_owned),
        })
}

/// Returns the reason for which a watched product is met.
pub(super) fn tagged(product: &str, facts: &Facts<'_>) -> Option<Reason> {
    let met = facts.products.iter().filter(|one| one.code == product);
    met.max_by_key(|one| one.from.is_none())
        .map(|one| Reason::Product {
            product: product.to_owned(),
            from: one.from.map(str::to_owned),
        })
}
