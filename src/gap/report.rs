//! The report: a pure function of the facts.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::requirements::requirement;
use super::{Facts, GapQuestion, ReportDocument, Role};
use crate::compare::adoption::{Graph, Link};
use crate::compare::gap::{
    Document, EnvelopeLine, GapLine, LineSide, Requirement, VerdictCounts, envelopes, fold, pair,
};
use crate::compare::lexicon::Embedded;
use crate::compare::verdict::Verdict;
use crate::model::{Bilingual, Kind, NumberKeys, Status};

/// The version of the rules by which lines are paired and judged; a change that can change a line raises it.
pub const RULES_VERSION: &str = "2026-11-25.1";

/// A gap report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapReport {
    /// Hash of snapshot, rules and question: two reports of one id are the same to the last byte.
    pub report_id: String,
    /// The rules it was made by.
    pub rules_version: String,
    /// Hash of every fact it was made from.
    pub snapshot: String,
    /// The question.
    pub question: GapQuestion,
    /// Names of the product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Bilingual>,
    /// How much could be compared, before any verdict.
    pub coverage: Bilingual,
    /// The verdicts, all markets together.
    pub counts: VerdictCounts,
    /// The verdicts market by market.
    pub by_market: Vec<MarketCounts>,
    /// The lines: what must be acted upon first.
    pub lines: Vec<GapLine>,
    /// Domestic requirements for other grades or objects than any foreign one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unpaired: Vec<Unpaired>,
    /// What satisfies several foreign documents at once, or the proof that nothing does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub envelopes: Vec<EnvelopeLine>,
    /// The documents.
    pub documents: Vec<ReportDocument>,
    /// Foreign documents with the domestic ones that adopt the same standard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correspondences: Vec<Correspondence>,
    /// Documents that stand alone, on both sides.
    pub missing: Missing,
    /// Documents whose limits were not compared, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
    /// What is not covered.
    pub not_covered: Vec<Bilingual>,
}

/// The verdicts of one market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarketCounts {
    /// The market.
    pub market: String,
    /// How much could be compared.
    pub coverage: Bilingual,
    /// The verdicts.
    pub counts: VerdictCounts,
}

/// A domestic requirement without a counterpart of its grade or object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpaired {
    /// The market whose documents limit the parameter for something else.
    pub market: String,
    /// The parameter.
    pub parameter: Bilingual,
    /// The requirement.
    pub domestic: LineSide,
}

/// A foreign and a domestic document that are joined by adoptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correspondence {
    /// Number of the foreign document.
    pub foreign: String,
    /// Number of the domestic one.
    pub domestic: String,
    /// The adoptions that join them.
    pub chain: Vec<Link>,
    /// Index of the weakest of them.
    pub weakest: Option<usize>,
}

/// Documents that neither an adoption nor a common parameter joins to the other side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Numbers of foreign documents without a domestic counterpart.
    pub foreign_without_domestic: Vec<String>,
    /// Numbers of domestic documents without a foreign counterpart.
    pub domestic_without_foreign: Vec<String>,
}

/// A document whose limits were not compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Its number.
    pub number: String,
    /// How many limits of it are held.
    pub limits: usize,
    /// Why they were not compared.
    pub reason: Bilingual,
}

/// More pairs of documents than this are not searched for chains of adoption.
const MOST_PAIRS: usize = 10_000;

