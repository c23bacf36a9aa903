//! Files on the command line, as people have them.

use serde_json::{Value, json};

use super::replaced_in_a_circle;
use crate::support::{House, duibiao, post, row, row_with};

/// A folder whose store holds two editions of one standard, and another.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let rows = [
        row_with(
            "ISO 9001:2008",
            "Quality",
            r#""published":"2008-11-15","replaced_by":["ISO 9001:2015"],"#,
        ),
        row("ISO 9001:2015", "Quality"),
        row("ISO 111:1999", "Rice"),
    ];
    let file = folder.path().join("rows.jsonl");
    fs_err::write(&file, rows.join("\n")).unwrap();
    duibiao(&folder).arg("import").arg(&file).assert().success();
    folder
}

fn checked(folder: &tempfile::TempDir, name: &str) -> Value {
    let run = duibiao(folder)
        .arg("check")
        .arg(folder.path().join(name))
        .args(["--format", "json"])
        .assert()
        .success();
    serde_json::from_slice(&run.get_output().stdout).unwrap()
}

#[test]
fn a_list_in_the_encoding_of_a_chinese_office_program_is_read() {
    let folder = folder();
    let (list, _, _) = encoding_rs::GB18030.encode("标准号,名称\nISO 9001:2008,质量\n");
    fs_err::write(folder.path().join("list.csv"), &list).unwrap();
    let answer = checked(&folder, "list.csv");
    let row = &answer["items"][0];
    assert_eq!(row["replaced_by"][0]["number"], "ISO 9001:2015");
}

#[test]
fn every_sheet_of_a_workbook_is_read() {
    let folder = folder();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(3, 2, "ISO 9001:2008").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "ISO 111:1999").unwrap();
    workbook.save(folder.path().join("list.xlsx")).unwrap();
    let answer = checked(&folder, "list.xlsx");
    let items = answer["items"].as_array().unwrap();
    let numbers: Vec<_> = items.iter().map(|row| row["text"].as_str()).collect();
    assert_eq!(numbers, [Some("ISO 9001:2008"), Some("ISO 111:1999")]);
}

#[test]
fn a_text_without_a_number_finds_nothing_and_a_damaged_file_is_bad_input() {
    let folder = folder();
    for (text, code) in [
        ("no number here", 1),
        ("", 1),
        ("ISO 111:1999", 0),
        ("%PDF-1.7 ...", 2),
    ] {
        let mut run = duibiao(&folder);
        let run = run.args(["check", "-"]).write_stdin(text);
        run.assert().code(code);
    }
}

#[test]
fn the_ledger_is_taken_away_in_every_form_and_a_number_taken_off_it() {
    let folder = folder();
    let ask = |arguments: &[&str]| {
        let run = duibiao(&folder).args(arguments).assert();
        (
            run.get_output().status.code(),
            run.get_output().stdout.clone(),
        )
    };
    let list = ["check", "--unresolved"];
    assert_eq!(ask(&list).0, Some(1), "nothing was asked in vain yet");
    duibiao(&folder)
        .args(["check", "-"])
        .write_stdin("ISO 99999:2020")
        .assert()
        .success();
    for (format, sign) in [
        ("table", "ISO 99999:2020"),
        ("json", "ISO 99999:2020"),
        ("csv", "ISO 99999:2020"),
        ("md", "ISO 99999:2020"),
        ("html", "ISO 99999:2020"),
        ("xlsx", "PK"),
        ("docx", "PK"),
    ] {
        let (code, bytes) = ask(&["check", "--unresolved", "--format", format]);
        assert_eq!(code, Some(0), "{format}");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains(sign), "{format}: {text}");
    }
    assert_eq!(ask(&["check", "--forget", "ISO 99999:2020"]).0, Some(0));
    assert_eq!(ask(&list).0, Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_longer_than_resolving_admits_is_checked_whole_as_of_a_day() {
    let house = House::with_rows(&replaced_in_a_circle()).await;
    let text = "ISO 111:1999\n".repeat(1000);
    let body = json!({"text": text, "as_of": "2010-05-01"});
    let (status, answer) = post(&house, "/api/v1/check", &body).await;
    assert_eq!(status, 200);
    assert_eq!(
        (&answer["mentions"], &answer["numbers"]),
        (&json!(1000), &json!(1))
    );
    assert_eq!(answer["as_of"], "2010-05-01");
}
