//! Merging what several sources say about one document.
//!
//! One rule a field, and the same for every field: the source with the higher rank is believed, at equal rank the one
//! whose row was fetched later. Lists are united in that order. A value that loses and differs is kept as a conflict, so
//! the page can show who disagrees. Pure, and independent of the order of its input.

use std::cmp::Reverse;
use std::collections::HashSet;

use indexers::{RawKind, RawRecord, source_info};

use super::classify::{ccs_code, hs_code, ics_code, market_code};
use super::clean::plain;
use super::identity::Identity;
use super::notification::notification;
use super::relations::{collision, relations};
use crate::model::{
    Claim, Conflict, Kind, Lifecycle, NumberKeys, PartialDate, Provenance, Record, Texts,
};
use crate::number::Symbol;
use crate::storage::RowHash;
use crate::text::normalize;

/// What one row contributes to a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// What the source says.
    pub raw: RawRecord,
    /// Hash of the row.
    pub hash: RowHash,
    /// When the row came (RFC 3339, UTC).
    pub fetched_at: String,
}

/// Merges the contributions to one document; `None` if there are none, or none that describes the document itself.
pub fn merge(mut contributions: Vec<Contribution>) -> Option<(Record, NumberKeys)> {
    contributions.retain(|contribution| contribution.raw.kind != RawKind::Limit);
    contributions.sort_by_cached_key(|contribution| {
        let rank = source_info(&contribution.raw.source).map_or(0, |info| info.rank);
        let fetched = contribution.fetched_at.clone();
        (
            Reverse(rank),
            Reverse(fetched),
            contribution.raw.source.clone(),
            contribution.raw.key.clone(),
        )
    });
    let first = &contributions.first()?.raw;
    let Identity { id, keys } = Identity::of(first);
    let kind = match first.kind {
        RawKind::Standard => Kind::Standard,
        RawKind::Regulation => Kind::Regulation,
        RawKind::Notification => Kind::Notification,
        RawKind::Product => Kind::Product,
        RawKind::Limit => return None,
    };
    let raws: Vec<&RawRecord> = contributions
        .iter()
        .map(|contribution| &contribution.raw)
        .collect();
    let mut chooser = Chooser::default();
    let number = keys.number.as_ref();
    let (relations, replaced) = relations(&raws, &keys);
    let notification = notification(&raws, &keys.exact);
    chooser.conflicts.extend(collision(&raws));
    let record = Record {
        id,
        kind,
        number: number.map_or_else(|| keys.exact_or(first), ToString::to_string),
        also: also(&raws, &keys),
        family: keys.family.clone(),
        titles: chooser.texts("title", &raws, |raw| raw.titles.iter()),
        abstracts: chooser.texts("abstract", &raws, |raw| raw.abstracts.iter()),
        lifecycle: Lifecycle {
            published: chooser.date("published", &raws),
            implemented: chooser.date("implemented", &raws),
            withdrawn: chooser.date("withdrawn", &raws),
            confirmed: chooser.date("confirmed", &raws),
            comments_until: chooser.date("comments_until", &raws).or_else(|| {
                let deadline = notification.as_ref()?.deadline.as_ref()?;
                deadline.date
            }),
            status_word: chooser.text("status", &raws, |raw| {
                raw.status.as_deref().filter(|word| *word != "unknown")
            }),
            replaced,
        },
        body: body(kind, first, &keys),
        markets: markets(kind, &raws, &keys),
        edition: chooser.text("edition", &raws, |raw| raw.edition.as_deref()),
        document_type: first.document_type.clone(),
        supplement: number.is_some_and(crate::number::Number::is_supplement)
            || is_addendum(kind, &keys),
        mandatory: raws.iter().find_map(|raw| raw.mandatory),
        committees: united(&raws, |raw| raw.committees.iter().cloned()),
        ics: united(&raws, |raw| {
            raw.ics.iter().filter_map(|code| ics_code(code))
        }),
        ccs: united(&raws, |raw| {
            raw.ccs.iter().filter_map(|code| ccs_code(code))
        }),
        hs: united(&raws, |raw| raw.hs.iter().filter_map(|code| hs_code(code))),
        products: united(&raws, |raw| raw.products.iter().cloned()),
        aliases: united(&raws, |raw| raw.aliases.iter().cloned()),
        keywords: united(&raws, |raw| raw.keywords.iter().cloned()),
        relations,
        url: raws.iter().find_map(|raw| raw.url.clone()),
        evidence: raws
            .iter()
            .flat_map(|raw| raw.evidence.iter().cloned())
            .collect(),
        rights: first.rights,
        notification,
        inherited: None,
        extra: first.extra.clone(),
        provenance: Provenance {
            claims: contributions.iter().map(claim).collect(),
            fields: chooser.fields,
            conflicts: chooser.conflicts,
        },
    };
    Some((record, keys))
}

