//! How many rows of notifications and lines of ISO's list are read in a second on one core.
//!
//! Inside the timed part: parsing the JSON of a row, binding its fields, building the raw record; for `to_record` also
//! merging it into a record, with its dates, reasons and codes. Outside: making the rows. Each bench asserts its result.

use divan::Bencher;
use divan::counter::ItemsCount;
use duibiao::ingest::{Contribution, merge, prepare};
use duibiao::model::AddendumReason;
use indexers::crawl::{PageSheet, read_page};
use indexers::fetch::Body;
use indexers::{Reading, page_source, read_row};

const ROWS: usize = 500;
/// Five pieces, so that relations lead from one into another.
const LINES: usize = 5_000;

fn main() {
    divan::main();
}

/// Items of the interface with markup, codes and links, one in five an addendum.
fn items() -> Vec<String> {
    let description = "The Ministry proposes requirements for hot-rolled ribbed bars that are placed on the market. ".repeat(8);
    let item = |number: usize| {
        let suffix = if number.is_multiple_of(5) {
            "/Add.1"
        } else {
            ""
        };
        format!(
            r#"{{"id":{number},"area":"TBT","notificationType":"Regular notification","documentSymbol":" G/TBT/N/KEN/{number}{suffix}",
            "notifyingMember":"Bahrain, Kingdom of","distributionDate":"2026-06-02T00:00:00+00:00","commentDeadlineDate":"2026-08-01T00:00:00+00:00",
            "title":"<p>Bars &quot;for concrete&quot; {number}</p>","description":"<p>{description}The regulation was adopted on 1 July 2026.</p>",
            "productsFreeText":"<p>Bars (ICS code(s): 77.140.15)</p>","hsCodes":[{{"id":1,"code":"721420","name":"721420 - Bars"}}],
            "icsCodes":[{{"id":1,"code":"77.140.15","name":"77.140.15 - Steels"}}],"objectives":[{{"id":1,"name":"Quality requirements (TBT)"}}],
            "proposedEntryIntoForceDateText":"6 months from the date of circulation",
            "linkToNotification":"https://docs.wto.org/a.docx","notifiedDocumentLink":"https://members.wto.org/a_e.pdf,https://members.wto.org/b_e.pdf"}}"#
        )
        .replace('\n', " ")
    };
    (1..=ROWS).map(item).collect()
}

/// Rows of the spreadsheet.
fn sheet_rows() -> Vec<String> {
    let row = |number: usize| {
        format!(
            r#"{{"Notifying Member":"Japan","Distribution date":"2025-06-11","Document symbol":"G/TBT/N/JPN/{number}","Title":"Bars",
            "Description":"Bars for concrete","Products covered":"Bars","HS code(s)":"721310 - Bars, of iron; 721420 - Bars",
            "ICS code(s)":"77.140.15 - Steels","Objectives":"Harmonization (TBT); Other (TBT)","Keywords":"Human health",
            "Final date for comments":"45879","Notification type":"Regular notification","Link to notification(EN)":"https://docs.wto.org/a.docx"}}"#
        )
        .replace('\n', " ")
    };
    (1..=ROWS).map(row).collect()
}

fn read_all(rows: &[String]) -> usize {
    let read = rows
        .iter()
        .filter(|row| matches!(read_row(divan::black_box(row)), Ok(Reading::Record(_))));
    read.count()
}

/// Lines of ISO Open Data with titles, a scope of the usual length and links to each other.
fn deliverables() -> String {
    let scope =
        "<p class=\"MsoBodyText\">This document specifies requirements for the safety of toys.</p>"
            .repeat(8);
    let scope = scope.replace('"', "\\\"");
    let line = |id: usize| {
        format!(
            r#"{{"id":{id},"deliverableType":"IS","supplementType":null,"reference":"ISO {id}:2015","title":{{"en":"Safety of toys — Part {id}","fr":"Sécurité des jouets — Partie {id}"}},"publicationDate":"2015-09-22","edition":5,"icsCode":["03.120.10","97.200.50"],"ownerCommittee":"ISO/TC 181","currentStage":6060,"replaces":[{}],"replacedBy":null,"languages":["en","fr"],"pages":{{"en":29}},"scope":{{"en":"{scope}"}}}}"#,
            id + 1
        ) + "\n"
    };
    (1..=LINES).map(line).collect()
}

/// Reads lines of ISO Open Data from the packed body to records with their relations resolved.
#[divan::bench]
fn lines_of_iso(bencher: Bencher<'_, '_>) {
    let Some(source) = page_source("iso") else {
        panic!("ISO is a source");
    };
    let request = indexers::page::Request::get("jsonl", "https://iso.example/file.jsonl");
    let Ok(body) = Body::of(deliverables().as_bytes()) else {
        panic!("memory packs anything");
    };
    let sheet = PageSheet {
        request,
        headers: Vec::new(),
        body,
    };
    bencher.counter(ItemsCount::new(LINES)).bench_local(|| {
        let mut resolved = 0;
        let read = read_page(source, divan::black_box(&sheet), |piece| {
            let records = piece.records.iter();
            resolved += records.filter(|record| record.relations.len() == 1).count();
            true
        });
        assert!(read.is_ok());
        assert_eq!(resolved, LINES - 1);
    });
}

/// Reads items of the interface.
#[divan::bench]
fn items_of_the_interface(bencher: Bencher<'_, '_>) {
    let rows = items();
    bencher
        .counter(ItemsCount::new(ROWS))
        .bench_local(|| assert_eq!(read_all(&rows), ROWS));
}

/// Reads rows of the spreadsheet.
#[divan::bench]
fn rows_of_the_spreadsheet(bencher: Bencher<'_, '_>) {
    let rows = sheet_rows();
    bencher
        .counter(ItemsCount::new(ROWS))
        .bench_local(|| assert_eq!(read_all(&rows), ROWS));
}

/// Reads items and merges each into a record.
#[divan::bench]
fn to_record(bencher: Bencher<'_, '_>) {
    let rows = items();
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| {
        let records = rows.iter().filter_map(|row| {
            let prepared = prepare(row).ok()?;
            let contribution = Contribution {
                raw: prepared.raw,
                hash: prepared.hash,
                fetched_at: String::new(),
            };
            merge(vec![contribution])
        });
        let adopted = records.filter(|(record, _)| {
            let reasons = record.notification.iter().flat_map(|one| &one.reasons);
            reasons
                .into_iter()
                .any(|reason| reason.kind == AddendumReason::Adopted)
        });
        assert_eq!(adopted.count(), ROWS / 5);
    });
}
