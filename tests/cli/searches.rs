//! Saved searches on the command line: kept, listed, asked, watched, forgotten.

use serde_json::Value;

use crate::support::{duibiao, row};

#[test]
fn a_search_is_kept_under_a_name_asked_watched_and_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let all = [
        row("ISO 4000-1:2021", "Passenger car tyres"),
        row("ISO 1:2022", "Rice"),
    ];
    fs_err::write(&rows, all.join("\n")).unwrap();
    duibiao(&folder).arg("import").arg(&rows).assert().success();
    let ask = |arguments: &[&str]| {
        let run = duibiao(&folder).args(arguments).assert();
        let output = run.get_output();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        (output.status.code(), text)
    };
    assert_eq!(ask(&["searches"]).0, Some(1), "none is kept yet");
    let (code, said) = ask(&["searches", "save", "轮胎", "tyres", "body:ISO"]);
    assert_eq!(code, Some(0), "{said}");
    let (_, list) = ask(&["searches", "--format", "json"]);
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list[0]["query"]["text"], "tyres body:ISO");
    for name in ["轮胎", "1"] {
        let (code, hits) = ask(&["searches", "run", name]);
        assert_eq!(code, Some(0), "{name}");
        assert!(
            hits.contains("ISO 4000-1") && !hits.contains("ISO 1:2022"),
            "{hits}"
        );
    }
    assert!(
        ask(&["searches", "show", "轮胎"])
            .1
            .contains("tyres body:ISO")
    );
    let (code, _) = ask(&[
        "subscribe",
        "--saved",
        "轮胎",
        "--replay",
        "--format",
        "json",
    ]);
    assert!(matches!(code, Some(0 | 1)), "{code:?}");
    assert_eq!(ask(&["searches", "remove", "轮胎"]).0, Some(0));
    assert_eq!(ask(&["searches", "show", "轮胎"]).0, Some(2));
}

#[test]
fn a_search_that_matches_everything_is_not_kept_and_the_fault_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    for query in ["*", "(轮胎"] {
        let run = duibiao(&folder)
            .args(["searches", "save", "x", query])
            .assert();
        let run = run.code(2);
        let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(told.contains('^') || told.contains("narrow"), "{told}");
    }
}