impl NumberKeys {
    /// The number to show where it could not be parsed: verbatim, or the symbol that names a notification.
    fn exact_or(&self, raw: &RawRecord) -> String {
        match raw.kind {
            RawKind::Notification => self.exact.clone(),
            _ => raw.number.trim().to_owned(),
        }
    }
}

fn claim(contribution: &Contribution) -> Claim {
    Claim {
        source: contribution.raw.source.clone(),
        key: contribution.raw.key.clone(),
        fetched_at: contribution.fetched_at.clone(),
        hash: format!("{:032x}", u128::from_be_bytes(contribution.hash))[..16].to_owned(),
    }
}

/// Chooses values in the order of trust and remembers where each came from and who disagrees.
#[derive(Debug, Default)]
struct Chooser {
    fields: Vec<(String, usize)>,
    conflicts: Vec<Conflict>,
}

impl Chooser {
    fn choose(&mut self, field: &str, values: Vec<(usize, String)>) -> Option<String> {
        let mut values = values.into_iter();
        let (from, chosen) = values.next()?;
        if from != 0 {
            self.fields.push((field.to_owned(), from));
        }
        let folded = normalize(&chosen);
        let others: Vec<(String, usize)> = values
            .filter(|(_, other)| normalize(other).as_str() != folded.as_str())
            .map(|(index, other)| (other, index))
            .collect();
        if !others.is_empty() {
            let rule = "the source with the higher rank, then the later reading".to_owned();
            self.conflicts.push(Conflict {
                field: field.to_owned(),
                chosen: (chosen.clone(), from),
                others,
                rule,
            });
        }
        Some(chosen)
    }

