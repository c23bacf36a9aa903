//! A validity check as a table.

use super::Table;
use crate::model::Language;
use crate::search::Candidate;
use crate::validity::ValidityReport;

/// Lays a validity check out: one row a number, each with the day and the state of the store it rests on.
pub fn validity_table(report: &ValidityReport, language: Language) -> Table {
    let headers = match language {
        Language::Zh => [
            "原文",
            "规范写法",
            "结果",
            "判定",
            "标准号",
            "状态",
            "名称",
            "被代替为",
            "采用",
            "修改单",
            "其他可能",
            "核查日期",
            "库修订号",
        ],
        Language::En => [
            "Written",
            "Canonical",
            "Result",
            "Rule",
            "Number",
            "Status",
            "Title",
            "Replaced by",
            "Adopts",
            "Amendments",
            "Others",
            "As of",
            "Store revision",
        ],
    };
    let mut table = Table::new(language.pick("查新", "Validity check"), &headers);
    for row in &report.rows {
        let edition = row.edition.as_ref();
        let standing = edition.map(|edition| edition.standing);
        let adopts = row.adopts.iter().map(|adopted| match adopted.degree {
            Some(degree) => format!("{} ({})", adopted.number, degree.code()),
            None => adopted.number.clone(),
        });
        table.push(vec![
            row.text.clone(),
            row.normalized.first().cloned().unwrap_or_default(),
            row.result.to_string(),
            language
                .pick(row.rule.name_zh(), row.rule.name_en())
                .to_owned(),
            edition
                .map(|edition| edition.number.clone())
                .unwrap_or_default(),
            standing
                .map(|status| language.pick(status.name_zh(), status.name_en()).to_owned())
                .unwrap_or_default(),
            edition
                .map(|edition| edition.title.clone())
                .unwrap_or_default(),
            numbers(&row.replaced_by, " → "),
            adopts.collect::<Vec<_>>().join("; "),
            numbers(&row.amendments, "; "),
            numbers(&row.candidates, "; "),
            report.as_of.to_string(),
            report.revision.to_string(),
        ]);
    }
    table
}

fn numbers(candidates: &[Candidate], between: &str) -> String {
    let numbers: Vec<&str> = candidates.iter().map(|one| one.number.as_str()).collect();
    numbers.join(between)
}
