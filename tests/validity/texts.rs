//! Texts beside records: kept, given back, shown as far as rights allow.

use duibiao::model::Rights;
use duibiao::storage::TextChange;
use duibiao::texts::{Paper, TextsError, attach, stored};

use super::house;
use crate::support::{duibiao, row};

fn paper(text: &str, rights: Rights) -> Paper {
    Paper {
        name: "folder/own copy.txt".to_owned(),
        bytes: text.into(),
        language: None,
        rights,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_kept_beside_its_record_and_only_there() {
    let house = house().await;
    let (store, clock) = (&house.app.store, house.app.clock.as_ref());
    let text = "1 范围\n本文件规定了要求。\n4.1 铅含量不应大于90 mg/kg。";
    let first = attach(store, clock, "GB~T_19001-2016", paper(text, Rights::Facts)).await;
    let first = first.unwrap();
    assert_eq!(
        (first.origin.as_str(), first.language.as_str(), first.change),
        ("own copy.txt", "zh", TextChange::Added)
    );
    let again = attach(store, clock, "GB~T_19001-2016", paper(text, Rights::Facts)).await;
    assert_eq!(again.unwrap().change, TextChange::Unchanged);
    let kept = stored(store, "GB~T_19001-2016", "en")
        .await
        .unwrap()
        .unwrap();
    assert_eq!((kept.text.as_str(), kept.rights), (text, Rights::Facts));
    let nobody = attach(store, clock, "GB_0", paper(text, Rights::Full)).await;
    assert!(matches!(nobody, Err(TextsError::NoRecord(_))));
}

#[test]
fn the_command_line_shows_no_more_than_the_rights_allow() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let all = [row("GB/T 19001-2016", "QMS"), row("ISO 9001:2015", "QMS")];
    fs_err::write(&rows, all.join("\n")).unwrap();
    duibiao(&folder).arg("import").arg(&rows).assert().success();
    let file = folder.path().join("own.txt");
    fs_err::write(&file, "4.1 铅含量不应大于90 mg/kg。\n4.2 木材应无虫蛀。").unwrap();
    let attach = |rights: &str| {
        duibiao(&folder)
            .arg("import")
            .arg(&file)
            .args(["--as", "GBT19001-2016", "--rights", rights])
            .assert()
            .success();
    };
    let code = |arguments: &[&str]| {
        let assert = duibiao(&folder).args(arguments).assert();
        assert.get_output().status.code()
    };
    let number = "GB/T 19001-2016";
    let (extract, align) = (["extract", number], ["align", number, number]);
    attach("metadata");
    assert_eq!((code(&extract), code(&align)), (Some(2), Some(2)));
    attach("facts");
    assert_eq!((code(&extract), code(&align)), (Some(0), Some(2)));
    attach("full");
    assert_eq!((code(&extract), code(&align)), (Some(0), Some(0)));
    let file = file.to_string_lossy();
    assert_eq!(
        code(&["compare", number, &file]),
        Some(1),
        "the texts are the same"
    );
    assert_eq!(
        code(&["extract", "ISO 9001:2015"]),
        Some(2),
        "no text is kept"
    );
}
