//! Edges to other documents, stated by sources or by the number itself; and numbers that stand for two documents.

use std::collections::HashSet;

use indexers::{RawKind, RawRecord, RelationKind};

use super::changes::COLLISION;
use crate::model::{Conflict, NumberKeys, PartialDate, Relation};
use crate::number::{SuffixKind, Symbol};
use crate::text::normalize;

/// Unites the edges of every row with those that the number states; tells also whether one of them replaces the document.
pub(super) fn relations(raws: &[&RawRecord], keys: &NumberKeys) -> (Vec<Relation>, bool) {
    let mut seen = HashSet::new();
    let mut relations = Vec::new();
    let written = raws
        .iter()
        .enumerate()
        .flat_map(|(claim, raw)| raw.relations.iter().map(move |edge| (claim, edge)));
    for (claim, edge) in written {
        let target = NumberKeys::of(&edge.target);
        let target = target.number.map_or_else(
            || edge.target.trim().to_owned(),
            |number| number.to_string(),
        );
        if target != keys.exact && seen.insert((edge.kind, target.clone())) {
            relations.push(Relation {
                kind: edge.kind,
                target,
                degree: edge.degree,
                claim,
            });
        }
    }
    if let Some(number) = &keys.number {
        if number.is_supplement() {
            let target = number.without_supplements().to_string();
            if seen.insert((RelationKind::Amends, target.clone())) {
                relations.push(Relation {
                    kind: RelationKind::Amends,
                    target,
                    degree: None,
                    claim: 0,
                });
            }
        }
        // A number with a foreign number behind it (GB/T 19001-2016/ISO 9001:2015) states an identical adoption.
        if let Some(adopted) = number.adopted() {
            let target = adopted.to_string();
            if seen.insert((RelationKind::Adopts, target.clone())) {
                let degree = Some(indexers::Adoption::Idt);
                relations.push(Relation {
                    kind: RelationKind::Adopts,
                    target,
                    degree,
                    claim: 0,
                });
            }
        }
    }
    // A revision takes the place of what it revises; every other suffix adds to it.
    if let Some((symbol, parent)) = Symbol::parse(&keys.exact).ok().and_then(|symbol| {
        let parent = symbol.parent()?;
        Some((symbol, parent))
    }) {
        let revises =
            symbol.suffixes().last().map(|suffix| suffix.kind) == Some(SuffixKind::Revision);
        let kind = if revises {
            RelationKind::Supersedes
        } else {
            RelationKind::Amends
        };
        relations.push(Relation {
            kind,
            target: parent.to_string(),
            degree: None,
            claim: 0,
        });
    }
    let replaced = relations
        .iter()
        .any(|relation| relation.kind == RelationKind::SupersededBy);
    (relations, replaced)
}

/// Notices that one source puts two documents under one number: other titles and other days of publication.
///
/// Either alone is common and harmless: catalogues spell a title in two ways, and print a day where they had a month.
pub(super) fn collision(raws: &[&RawRecord]) -> Option<Conflict> {
    let first = raws.first().filter(|raw| raw.kind == RawKind::Standard)?;
    let day = |raw: &RawRecord| raw.dates.get("published")?.parse::<PartialDate>().ok();
    let day_of_first = day(first)?;
    let is_other = |raw: &&RawRecord| {
        let titles = raw.titles.iter().any(|(language, title)| {
            let known = first.titles.get(language);
            known.is_some_and(|known| normalize(known).as_str() != normalize(title).as_str())
        });
        let apart = |day: PartialDate| {
            day.latest() < day_of_first.earliest() || day_of_first.latest() < day.earliest()
        };
        raw.source == first.source && raw.key != first.key && titles && day(raw).is_some_and(apart)
    };
    let (index, _) = raws.iter().enumerate().find(|(_, raw)| is_other(raw))?;
    Some(Conflict {
        field: COLLISION.to_owned(),
        chosen: (first.key.clone(), 0),
        others: vec![(raws[index].key.clone(), index)],
        rule: "one source gives this number to two documents; the later reading is shown"
            .to_owned(),
    })
}
