//! Validity checks over a store.
//!
//! 1. A dated number means its edition, and what replaced it by the day asked for is named.
//! 2. An undated number means the edition in force on the day.
//! 3. What is not held or cannot be read stays open and goes into the ledger, the number alone.
//! 4. A thousand numbers are a few statements.
//! 5. A chain of replacements ends, also when it runs in a circle.

use std::time::{Duration, Instant};

use duibiao::validity::{Finding, ValidityReport};
use jiff::civil::Date;

use crate::support::{House, row_with};

mod files;
mod texts;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

async fn house() -> House {
    let rows = [
        ("ISO 9001:2000", "2000-12-15", "95.99", ""),
        ("ISO 9001:2008", "2008-11-15", "95.99", ""),
        ("ISO 9001:2015", "2015-09-15", "60.60", ""),
        ("ISO 9001:2015/Amd 1:2024", "2024-02-22", "60.60", ""),
        (
            "GB/T 19001-2008",
            "2008-12-30",
            "废止",
            r#""replaced_by":["GB/T 19001-2016"],"#,
        ),
        (
            "GB/T 19001-2016",
            "2016-12-30",
            "现行",
            r#""adopts":[{"number":"ISO 9001:2015","degree":"IDT"}],"#,
        ),
    ];
    let rows = rows.map(|(number, published, status, more)| {
        let more = format!(r#""published":"{published}","status":"{status}",{more}"#);
        row_with(number, "Quality management systems - Requirements", &more)
    });
    House::with_rows(&rows).await
}

async fn check(house: &House, text: &str, as_of: &str) -> ValidityReport {
    let today = house.app.clock.today();
    let checked = house.app.checker.check(text, day(as_of), today).await;
    checked.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dated_number_says_what_replaced_it_by_the_day() {
    let house = house().await;
    let now = check(&house, "见 ISO 9001:2000。", "2026-11-25").await;
    let row = &now.items[0];
    assert_eq!((row.status, row.dated), (200, true));
    assert!(
        matches!(row.finding, Finding::Replaced | Finding::Withdrawn),
        "{row:?}"
    );
    let chain: Vec<&str> = row
        .replaced_by
        .iter()
        .map(|one| one.number.as_str())
        .collect();
    assert_eq!(chain, ["ISO 9001:2008", "ISO 9001:2015"]);
    let then = check(&house, "ISO 9001:2000", "2010-01-01").await;
    let chain: Vec<&str> = then.items[0]
        .replaced_by
        .iter()
        .map(|one| one.number.as_str())
        .collect();
    assert_eq!(
        chain,
        ["ISO 9001:2008"],
        "the edition of 2015 was not known"
    );
    let before = check(&house, "ISO 9001:2000", "2001-06-30").await;
    assert_eq!(before.items[0].finding, Finding::InForce);
    assert!(before.items[0].replaced_by.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undated_number_means_the_edition_of_the_day_with_its_amendments() {
    let house = house().await;
    for (as_of, number, amendments) in [
        ("2010-01-01", "ISO 9001:2008", 0),
        ("2016-01-01", "ISO 9001:2015", 0),
        ("2024-03-01", "ISO 9001:2015", 1),
    ] {
        let checked = check(&house, "按ISO9001执行", as_of).await;
        let row = &checked.items[0];
        let edition = row.edition.as_ref().unwrap();
        assert_eq!(
            (row.status, edition.number.as_str()),
            (300, number),
            "{as_of}"
        );
        assert_eq!(row.finding, Finding::InForce, "{as_of}");
        assert_eq!(row.amendments.len(), amendments, "{as_of}");
        assert!(!row.dated && row.rule.is_some() && row.confidence.is_some());
    }
}

/// Two documents of which each says that the other replaced it.
fn replaced_in_a_circle() -> [String; 2] {
    [
        ("ISO 111:1999", "ISO 222:1999"),
        ("ISO 222:1999", "ISO 111:1999"),
    ]
    .map(|(number, by)| {
        let more = format!(r#""published":"1999-01-01","replaced_by":["{by}"],"#);
        row_with(number, "Rice", &more)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_circle_of_replacements_ends() {
    let house = House::with_rows(&replaced_in_a_circle()).await;
    let checked = check(&house, "ISO 111:1999", "2026-11-25").await;
    let row = &checked.items[0];
    let chain: Vec<&str> = row
        .replaced_by
        .iter()
        .map(|one| one.number.as_str())
        .collect();
    assert_eq!(
        (row.finding, chain),
        (Finding::Replaced, vec!["ISO 222:1999"])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_number_is_one_row_and_the_head_says_what_it_was_checked_against() {
    let house = house().await;
    let text = "GB/T 19001-2016、GBT19001-2016 和 GB／T 19001—2016；ISO 9001:2015。";
    let checked = check(&house, text, "2026-11-25").await;
    assert_eq!((checked.numbers, checked.mentions), (2, 4));
    assert_eq!(checked.items[0].times, 3);
    assert_eq!(checked.snapshot.records, 6);
    assert!(checked.snapshot.revision > 0);
    assert_eq!(checked.count(Finding::InForce), 2);
    assert_eq!(check(&house, text, "2026-11-25").await, checked);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_resolved_goes_into_the_ledger_without_what_stands_around_it() {
    let house = house().await;
    let text = "秘密项目采用 ISO 9001:1994 与 ISO 99999:2020，以及 ISO 9001:20155。";
    let checked = check(&house, text, "2026-11-25").await;
    let findings: Vec<Finding> = checked.items.iter().map(|row| row.finding).collect();
    assert_eq!(
        findings,
        [Finding::NotHeld, Finding::NotHeld, Finding::Unreadable]
    );
    assert!(
        !checked.items[0].candidates.is_empty(),
        "other editions are named"
    );
    check(&house, "ISO 99999:2020", "2026-11-25").await;
    let ledger = house.app.store.unresolved(10).await.unwrap();
    assert_eq!(ledger[0].number, "ISO 99999:2020");
    assert_eq!((ledger[0].times, ledger.len()), (2, 3));
    assert!(ledger.iter().all(|one| !one.number.contains("秘密")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_numbers_take_less_than_a_second_each_hundred_even_unoptimised() {
    let house = house().await;
    let numbers: Vec<String> = (1..=1000)
        .map(|n| format!("ISO {}:2015", 9000 + n))
        .collect();
    let text = numbers.join("、");
    let begun = Instant::now();
    let checked = check(&house, &text, "2026-11-25").await;
    let took = begun.elapsed();
    eprintln!("{} numbers checked in {took:?}", checked.numbers);
    assert_eq!(checked.numbers, 1000);
    assert!(took < Duration::from_secs(10), "{took:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_numbers_than_a_check_takes_are_refused() {
    let house = House::empty().await;
    let numbers: Vec<String> = (1..=5001).map(|n| format!("ISO {n}:2015")).collect();
    let today = house.app.clock.today();
    let refused = house
        .app
        .checker
        .check(&numbers.join("\n"), today, today)
        .await;
    assert!(refused.unwrap_err().to_string().contains("5001"));
}
