//! The boxes of a notification, merged from every row about it.

use std::collections::HashSet;

use corpora::markets;
use indexers::{RawNotification, RawRecord};
use jiff::civil::Date;

use super::clean::plain;
use crate::model::{
    AddendumReason, Notification, NotificationKind, NotifiedDate, PartialDate, Reason,
};
use crate::number::Symbol;

/// Merges the boxes; the most trusted row comes first, and a box it leaves empty is taken from the next.
pub(super) fn notification(raws: &[&RawRecord], symbol: &str) -> Option<Notification> {
    let boxes: Vec<&RawNotification> = raws
        .iter()
        .filter_map(|raw| raw.notification.as_ref())
        .collect();
    boxes.first()?;
    let text = |of: fn(&RawNotification) -> &String| {
        let written = boxes
            .iter()
            .map(|one| of(one))
            .find(|text| !text.trim().is_empty());
        written.map(|text| plain(text)).unwrap_or_default()
    };
    let list = |of: fn(&RawNotification) -> &Vec<String>| {
        let written = boxes
            .iter()
            .map(|one| of(one))
            .find(|list| !list.is_empty());
        written.cloned().unwrap_or_default()
    };
    let date = |role: &str| {
        raws.iter()
            .find_map(|raw| raw.dates.get(role)?.parse::<PartialDate>().ok())
    };
    let circulated = date("published").map(PartialDate::earliest);
    let notified = |role: &str, words: String| NotifiedDate::read(date(role), &words, circulated);
    let mut seen = HashSet::new();
    let members = boxes
        .iter()
        .map(|one| one.member.clone())
        .filter(|member| seen.insert(member.clone()));
    let notification_type = text(|one| &one.notification_type);
    let kind = NotificationKind::read(symbol, &notification_type);
    Some(Notification {
        members: members.collect(),
        agency: Some(text(|one| &one.agency)).filter(|agency| !agency.is_empty()),
        articles: list(|one| &one.articles),
        products: text(|one| &one.products),
        objectives: list(|one| &one.objectives),
        adoption: notified("proposed_adoption", text(|one| &one.adoption_text)),
        entry: notified("proposed_entry", text(|one| &one.entry_text)),
        deadline: notified("comments_until", text(|one| &one.deadline_text)),
        zone: zone(symbol).map(str::to_owned),
        reasons: reasons(kind, raws, &boxes, circulated),
        overtaken_by: None,
        links: list(|one| &one.links),
        notification_type,
        kind,
    })
}

/// Reads why a document that follows another was made; ticked boxes are believed before texts.
fn reasons(
    kind: NotificationKind,
    raws: &[&RawRecord],
    boxes: &[&RawNotification],
    circulated: Option<Date>,
) -> Vec<Reason> {
    if !kind.follows_parent() {
        return Vec::new();
    }
    let ticked = boxes.iter().flat_map(|one| &one.reasons);
    let mut reasons: Vec<Reason> = Vec::new();
    for (code, day) in ticked {
        let kind = AddendumReason::ALL
            .into_iter()
            .find(|kind| kind.code() == code);
        let Some(kind) = kind.filter(|kind| reasons.iter().all(|known| known.kind != *kind)) else {
            continue;
        };
        let day = day.as_deref().and_then(|day| day.parse().ok());
        reasons.push(Reason {
            kind,
            day,
            words: String::new(),
        });
    }
    if reasons.is_empty() {
        let keywords: Vec<String> = raws
            .iter()
            .flat_map(|raw| raw.keywords.iter().cloned())
            .collect();
        let texts = raws
            .iter()
            .flat_map(|raw| raw.titles.values().chain(raw.abstracts.values()));
        let mut texts: Vec<String> = texts.map(|text| plain(text)).collect();
        texts.dedup();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        reasons = Reason::read(&keywords, &texts);
    }
    // A text may speak of the years before; a day long before the circulation is history and no news.
    if let Some(circulated) = circulated {
        let oldest = circulated.saturating_sub(jiff::ToSpan::years(2));
        for reason in &mut reasons {
            reason.day = reason.day.filter(|day| day.latest() >= oldest);
        }
    }
    reasons
}

/// Returns the zone of the member that notified, by its symbol; the source's name may have a comma or none.
fn zone(symbol: &str) -> Option<&'static str> {
    let symbol = Symbol::parse(symbol).ok()?;
    markets::by_name(symbol.member()?)?.time_zone.as_deref()
}
