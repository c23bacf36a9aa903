//! The command line: exit codes, formats, batches, help.

mod searches;

use serde_json::Value;

use crate::support::{duibiao, row, row_with};

fn furnished() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let all = [
        row("ISO 9001:2015", "Quality management systems - Requirements"),
        row("ISO 9001:2008", "Quality management systems - Requirements"),
        row_with(
            "GB/T 19001-2016",
            "Quality management systems",
            r#""title_zh":"质量管理体系 要求","#,
        ),
    ];
    fs_err::write(&rows, all.join("\n")).unwrap();
    duibiao(&folder).arg("import").arg(&rows).assert().success();
    folder
}

fn stdout(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
}

#[test]
fn exit_codes_tell_found_from_nothing_from_wrong_usage() {
    let folder = furnished();
    duibiao(&folder)
        .args(["search", "质量管理"])
        .assert()
        .code(0);
    duibiao(&folder).args(["search", "zzzzzz"]).assert().code(1);
    duibiao(&folder)
        .args(["search", "x", "--status", "purple"])
        .assert()
        .code(2);
    duibiao(&folder)
        .args(["import", "/nowhere/rows.jsonl"])
        .assert()
        .code(2);
    duibiao(&folder)
        .args(["show", "ISO 1:1999"])
        .assert()
        .code(1);
}

#[test]
fn every_format_carries_the_same_hits() {
    let folder = furnished();
    let search = |format: &str| {
        let assert = duibiao(&folder)
            .args(["search", "quality management", "--format", format])
            .assert()
            .success();
        assert.get_output().stdout.clone()
    };
    let whole: Value = serde_json::from_slice(&search("json")).unwrap();
    assert_eq!(whole["total"], 2);
    let lines = String::from_utf8(search("jsonl")).unwrap();
    assert_eq!(lines.lines().count(), 2);
    let csv = String::from_utf8(search("csv")).unwrap();
    assert_eq!(csv.lines().count(), 3);
    assert!(search("xlsx").starts_with(b"PK"));
    assert!(
        String::from_utf8(search("table"))
            .unwrap()
            .contains("ISO 9001:2015")
    );
}

#[test]
fn a_batch_answers_line_by_line_and_a_bad_line_does_not_stop_it() {
    let folder = furnished();
    let input = "{\"q\":\"ISO9001\",\"limit\":5}\nnot json\n{\"q\":\"质量\",\"market\":\"CN\"}\n";
    let assert = duibiao(&folder)
        .args(["search", "--batch"])
        .write_stdin(input)
        .assert()
        .success();
    let answers: Vec<Value> = stdout(&assert)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[0]["hits"][0]["number"], "ISO 9001:2015");
    assert_eq!(answers[1]["error"]["code"], "bad_request");
    assert_eq!(answers[2]["hits"][0]["number"], "GB/T 19001-2016");

    let input = "{\"text\":\"见GBT19001和ISO 9001:2008\"}\n";
    let assert = duibiao(&folder)
        .args(["resolve", "--batch"])
        .write_stdin(input)
        .assert()
        .success();
    let answer: Value = serde_json::from_str(&stdout(&assert)).unwrap();
    assert_eq!(answer["items"][0]["status"], 200);
    assert_eq!(
        answer["items"][1]["candidates"][0]["number"],
        "ISO 9001:2008"
    );
}

#[test]
fn directories_binaries_and_broken_files_each_get_a_sentence() {
    let folder = furnished();
    let text: String = (0..50_000)
        .map(|n| row(&format!("ISO {n}:2020"), "A") + "\n")
        .collect();
    let packed = zstd::encode_all(text.as_bytes(), 1).unwrap();
    let torn = folder.path().join("torn.jsonl.zst");
    fs_err::write(&torn, &packed[..packed.len() / 2]).unwrap();
    let binary = folder.path().join("binary");
    fs_err::write(&binary, [0x7F, b'E', b'L', b'F', 0, 1, 2]).unwrap();
    for (path, words) in [
        (
            folder.path().to_owned(),
            "is a directory, expected a file of records",
        ),
        (binary, "is not text: byte 4 is 0x00"),
        (torn, "breaks off after line"),
    ] {
        let assert = duibiao(&folder).arg("import").arg(&path).assert().code(2);
        let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
        assert!(said.contains(words), "{}: {said}", path.display());
        assert!(said.contains("hint: "), "{said}");
    }
}

#[test]
fn show_names_the_other_editions_and_doctor_finds_nothing_wrong() {
    let folder = furnished();
    let shown = stdout(
        &duibiao(&folder)
            .args(["show", "ISO 9001:2015"])
            .assert()
            .success(),
    );
    assert!(shown.contains("ISO 9001:2008"), "{shown}");
    let healthy = stdout(
        &duibiao(&folder)
            .args(["doctor", "--format", "json"])
            .assert()
            .success(),
    );
    let findings: Vec<Value> = serde_json::from_str(&healthy).unwrap();
    assert!(
        findings.iter().all(|finding| finding["healthy"] == true),
        "{healthy}"
    );
}

#[test]
fn every_command_explains_itself() {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        "serve",
        "import",
        "search",
        "show",
        "resolve",
        "reindex",
        "sources",
        "doctor",
        "eval",
        "completions",
    ] {
        let help = stdout(
            &duibiao(&folder)
                .args([command, "--help"])
                .assert()
                .success(),
        );
        assert!(help.contains("Usage: duibiao"), "{command}: {help}");
    }
    assert!(
        !folder.path().join("data").exists(),
        "help makes no data directory"
    );
    let script = stdout(
        &duibiao(&folder)
            .args(["completions", "bash"])
            .assert()
            .success(),
    );
    assert!(script.contains("duibiao"));
}
