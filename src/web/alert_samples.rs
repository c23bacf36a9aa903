//! Answers of the alerts as samples for the templates; everything here is made up.

use serde_json::json;

use super::pages::subscribe::ReplayView;
use super::words::Words;
use crate::alerts::digest::{AlertMet, Digest, DigestView};
use crate::alerts::samples;
use crate::alerts::subscription::{Interest, Schedule, Subscription};
use crate::alerts::{Account, Breadth, Replay, ReplayWeek};
use crate::model::Language;
use crate::storage::{StoredSubscription, Subscriber, SubscriberState, SubscriptionState};

/// A digest with one notification, met twice.
pub(super) fn digest(language: Language) -> DigestView {
    let site = "https://duibiao.example".parse().unwrap();
    let item = |event, changes: &serde_json::Value| {
        crate::alerts::digest::Item::of(&samples::occurrence(event, samples::record(changes)))
    };
    let met = |subscription, name: &str| AlertMet {
        subscription,
        name: name.to_owned(),
        reasons: vec![crate::alerts::percolator::Reason::Document {
            number: "G/TBT/N/EU/1088".to_owned(),
        }],
    };
    let due = [
        (
            item(1, &json!({"titles": {"en": "Bars <1>"}})),
            met(1, "钢筋 <欧盟>"),
        ),
        (item(1, &json!({})), met(2, "全部")),
    ];
    let now = "2026-11-25T00:00:05Z".parse().unwrap();
    DigestView::of(&Digest::of(due, language, now, now), &site, language)
}

/// What the last year would have brought.
pub(super) fn replay(language: Language) -> ReplayView {
    let shown = digest(language);
    let now = "2026-11-25T00:00:05Z".parse().unwrap();
    let replay = Replay {
        events: 1234,
        items: 1,
        per_week: 0.5,
        weeks: vec![ReplayWeek {
            monday: "2026-11-23".to_owned(),
            items: 1,
        }],
        share: 0.5,
        breadth: Breadth::NearlyEverything,
        left_out_by_matter: 3,
        sample: Digest::of([], language, now, now),
    };
    ReplayView::of(&replay, shown.groups, Words::of(language))
}

/// An account with an active and a paused subscription.
pub(super) fn account() -> Account {
    let one = |id, state, topics: &[&str]| {
        let interest = Interest::read(topics.iter().copied(), ["EU"], ["new"]).unwrap();
        let schedule = Schedule {
            rate: "monthly:7".parse().unwrap(),
            ..Schedule::default()
        };
        let subscription = Subscription::new("钢筋 <欧盟>", interest, schedule).unwrap();
        let stored = StoredSubscription {
            id,
            subscriber: 1,
            name: subscription.name().to_owned(),
            state,
            body: subscription.to_json(),
            created_at: 0,
            since_event: 0,
        };
        (stored, subscription)
    };
    Account {
        subscriber: Subscriber {
            id: 1,
            address: "wang@example.com".to_owned(),
            language: "zh".to_owned(),
            state: SubscriberState::Stopped,
            epoch: 0,
            created_at: 0,
            consent_at: Some(1),
            consent_text: None,
        },
        subscriptions: vec![
            one(1, SubscriptionState::Active, &["hs:7214", "query:钢筋"]),
            one(2, SubscriptionState::Paused, &["document:ISO 9001"]),
        ],
    }
}