impl GapReport {
    /// Makes the report of some facts.
    pub fn of(facts: &Facts) -> Self {
        let snapshot = facts.snapshot();
        let (used, set_aside) = chosen_editions(facts);
        let side = |role: Role| requirements(facts, &used, role);
        let (domestic, foreign) = (side(Role::Domestic), side(Role::Foreign));
        let mut markets: Vec<&str> = facts
            .documents
            .iter()
            .filter(|document| document.role == Role::Foreign)
            .map(|document| document.market.as_str())
            .collect();
        markets.extend(facts.question.markets.iter().map(String::as_str));
        markets.sort_unstable();
        markets.dedup();
        let mut lines = Vec::new();
        let mut unpaired = Vec::new();
        let mut by_market = Vec::new();
        for market in markets {
            let (own, left) = lines_of(market, &domestic, &foreign);
            let counts = VerdictCounts::of(&own);
            by_market.push(MarketCounts {
                market: market.to_owned(),
                coverage: counts.coverage(),
                counts,
            });
            lines.extend(own);
            unpaired.extend(left);
        }
        lines.sort_by_key(|line| urgency(line.finding.verdict));
        let counts = VerdictCounts::of(&lines);
        let correspondences = correspondences(facts);
        Self {
            report_id: report_id(&snapshot, &facts.question),
            rules_version: RULES_VERSION.to_owned(),
            snapshot,
            question: facts.question.clone(),
            product: facts.product.clone(),
            coverage: counts.coverage(),
            counts,
            by_market,
            unpaired,
            envelopes: envelopes(&Embedded, &foreign),
            missing: missing(facts, &lines, &correspondences),
            lines,
            documents: facts.documents.clone(),
            correspondences,
            set_aside,
            not_covered: facts.not_covered.clone(),
        }
    }
}

/// The place of a verdict in the order of lines: what the exporter must act upon comes first.
fn urgency(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Looser => 0,
        Verdict::Crossing => 1,
        Verdict::DomesticMissing => 2,
        Verdict::Stricter => 3,
        Verdict::Equal => 4,
        Verdict::ForeignMissing => 5,
        Verdict::NotComparable => 6,
    }
}

