//! 1. Texts kept beside two records are compared clause by clause, on the page, in the interface and in files.
//! 2. Rights keep sentences back and leave limits; the answer says why.
//! 3. A limit of a text names its clause and quotes its sentence.

use axum::http::StatusCode;
use duibiao::model::Rights;
use duibiao::texts::{Paper, attach};

use super::doors::{get, raw};
use crate::support::{House, row};

const OLD: &str = "1 范围\n本文件规定了童车的要求。\n2 材料\n可迁移铅不应大于 90 mg/kg。\n3 标志\n<b>产品</b>应标明厂名。\n";
const NEW: &str = "1 范围\n本文件规定了童车的要求。\n2 标志\n<b>产品</b>应标明厂名和地址。\n3 材料\n可迁移铅不应大于 63 mg/kg。\n";

async fn house(rights: Rights) -> House {
    let rows = [row("GB 14748-2006", "Prams"), row("GB 14748-2020", "Prams")];
    let house = House::with_rows(&rows).await;
    for (record, text) in [("GB_14748-2006", OLD), ("GB_14748-2020", NEW)] {
        let paper = Paper {
            name: "own.txt".to_owned(),
            bytes: text.into(),
            language: None,
            rights,
        };
        let clock = house.app.clock.as_ref();
        attach(&house.app.store, clock, record, paper)
            .await
            .unwrap();
    }
    house
}

const PAIR: &str = "a=GB_14748-2006&b=GB_14748-2020";

#[tokio::test(flavor = "multi_thread")]
async fn two_texts_are_compared_clause_by_clause() {
    let house = house(Rights::Full).await;
    let (status, answer) = get(&house, &format!("/api/v1/compare?{PAIR}")).await;
    assert_eq!(status, StatusCode::OK);
    let texts = &answer["texts"];
    assert_eq!(texts["manner"], "changes");
    assert_eq!(texts["counts"]["changed"], 2, "{texts}");
    assert_eq!(texts["counts"]["moved"], 1, "{texts}");
    assert_eq!(answer["not_covered"], serde_json::json!([]));
    for language in ["zh", "en"] {
        for view in ["", "&view=unified", "&all=1"] {
            let (status, kind, page) =
                raw(&house, &format!("/{language}/compare?{PAIR}{view}")).await;
            let page = String::from_utf8(page).unwrap();
            assert_eq!(
                (status, kind.as_str()),
                (StatusCode::OK, "text/html; charset=utf-8")
            );
            assert!(
                page.contains("<del>90 mg/kg</del>") && page.contains("<ins>63 mg/kg</ins>"),
                "{page}"
            );
            assert!(!page.contains("<b>产品"), "words of a text are words");
        }
    }
    let (status, _, file) = raw(&house, &format!("/api/v1/compare?{PAIR}&format=md")).await;
    let file = String::from_utf8(file).unwrap();
    assert_eq!(status, StatusCode::OK);
    assert!(file.contains(r"\[-90 mg/kg-\]{+63 mg/kg+}"), "{file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn rights_keep_sentences_back_and_leave_limits() {
    let house = house(Rights::Facts).await;
    let (_, answer) = get(&house, &format!("/api/v1/compare?{PAIR}")).await;
    assert!(answer["texts"].is_null());
    let why = answer["not_covered"][0]["zh"].as_str().unwrap();
    assert!(why.contains("权利"), "{why}");
    let lines = answer["lines"].as_array().unwrap();
    let lead = lines
        .iter()
        .find(|line| line["parameter"]["zh"] == "可迁移铅");
    assert_eq!(lead.unwrap()["verdict"], "looser");
    assert!(!answer.to_string().contains("quote"), "no sentence leaves");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_of_a_text_names_its_clause_and_quotes_its_sentence() {
    let house = house(Rights::Full).await;
    let (_, answer) = get(&house, &format!("/api/v1/compare?{PAIR}")).await;
    let lines = answer["lines"].as_array().unwrap();
    let lead = lines
        .iter()
        .find(|line| line["parameter"]["zh"] == "可迁移铅");
    let lead = lead.unwrap();
    let places = ["domestic", "foreign"].map(|side| lead[side]["clause"].clone());
    assert_eq!(places, ["2", "3"]);
    assert_eq!(lead["domestic"]["quote"], "可迁移铅不应大于 90 mg/kg");
}
