//! Names of codes, in both languages.

use corpora::{bodies, hs, ics, markets, products};

use super::Label;
use super::engine::FacetName;
use crate::model::{Kind, RelationKind, Status};
use crate::number::Body;

/// Returns the name of a value of a facet; the value itself where nothing is known about it.
pub fn facet(facet: FacetName, value: &str) -> Label {
    let known = match facet {
        FacetName::Kind => value
            .parse::<Kind>()
            .ok()
            .map(|kind| label(kind.name_zh(), kind.name_en())),
        FacetName::Status => value
            .parse::<Status>()
            .ok()
            .map(|status| label(status.name_zh(), status.name_en())),
        FacetName::Market => {
            markets::market(value).map(|market| label(&market.name_zh, &market.name_en))
        }
        FacetName::Body => body(value),
        FacetName::Ics => ics::title(value)
            .map(|entry| label(&entry.title_zh, &entry.title_en))
            .or_else(|| {
                let mut moved = ics::moved().iter();
                let row = moved.find(|row| row.code.as_str() == value)?;
                Some(label(&row.title_zh, &row.title_en))
            }),
        FacetName::Hs => hs::entry(value).map(|entry| label(&entry.name_zh, &entry.name_en)),
        FacetName::Product => products::product(value).map(|one| label(&one.name_zh, &one.name_en)),
        FacetName::Ccs | FacetName::Year => None,
    };
    known.unwrap_or_else(|| label(value, value))
}

/// Returns the name of a source.
pub fn source(id: &str) -> Label {
    indexers::source_info(id)
        .map_or_else(|| label(id, id), |info| label(info.name_zh, info.name_en))
}

fn body(code: &str) -> Option<Label> {
    let known = bodies::body(code).map(|body| label(&body.name_zh, &body.name_en));
    let spoken = || Body::from_code(code).map(|body| label(body.name_zh(), body.name_en()));
    // An act's issuer is its market.
    let market = || markets::market(code).map(|market| label(&market.name_zh, &market.name_en));
    known.or_else(spoken).or_else(market)
}

fn label(zh: &str, en: &str) -> Label {
    Label {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

/// Returns the words for a relation, Chinese and English, as seen from its tail (`outgoing`) or its head.
pub fn relation(kind: RelationKind, outgoing: bool) -> (&'static str, &'static str) {
    match (kind, outgoing) {
        (RelationKind::Supersedes, true) | (RelationKind::SupersededBy, false) => {
            ("代替", "Replaces")
        }
        (RelationKind::SupersededBy, true) | (RelationKind::Supersedes, false) => {
            ("被代替", "Replaced by")
        }
        (RelationKind::Adopts, true) => ("采用", "Adopts"),
        (RelationKind::Adopts, false) => ("被采用", "Adopted by"),
        (RelationKind::Amends, true) | (RelationKind::AmendedBy, false) => ("修改", "Amends"),
        (RelationKind::AmendedBy, true) | (RelationKind::Amends, false) => ("修改单", "Amended by"),
        (RelationKind::Cites, true) => ("引用", "Cites"),
        (RelationKind::Cites, false) => ("被引用", "Cited by"),
        (RelationKind::PartOf, true) => ("属于", "Part of"),
        (RelationKind::PartOf, false) => ("包括", "Includes"),
    }
}