fn report_id(snapshot: &str, question: &GapQuestion) -> String {
    let asked = serde_json::to_vec(question).unwrap_or_default();
    let mut hasher = blake3::Hasher::new();
    for part in [snapshot.as_bytes(), RULES_VERSION.as_bytes(), &asked] {
        hasher.update(part);
        hasher.update(b"\0");
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

/// Which documents' limits are compared: of each standard the edition in force, or the newest whose limits are held.
///
/// A limit of a replaced edition is better than silence as long as the line says so; beside one in force it is noise.
fn chosen_editions(facts: &Facts) -> (BTreeSet<usize>, Vec<SetAside>) {
    let chosen_by_hand = !facts.question.documents.is_empty();
    let mut groups: BTreeMap<(Role, &str, String), Vec<usize>> = BTreeMap::new();
    for (at, document) in facts.documents.iter().enumerate() {
        let name = match document.kind {
            Kind::Standard => NumberKeys::of(&document.number).kin,
            _ => document.number.clone(),
        };
        let group = (document.role, document.market.as_str(), name);
        groups.entry(group).or_default().push(at);
    }
    let has_text = |at: usize| facts.texts.iter().any(|text| text.document == at);
    let holds = |at: usize| !facts.limits[at].is_empty() || has_text(at);
    let mut used = BTreeSet::new();
    let mut set_aside = Vec::new();
    for members in groups.into_values() {
        let in_force = |at: usize| {
            matches!(
                facts.documents[at].status,
                Status::Current | Status::Unknown
            )
        };
        let mut holding: Vec<usize> = members.into_iter().filter(|&at| holds(at)).collect();
        holding.sort_by_key(|&at| {
            let document = &facts.documents[at];
            (
                document.status,
                std::cmp::Reverse(document.published.clone()),
            )
        });
        let is_any_in_force = holding.iter().any(|&at| in_force(at));
        let mut is_first = true;
        for at in holding {
            let document = &facts.documents[at];
            let is_wanted = match document.status {
                Status::Current => true,
                Status::Unknown => is_first || document.published.is_none(),
                Status::Superseded | Status::Withdrawn => !is_any_in_force && is_first,
                Status::Upcoming => false,
            };
            if is_wanted || chosen_by_hand {
                used.insert(at);
                is_first = false;
            } else {
                set_aside.push(SetAside {
                    number: document.number.clone(),
                    limits: facts.limits[at].len(),
                    reason: why_aside(document.status),
                });
            }
        }
    }
    set_aside.sort_by(|one, two| one.number.cmp(&two.number));
    (used, set_aside)
}

fn why_aside(status: Status) -> Bilingual {
    match status {
        Status::Upcoming => Bilingual::new("尚未实施", "not yet in force"),
        Status::Unknown => Bilingual::new(
            "状态不详，且有更新版本可比",
            "its status is unknown and a newer edition was compared",
        ),
        _ => Bilingual::new(
            "已不是现行版本，且现行版本的限值可比",
            "no longer in force, and the edition in force was compared",
        ),
    }
}

/// The requirements of one side, folded, in the order of the documents.
fn requirements(facts: &Facts, used: &BTreeSet<usize>, role: Role) -> Vec<Requirement> {
    let mut all = Vec::new();
    for &at in used {
        let document = &facts.documents[at];
        if document.role != role {
            continue;
        }
        let name = Document {
            id: document.id.clone(),
            number: document.number.clone(),
            market: document.market.clone(),
            status: document.status,
        };
        let limits = facts.limits[at].iter();
        let mut own: Vec<Requirement> = limits
            .filter_map(|value| requirement(&name, value))
            .collect();
        let texts = facts.texts.iter().filter(|text| text.document == at);
        own.extend(texts.flat_map(|text| text.requirements(&name)));
        all.extend(fold(own));
    }
    all
}

fn lines_of(
    market: &str,
    domestic: &[Requirement],
    foreign: &[Requirement],
) -> (Vec<GapLine>, Vec<Unpaired>) {
    let asked: Vec<Requirement> = foreign
        .iter()
        .filter(|each| each.document.market == market)
        .cloned()
        .collect();
    if asked.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let pairing = pair(&Embedded, domestic, &asked);
    let line = |(own, other): &(Option<usize>, Option<usize>)| {
        let own = own.and_then(|at| domestic.get(at));
        let other = other.and_then(|at| asked.get(at));
        GapLine::of(&Embedded, market, own, other)
    };
    let left = pairing.unpaired.iter().map(|&at| Unpaired {
        market: market.to_owned(),
        parameter: domestic[at].parameter.clone(),
        domestic: LineSide::from(&domestic[at]),
    });
    (pairing.lines.iter().map(line).collect(), left.collect())
}

fn correspondences(facts: &Facts) -> Vec<Correspondence> {
    let graph = Graph::new(facts.edges.iter().cloned());
    let of = |role: Role| {
        let documents = facts.documents.iter();
        documents.filter(move |document| document.role == role && document.kind == Kind::Standard)
    };
    let pairs = of(Role::Foreign).flat_map(|other| of(Role::Domestic).map(move |own| (other, own)));
    pairs
        .take(MOST_PAIRS)
        .filter_map(|(other, own)| {
            let found = graph.equivalence(&other.number, &own.number)?;
            (!found.chain.is_empty()).then(|| Correspondence {
                foreign: other.number.clone(),
                domestic: own.number.clone(),
                chain: found.chain,
                weakest: found.weakest,
            })
        })
        .collect()
}

fn missing(facts: &Facts, lines: &[GapLine], joined: &[Correspondence]) -> Missing {
    let paired = lines.iter().filter_map(|line| {
        let (own, other) = (line.domestic.as_ref()?, line.foreign.as_ref()?);
        Some([own.document.number.as_str(), other.document.number.as_str()])
    });
    let known: BTreeSet<&str> = joined
        .iter()
        .map(|one| [one.domestic.as_str(), one.foreign.as_str()])
        .chain(paired)
        .flatten()
        .collect();
    let alone = |role: Role| {
        facts
            .documents
            .iter()
            .filter(|document| document.role == role && document.kind != Kind::Product)
            .filter(|document| !matches!(document.status, Status::Superseded | Status::Withdrawn))
            .filter(|document| !known.contains(document.number.as_str()))
            .map(|document| document.number.clone())
            .collect()
    };
    Missing {
        foreign_without_domestic: alone(Role::Foreign),
        domestic_without_foreign: alone(Role::Domestic),
    }
}
