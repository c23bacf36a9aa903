//! An interest compiled to what can be asked of a happening.

use super::condition::{self, Condition};
use super::facts::Facts;
use super::key::{Key, Term};
use super::reason::Reason;
use crate::alerts::subscription::{HsCode, Interest, MarketCode, Matters, Topic};

/// One topic, ready to be verified.
#[derive(Debug)]
enum Watched {
    /// A product with its HS codes.
    Product(String, Vec<HsCode>),
    /// An HS code.
    Hs(HsCode),
    /// An ICS code.
    Ics(String),
    /// A document's number as written, and its family.
    Document { written: String, family: String },
    /// A query.
    Query(Condition),
}

/// How an interest is found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Filing {
    /// Under each of these keys.
    Under(Vec<Key>),
    /// It has no necessary set, and is verified each time.
    Everywhere,
}

/// An interest, ready to be verified.
#[derive(Debug)]
pub(super) struct Watch {
    topics: Vec<Watched>,
    /// Watched markets with the unions they belong to.
    markets: Vec<String>,
    matters: Matters,
}

impl Watch {
    /// Compiles an interest.
    pub(super) fn of(interest: &Interest) -> Self {
        let with_unions = interest.markets().iter().flat_map(MarketCode::with_unions);
        let mut markets: Vec<String> = with_unions.map(str::to_owned).collect();
        markets.sort_unstable();
        markets.dedup();
        Self {
            topics: interest.topics().iter().map(Watched::of).collect(),
            markets,
            matters: interest.matters().clone(),
        }
    }

    /// Returns how the interest is to be filed.
    pub(super) fn filing(&self) -> Filing {
        let markets: Vec<Key> = self
            .markets
            .iter()
            .map(|one| Key::of(Term::Market(one)))
            .collect();
        if self.topics.is_empty() {
            return Filing::Under(markets);
        }
        let mut filed = Vec::new();
        for topic in &self.topics {
            let Some(keys) = topic.keys() else {
                // Without keys of its own a topic is still held back by the markets.
                if markets.is_empty() {
                    return Filing::Everywhere;
                }
                filed.extend(&markets);
                continue;
            };
            let anywhere = markets.is_empty() || matches!(topic, Watched::Document { .. });
            if anywhere {
                filed.extend(keys);
            } else {
                for market in &markets {
                    filed.extend(keys.iter().map(|key| key.within(*market)));
                }
            }
        }
        filed.sort_unstable();
        filed.dedup();
        Filing::Under(filed)
    }

    /// Returns the reasons for which a happening concerns the interest; none where it does not.
    pub(super) fn verify(&self, facts: &Facts<'_>) -> Vec<Reason> {
        if !self.matters.contain(facts.matter) {
            return Vec::new();
        }
        let market = self
            .markets
            .iter()
            .find(|one| facts.markets.contains(&one.as_str()));
        let in_market = self.markets.is_empty() || market.is_some();
        let mut reasons = Vec::new();
        if self.topics.is_empty() {
            reasons.extend(market.map(|market| Reason::Market {
                market: market.clone(),
            }));
            return reasons;
        }
        for topic in &self.topics {
            if in_market || matches!(topic, Watched::Document { .. }) {
                topic.verify(facts, &mut reasons);
            }
        }
        let mut seen = std::collections::HashSet::new();
        reasons.retain(|reason| seen.insert(reason.clone()));
        reasons
    }
}

impl Watched {
    fn of(topic: &Topic) -> Self {
        match topic {
            Topic::Product(id) => {
                let codes = id.product().map_or(&[][..], |product| &product.hs);
                let codes = codes.iter().filter_map(|code| code.parse().ok()).collect();
                Self::Product(id.as_str().to_owned(), codes)
            }
            Topic::Hs(code) => Self::Hs(code.clone()),
            Topic::Ics(code) => Self::Ics(code.as_str().to_owned()),
            Topic::Document(document) => Self::Document {
                written: document.as_str().to_owned(),
                family: document.family().to_owned(),
            },
            Topic::Query(query) => Self::Query(Condition::of(&query.node())),
        }
    }

    fn keys(&self) -> Option<Vec<Key>> {
        match self {
            Self::Product(id, codes) => {
                let mut keys = vec![Key::of(Term::Product(id))];
                keys.extend(codes.iter().flat_map(hs_keys));
                Some(keys)
            }
            Self::Hs(code) => Some(hs_keys(code)),
            Self::Ics(code) => {
                let above = [2, 6].into_iter().filter(|&length| length < code.len());
                let above = above.filter_map(|length| code.get(..length));
                let mut keys: Vec<Key> = above.map(|code| Key::of(Term::IcsAt(code))).collect();
                keys.push(Key::of(Term::IcsUnder(code)));
                Some(keys)
            }
            Self::Document { written, family } => Some(
                [written, family]
                    .map(|name| Key::of(Term::Document(name)))
                    .into(),
            ),
            Self::Query(condition) => condition.keys(),
        }
    }

    fn verify(&self, facts: &Facts<'_>, reasons: &mut Vec<Reason>) {
        match self {
            Self::Product(id, codes) => {
                let by_tag = condition::tagged(id, facts);
                let by_code = || {
                    codes
                        .iter()
                        .find_map(|code| condition::hs(code, Some(id), facts))
                };
                reasons.extend(by_tag.or_else(by_code));
            }
            Self::Hs(code) => reasons.extend(condition::hs(code, None, facts)),
            Self::Ics(code) => {
                // A notification of the whole field concerns its subgroups.
                let above = || {
                    facts
                        .ics
                        .iter()
                        .find(|one| code.starts_with(one.code))
                        .map(|one| Reason::Ics {
                            watched: code.clone(),
                            notified: one.code.to_owned(),
                            from: one.from.map(str::to_owned),
                        })
                };
                reasons.extend(condition::ics(code, facts).or_else(above));
            }
            Self::Document { written, family } => {
                if facts.names().any(|name| name == family || name == written) {
                    reasons.push(Reason::Document {
                        number: written.clone(),
                    });
                }
            }
            Self::Query(condition) => {
                let mut found = Vec::new();
                if condition.holds(facts, &mut found) {
                    if found.is_empty() {
                        // A query that only excludes has nothing to point at but itself.
                        found.push(Reason::Field {
                            field: "query".to_owned(),
                            value: facts.record.number.clone(),
                        });
                    }
                    reasons.extend(found);
                }
            }
        }
    }
}

/// Whatever meets a code is notified under it, or exactly at one of those above.
fn hs_keys(code: &HsCode) -> Vec<Key> {
    let above = code.above().map(|code| Key::of(Term::HsAt(code)));
    above
        .chain([Key::of(Term::HsUnder(code.as_str()))])
        .collect()
}
