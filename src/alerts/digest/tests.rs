//! 1. An item comes once, with every alert it met; families together; the nearest deadline first.
//! 2. Letters are those that were looked at and found good, in both languages.
//! 3. No letter is larger than may be, and texts of others stay texts.

use serde_json::json;

use super::{AlertMet, Digest, DigestLinks, Item, LARGEST_HTML, Rendered, render};
use crate::alerts::links::Site;
use crate::alerts::percolator::Reason;
use crate::alerts::samples::{occurrence, record};
use crate::alerts::tokens::{Claim, Purpose, Secret, Token};
use crate::model::{Change, EventKind, Language};

fn item(event: i64, changes: &serde_json::Value) -> Item {
    Item::of(&occurrence(event, record(changes)))
}

fn met(subscription: i64, name: &str) -> AlertMet {
    AlertMet {
        subscription,
        name: name.to_owned(),
        reasons: vec![Reason::Hs {
            watched: "721420".to_owned(),
            notified: "7214".to_owned(),
            product: None,
            from: Some("G/TBT/N/EU/1088".to_owned()),
        }],
    }
}

fn digest(due: Vec<(Item, AlertMet)>, language: Language) -> Digest {
    let instant = |text: &str| text.parse().unwrap();
    Digest::of(
        due,
        language,
        instant("2026-11-25T00:00:00Z"),
        instant("2026-11-25T00:00:05Z"),
    )
}

fn sample(language: Language) -> Digest {
    let mut moved = occurrence(
        2,
        record(&json!({
            "id": "G~TBT~N~EU~1088~Add.1", "number": "G/TBT/N/EU/1088/Add.1", "hs": [], "ics": [],
            "titles": {"en": "Addendum <1> & \"comment\""}
        })),
    );
    moved.change = Change::new(EventKind::DeadlineChanged)
        .from("2026-11-30")
        .to("2027-01-19");
    let standard = json!({
        "id": "ISO_15630-1:2019", "kind": "standard", "number": "ISO 15630-1:2019", "family": "ISO 15630-1",
        "titles": {"en": "Steel for the reinforcement of concrete — Test methods"}, "markets": ["INT"],
        "lifecycle": {"published": "2019-02"}
    });
    let mut replaced = occurrence(3, record(&standard));
    replaced.change.kind = EventKind::Replaced;
    let urgent = json!({
        "id": "G~TBT~N~USA~2100", "number": "G/TBT/N/USA/2100", "family": "G/TBT/N/USA/2100", "markets": ["US"],
        "titles": {"en": "Energy conservation standards", "zh": "节能标准"},
        "lifecycle": {"published": "2026-10-01", "comments_until": "2026-11-30", "implemented": "2027-06-01"}
    });
    digest(
        vec![
            (Item::of(&replaced), met(1, "钢筋 × 欧盟")),
            (item(1, &json!({})), met(1, "钢筋 × 欧盟")),
            (Item::of(&moved), met(1, "钢筋 × 欧盟")),
            (item(1, &json!({})), met(2, "全部 7214")),
            (item(4, &urgent), met(2, "全部 7214")),
        ],
        language,
    )
}

fn links() -> DigestLinks {
    let token = |purpose| {
        let claim = Claim {
            purpose,
            id: 1,
            epoch: 0,
            expires: None,
        };
        Token::make(&Secret::new([1; 32]), &claim)
    };
    DigestLinks {
        page: token(Purpose::Digest),
        manage: token(Purpose::Manage),
        unsubscribe: token(Purpose::Unsubscribe),
    }
}

fn rendered(digest: &Digest) -> Rendered {
    let site: Site = "https://duibiao.example".parse().unwrap();
    render(digest, &site, &links()).unwrap()
}

#[test]
fn an_item_comes_once_and_the_nearest_deadline_first() {
    let digest = sample(Language::Zh);
    let families: Vec<&str> = digest
        .groups
        .iter()
        .map(|group| group.family.as_str())
        .collect();
    assert_eq!(
        families,
        ["G/TBT/N/USA/2100", "G/TBT/N/EU/1088", "ISO 15630-1"]
    );
    assert_eq!(digest.entries().count(), 4);
    let twice = digest
        .entries()
        .find(|entry| entry.item.event == 1)
        .unwrap();
    assert_eq!(twice.alerts.len(), 2);
    let kept = serde_json::to_string(&digest).unwrap();
    assert_eq!(serde_json::from_str::<Digest>(&kept).unwrap(), digest);
}

#[test]
fn letters_look_as_they_were_found_good() {
    for language in [Language::Zh, Language::En] {
        let rendered = rendered(&sample(language));
        let code = language.code();
        insta::assert_snapshot!(
            format!("letter.{code}.txt"),
            format!("{}\n\n{}", rendered.subject, rendered.text)
        );
        insta::assert_snapshot!(format!("letter.{code}.html"), rendered.html);
    }
}

#[test]
fn a_letter_of_a_thousand_items_is_cut_and_says_so() {
    let due = (0..1_000).map(|event| {
        let number = format!("G/TBT/N/EU/{event}");
        (
            item(event, &json!({"number": number, "family": number})),
            met(1, "钢筋"),
        )
    });
    let rendered = rendered(&digest(due.collect(), Language::Zh));
    assert!(
        rendered.html.len() <= LARGEST_HTML,
        "{}",
        rendered.html.len()
    );
    assert!(
        rendered.html.len() > LARGEST_HTML / 2,
        "{}",
        rendered.html.len()
    );
    assert!(rendered.html.contains("条因篇幅未列入"));
    assert!(rendered.subject.starts_with("[对标] 1000 条新通报"));
}

#[test]
fn texts_of_others_stay_texts() {
    let html = rendered(&sample(Language::En)).html;
    assert!(html.contains("Addendum &#60;1&#62; &#38; &#34;comment&#34;"));
    let hostile = vec![(item(1, &json!({})), met(1, "a\r\nBcc: x@y.zz"))];
    let subject = rendered(&digest(hostile, Language::En)).subject;
    assert!(!subject.contains(['\r', '\n']), "{subject:?}");
}
