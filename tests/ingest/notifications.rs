//! The real export of ePing, spreadsheet and normalised form, and what families make of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use duibiao::jobs::{self, Silent};
use indexers::{RawRecord, Reading, Rows, read_row};

use crate::support::{House, shared};

fn records(path: &Path) -> BTreeMap<String, RawRecord> {
    let rows = Rows::open(path)
        .unwrap()
        .map(|row| read_row(&row.unwrap().text).unwrap());
    let records = rows.map(|reading| match reading {
        Reading::Record(record) => (record.key.clone(), *record),
        Reading::Unknown => panic!("a row of unknown shape"),
    });
    records.collect()
}

#[test]
fn every_code_and_deadline_of_the_real_spreadsheet_is_that_of_the_normalised_file() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("data/tbt");
    let sheet = folder.join("captures/eping_Notifications_export_2025-06-12.xlsx");
    assert_eq!(Rows::open(&sheet).unwrap().count(), 229);
    let (sheet, lines) = (
        records(&sheet),
        records(&folder.join("eping_export_2025-06.jsonl")),
    );
    assert_eq!(sheet.len(), 229, "one row a notification and member");
    assert_eq!(
        sheet.keys().collect::<Vec<_>>(),
        lines.keys().collect::<Vec<_>>()
    );
    for (key, record) in &sheet {
        let line = &lines[key];
        let once = |codes: &[String]| codes.iter().cloned().collect::<BTreeSet<String>>();
        assert_eq!(once(&record.hs), once(&line.hs), "{key}");
        assert_eq!(once(&record.ics), once(&line.ics), "{key}");
        assert_eq!(record.dates, line.dates, "{key}");
        assert_eq!(record.also, line.also, "{key}");
        let (boxes, expected) = (
            record.notification.as_ref().unwrap(),
            line.notification.as_ref().unwrap(),
        );
        assert_eq!(boxes.objectives, expected.objectives, "{key}");
        assert_eq!(boxes.links, expected.links, "{key}");
    }
    let with = |of: fn(&RawRecord) -> bool| sheet.values().filter(|record| of(record)).count();
    let tbt = |record: &RawRecord| record.document_type.as_deref() == Some("TBT");
    assert_eq!(sheet.values().filter(|record| tbt(record)).count(), 186);
    assert_eq!(
        with(|record| record.document_type.as_deref() == Some("TBT") && !record.hs.is_empty()),
        125
    );
    assert_eq!(
        with(|record| record.document_type.as_deref() == Some("TBT") && !record.ics.is_empty()),
        174
    );
    assert_eq!(
        with(|record| record.document_type.as_deref() == Some("TBT")
            && record.dates.contains_key("comments_until")),
        160
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_real_spreadsheet_becomes_181_documents_of_179_measures_and_nothing_twice() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("data/tbt");
    let house = House::empty().await;
    let files = [
        folder.join("captures/eping_Notifications_export_2025-06-12.xlsx"),
        folder.join("eping_export_2025-06.jsonl"),
    ];
    let report = jobs::import(&house.app, &files, &Silent).await.unwrap();
    assert_eq!(report.counts().bad, 0);
    assert_eq!(
        (report.files[0].counts.rows, report.files[0].counts.added),
        (229, 181)
    );
    assert_eq!(
        report.files[1].counts.added, 0,
        "the normalised form of the same rows adds nothing"
    );
    assert_eq!(house.app.store.record_count().await.unwrap(), 181);
    let ids = house
        .app
        .store
        .notifications_changed(0, 0, 1_000)
        .await
        .unwrap();
    let stored = house.app.store.records(&ids).await.unwrap();
    let families: BTreeSet<i64> = stored.iter().map(|stored| stored.family).collect();
    assert_eq!(families.len(), 179);
    let addenda = stored
        .iter()
        .filter_map(|stored| stored.record.notification.as_ref());
    let unexplained = addenda
        .filter(|one| one.kind.follows_parent() && one.reasons.is_empty())
        .count();
    assert_eq!(
        unexplained, 0,
        "every addendum has a reason, if only `other`"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_answer_and_its_rows_are_the_same_notifications() {
    let house = House::empty().await;
    let answer = r#"{
      "items": [
        {"id":1,"area":"TBT","documentSymbol":" G/TBT/N/JPN/900","notifyingMember":"Japan",
         "distributionDate":"2026-11-02T00:00:00+00:00","title":"<p>Rules for &quot;bars&quot;</p>","hsCodes":[{"id":0,"code":"7214","name":""}],
         "proposedEntryIntoForceDateText":"60 days from circulation","commentDeadlineDate":"2027-01-01T00:00:00+00:00"}
      ],
      "totalCount": 1
    }"#;
    let path = house.folder.path().join("answer.json");
    fs_err::write(&path, answer).unwrap();
    let report = jobs::import(&house.app, &[path], &Silent).await.unwrap();
    assert_eq!((report.counts().added, report.counts().bad), (1, 0));
    let record = house
        .app
        .store
        .record("G~TBT~N~JPN~900")
        .await
        .unwrap()
        .unwrap()
        .record;
    assert_eq!(record.titles.get("en"), Some("Rules for \"bars\""));
    let boxes = record.notification.unwrap();
    let entry = boxes.entry.unwrap();
    assert_eq!(
        (entry.date.unwrap().to_string().as_str(), entry.derived),
        ("2027-01-01", true)
    );
    assert_eq!(boxes.zone.as_deref(), Some("Asia/Tokyo"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_of_something_else_is_refused_with_a_sentence() {
    let house = House::empty().await;
    let path = house.folder.path().join("prices.xlsx");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(["Colour", "Price"]) {
        sheet.write(0, column, header).unwrap();
        sheet.write(1, column, "1").unwrap();
    }
    workbook.save(&path).unwrap();
    let report = jobs::import(&house.app, &[path], &Silent).await.unwrap();
    let failure = report.files[0].failure.as_deref().unwrap();
    assert!(failure.contains("no header row"), "{failure}");
}