    fn text<'r>(
        &mut self,
        field: &str,
        raws: &[&'r RawRecord],
        value: impl Fn(&'r RawRecord) -> Option<&'r str>,
    ) -> Option<String> {
        let values = raws
            .iter()
            .enumerate()
            .filter_map(|(index, raw)| Some((index, value(raw)?.to_owned())));
        self.choose(field, values.collect())
    }

    fn texts<'r, I>(
        &mut self,
        field: &str,
        raws: &[&'r RawRecord],
        texts: impl Fn(&'r RawRecord) -> I,
    ) -> Texts
    where
        I: Iterator<Item = (&'r String, &'r String)>,
    {
        let mut languages: Vec<&String> = raws
            .iter()
            .flat_map(|raw| texts(raw).map(|(code, _)| code))
            .collect();
        languages.sort_unstable();
        languages.dedup();
        languages
            .into_iter()
            .filter_map(|language| {
                let values = raws.iter().enumerate().filter_map(|(index, raw)| {
                    let text = texts(raw).find(|(code, _)| *code == language)?.1;
                    Some((index, plain(text)))
                });
                let values = values.filter(|(_, text)| !text.is_empty()).collect();
                Some((
                    language.clone(),
                    self.choose(&format!("{field}.{language}"), values)?,
                ))
            })
            .collect()
    }

    fn date(&mut self, role: &str, raws: &[&RawRecord]) -> Option<PartialDate> {
        let dates = raws.iter().enumerate().filter_map(|(index, raw)| {
            let date: PartialDate = raw.dates.get(role)?.parse().ok()?;
            Some((index, date))
        });
        let dates: Vec<(usize, PartialDate)> = dates.collect();
        let &(_, first) = dates.first()?;
        // A month agrees with a day inside it; the more exact of two that agree is the better one.
        let agrees = |other: PartialDate| {
            other.earliest() <= first.latest() && first.earliest() <= other.latest()
        };
        let best = dates
            .iter()
            .map(|&(_, date)| date)
            .filter(|&date| agrees(date))
            .max_by_key(|&date| precision(date))?;
        let differing = dates
            .iter()
            .filter(|&&(index, date)| index == dates[0].0 || !agrees(date));
        self.choose(
            role,
            differing
                .map(|&(index, date)| (index, date.to_string()))
                .collect(),
        );
        Some(best)
    }
}

fn precision(date: PartialDate) -> usize {
    date.to_string().len()
}

fn united<'r, I>(raws: &[&'r RawRecord], values: impl Fn(&'r RawRecord) -> I) -> Vec<String>
where
    I: Iterator<Item = String>,
{
    let mut seen = HashSet::new();
    raws.iter()
        .flat_map(|raw| values(raw))
        .filter(|value| seen.insert(value.clone()))
        .collect()
}

fn also(raws: &[&RawRecord], keys: &NumberKeys) -> Vec<String> {
    let shown = keys
        .number
        .as_ref()
        .map_or_else(|| keys.exact.clone(), ToString::to_string);
    united(raws, |raw| {
        std::iter::once(raw.number.trim().to_owned()).chain(raw.also.iter().cloned())
    })
    .into_iter()
    .filter(|number| *number != shown)
    .collect()
}

fn is_addendum(kind: Kind, keys: &NumberKeys) -> bool {
    kind == Kind::Notification && keys.exact != keys.family
}

fn body(kind: Kind, raw: &RawRecord, keys: &NumberKeys) -> String {
    match kind {
        Kind::Notification => "WTO".to_owned(),
        Kind::Regulation => raw.market.as_deref().map(market_code).unwrap_or_default(),
        Kind::Product => String::new(),
        Kind::Standard => match &keys.number {
            Some(number) => number.body().code().to_owned(),
            None => raw.body.clone().unwrap_or_else(|| "other".to_owned()),
        },
    }
}

fn markets(kind: Kind, raws: &[&RawRecord], keys: &NumberKeys) -> Vec<String> {
    let written = united(raws, |raw| {
        raw.market.iter().map(|market| market_code(market))
    });
    if kind == Kind::Notification {
        // The symbols of a joint notification name every member, also those whose row has not come yet.
        let members = united(raws, |raw| {
            std::iter::once(&raw.number)
                .chain(&raw.also)
                .filter_map(|text| Some(market_code(Symbol::parse(text).ok()?.member()?)))
        });
        return if members.is_empty() { written } else { members };
    }
    match (&keys.number, written.is_empty()) {
        (Some(number), true) => vec![number.body().market().to_owned()],
        _ => written,
    }
}

#[cfg(test)]
mod tests {
    use indexers::{RawNotification, RelationKind};

    use super::*;

    fn contribution(
        source: &str,
        fetched_at: &str,
        change: impl FnOnce(&mut RawRecord),
    ) -> Contribution {
        let mut raw = RawRecord {
            source: source.to_owned(),
            key: "k".to_owned(),
            number: "ISO 9001:2015".to_owned(),
            ..RawRecord::default()
        };
        raw.titles
            .insert("en".to_owned(), "Quality management systems".to_owned());
        change(&mut raw);
        Contribution {
            raw,
            hash: [7; 16],
            fetched_at: fetched_at.to_owned(),
        }
    }

    fn two() -> Vec<Contribution> {
        vec![
            contribution("starter", "2026-11-25T00:00:00Z", |raw| {
                raw.titles
                    .insert("zh".to_owned(), "质量管理体系 要求".to_owned());
                raw.titles
                    .insert("en".to_owned(), "Quality systems".to_owned());
                raw.dates
                    .insert("published".to_owned(), "2015-09-22".to_owned());
                raw.products.push("rebar".to_owned());
            }),
            contribution("relaton-iso", "2026-11-20T00:00:00Z", |raw| {
                raw.dates
                    .insert("published".to_owned(), "2015-09".to_owned());
                raw.status = Some("90.93".to_owned());
            }),
        ]
    }

    #[test]
    fn the_higher_rank_is_believed_and_the_loser_is_kept_as_a_conflict() {
        let (record, _) = merge(two()).unwrap();
        assert_eq!(record.titles.get("en"), Some("Quality management systems"));
        assert_eq!(record.titles.get("zh"), Some("质量管理体系 要求"));
        assert_eq!(record.provenance.of("title.zh").unwrap().source, "starter");
        assert_eq!(
            record.provenance.of("title.en").unwrap().source,
            "relaton-iso"
        );
        let conflict = &record.provenance.conflicts[0];
        assert_eq!(
            (conflict.field.as_str(), conflict.others[0].0.as_str()),
            ("title.en", "Quality systems")
        );
        assert_eq!(
            record.provenance.conflicts.len(),
            1,
            "a month and a day inside it agree"
        );
        assert_eq!(
            record.lifecycle.published.unwrap().to_string(),
            "2015-09-22"
        );
        assert_eq!(record.products, ["rebar"]);
    }

    #[test]
    fn the_order_in_which_sources_were_read_does_not_matter() {
        let mut reversed = two();
        reversed.reverse();
        assert_eq!(merge(two()), merge(reversed));
    }

    #[test]
    fn an_amendment_amends_its_base_and_a_dual_number_adopts() {
        let amendment = contribution("relaton-iso", "t", |raw| {
            raw.number = "ISO 9001:2015/Amd 1:2024".to_owned();
        });
        let (record, _) = merge(vec![amendment]).unwrap();
        assert!(record.supplement);
        assert_eq!(record.family, "ISO 9001");
        assert_eq!(record.relations[0].target, "ISO 9001:2015");
        let dual = contribution("gb-seed", "t", |raw| {
            raw.number = "GB/T 19001-2016/ISO 9001:2015".to_owned();
        });
        let (record, _) = merge(vec![dual]).unwrap();
        let adoption = &record.relations[0];
        assert_eq!(
            (adoption.kind, adoption.target.as_str()),
            (RelationKind::Adopts, "ISO 9001:2015")
        );
    }

    #[test]
    fn the_rows_of_a_joint_notification_are_one_measure() {
        let row = |member: &str, first: &str, second: &str| {
            contribution("eping", "t", |raw| {
                raw.kind = RawKind::Notification;
                raw.key = member.to_owned();
                raw.number = first.to_owned();
                raw.also = vec![second.to_owned()];
                raw.notification = Some(RawNotification {
                    member: member.to_owned(),
                    ..RawNotification::default()
                });
            })
        };
        let rows = vec![
            row("Bahrain, Kingdom of", "G/TBT/N/BHR/780", "G/TBT/N/ARE/703"),
            row("United Arab Emirates", "G/TBT/N/ARE/703", "G/TBT/N/BHR/780"),
        ];
        let (record, _) = merge(rows).unwrap();
        assert_eq!(record.number, "G/TBT/N/ARE/703");
        assert_eq!(record.also, ["G/TBT/N/BHR/780"]);
        assert_eq!(record.notification.unwrap().members.len(), 2);
        assert_eq!(record.markets.len(), 2);
    }
}
