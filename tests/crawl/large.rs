//! Sixty thousand notifications and the whole list of ISO, with bounded memory.
//!
//! Ignored because it takes minutes; run it over the release program:
//! `cargo test --release --test integration -- --ignored crawl::large --nocapture`.

use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use duibiao::app::App;
use serde_json::json;

use super::toy::rows;
use crate::support::replay::Recorded;

const NOTIFICATIONS: usize = 60_000;
const NOTIFICATIONS_A_PAGE: usize = 100;
/// As many as the real list had on 2026-10-07.
const DELIVERABLES: usize = 81_585;
/// Kilobytes above a program that has an open store and nothing to do.
const MOST_MEMORY: u64 = 300 << 10;

fn notifications(folder: &Path) {
    let description =
        "The Ministry proposes requirements for bars that are placed on the market (synthetic). "
            .repeat(8);
    let mut routes = Vec::new();
    for page in 0..NOTIFICATIONS / NOTIFICATIONS_A_PAGE {
        let first = page * NOTIFICATIONS_A_PAGE + 1;
        let item = |number: usize| {
            json!({"id": number, "area": "TBT", "notificationType": "Regular notification",
                "documentSymbol": format!(" G/TBT/N/KEN/{number}"), "notifyingMember": "Kenya",
                "distributionDate": "2026-11-02T00:00:00+00:00", "commentDeadlineDate": "2027-01-01T00:00:00+00:00",
                "title": format!("<p>Bars {number} (synthetic)</p>"), "description": format!("<p>{description}</p>"),
                "productsFreeText": "<p>Bars</p>", "hsCodes": [{"id": 1, "code": "721420", "name": "721420 - Bars"}],
                "icsCodes": [{"id": 1, "code": "77.140.15", "name": "77.140.15 - Steels"}],
                "objectives": [{"id": 1, "name": "Quality requirements (TBT)"}], "linkToNotification": "https://docs.wto.org/a.docx"})
        };
        let items: Vec<_> = (first..first + NOTIFICATIONS_A_PAGE).map(item).collect();
        let file = format!("page-{page}.json");
        let body = json!({"items": items, "totalCount": NOTIFICATIONS});
        fs_err::write(folder.join(&file), body.to_string()).unwrap();
        let query = json!({"page": (page + 1).to_string()});
        routes.push(json!({"path": "/api/v1/azureSearch/getAll", "query": query, "file": file}));
    }
    let manifest = json!({"source": "eping", "origin": "synthetic", "routes": routes});
    fs_err::write(folder.join("manifest.json"), manifest.to_string()).unwrap();
}

fn deliverables(folder: &Path) {
    let file = fs_err::File::create(folder.join("deliverables.jsonl")).unwrap();
    let mut file = BufWriter::new(file);
    let scope =
        "<p class=\"MsoBodyText\">This document specifies requirements for toys (synthetic).</p>"
            .repeat(10);
    for id in 1..=DELIVERABLES {
        // A quarter replaces another, as in the real list.
        let replaces = id.is_multiple_of(4).then(|| vec![id % DELIVERABLES + 1]);
        let line = json!({"id": id, "deliverableType": "IS", "supplementType": null, "reference": format!("ISO {id}:2015"),
            "title": {"en": format!("Safety of toys — Part {id}"), "fr": format!("Sécurité des jouets — Partie {id}")},
            "publicationDate": "2015-09-22", "edition": 1, "icsCode": ["97.200.50"], "ownerCommittee": "ISO/TC 181",
            "currentStage": 6060, "replaces": replaces, "replacedBy": null, "languages": ["en", "fr"],
            "pages": {"en": 29}, "scope": {"en": scope}});
        writeln!(file, "{line}").unwrap();
    }
    let path = "/opendata/_latest/iso_deliverables_metadata/json/iso_deliverables_metadata.jsonl";
    let manifest = json!({"source": "iso", "origin": "synthetic",
        "routes": [{"path": path, "file": "deliverables.jsonl"}]});
    fs_err::write(folder.join("manifest.json"), manifest.to_string()).unwrap();
}

/// The most memory a run of the program had, in kilobytes, sampled until it ends.
fn peak(data: &Path, arguments: &[String]) -> u64 {
    let program = assert_cmd::cargo::cargo_bin("duibiao");
    let mut run = Command::new(program)
        .arg("--data-dir")
        .arg(data)
        .args(arguments)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let status = PathBuf::from(format!("/proc/{}/status", run.id()));
    let mut peak = 0;
    while run.try_wait().unwrap().is_none() {
        let text = fs_err::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes =
            line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok());
        peak = peak.max(kilobytes.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    peak
}

async fn measured(name: &str, make: impl Fn(&Path), settings: &[&str], expected: usize) {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    fs_err::create_dir_all(&pages).unwrap();
    make(&pages);
    let recorded = Recorded::open(&pages).await;
    let data = folder.path().join("data");
    let idle = peak(&data, &["sources".to_owned()]);
    let mut arguments: Vec<String> = ["crawl", name, "--full", "--pace-ms", "0", "--base"]
        .iter()
        .map(|word| (*word).to_owned())
        .collect();
    arguments.push(recorded.base());
    for setting in settings {
        arguments.extend(["--set".to_owned(), (*setting).to_owned()]);
    }
    let began = Instant::now();
    let of_data = data.clone();
    let most = tokio::task::spawn_blocking(move || peak(&of_data, &arguments))
        .await
        .unwrap();
    let mut told = String::new();
    write!(
        told,
        "{name}: {expected} records in {:?}, peak {most} kB, idle {idle} kB",
        began.elapsed()
    )
    .unwrap();
    eprintln!("{told}");
    let app = App::open(&data).await.unwrap();
    assert_eq!(rows(&app).await, expected as u64, "{told}");
    assert!(most < idle + MOST_MEMORY, "{told}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "minutes; run it over the release program"]
async fn sixty_thousand_notifications_are_crawled_within_bounds() {
    let settings = ["from=2026-11-01", "domains=1"];
    measured("eping", notifications, &settings, NOTIFICATIONS).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "minutes; run it over the release program"]
async fn the_whole_list_of_iso_is_crawled_within_bounds() {
    measured("iso", deliverables, &[], DELIVERABLES).await;
}
