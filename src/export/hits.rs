//! Search hits and resolved numbers as tables.

use super::Table;
use crate::model::Language;
use crate::search::{Hit, ResolvedItem};

/// Makes the table of some hits.
pub fn hits_table(hits: &[Hit], language: Language) -> Table {
    let headers = match language {
        Language::Zh => [
            "类型",
            "标准号",
            "状态",
            "名称",
            "原文名称",
            "市场",
            "发布",
            "实施",
            "ICS",
            "编号",
        ],
        Language::En => [
            "Kind",
            "Number",
            "Status",
            "Title",
            "Original title",
            "Market",
            "Published",
            "In force",
            "ICS",
            "Id",
        ],
    };
    let mut table = Table::new(language.pick("检索结果", "Search"), &headers);
    for hit in hits {
        let title = |text: Option<(&str, &str)>| {
            text.map(|(_, title)| title.to_owned()).unwrap_or_default()
        };
        table.push(vec![
            language
                .pick(hit.kind.name_zh(), hit.kind.name_en())
                .to_owned(),
            hit.number.clone(),
            language
                .pick(hit.status.name_zh(), hit.status.name_en())
                .to_owned(),
            title(hit.title.best(language)),
            title(hit.title.original(language)),
            hit.markets.join(" "),
            hit.published.clone().unwrap_or_default(),
            hit.implemented.clone().unwrap_or_default(),
            hit.ics.join(" "),
            hit.id.clone(),
        ]);
    }
    table
}

/// Makes the table of resolved numbers, one row a candidate.
pub fn items_table(items: &[ResolvedItem], language: Language) -> Table {
    let headers = match language {
        Language::Zh => ["原文", "规范写法", "结果", "标准号", "状态", "名称"],
        Language::En => [
            "Written",
            "Canonical",
            "Result",
            "Number",
            "Status",
            "Title",
        ],
    };
    let mut table = Table::new(language.pick("标准号", "Numbers"), &headers);
    for item in items {
        let start = vec![
            item.text.clone(),
            item.normalized.first().cloned().unwrap_or_default(),
            item.status.to_string(),
        ];
        if item.candidates.is_empty() {
            table.push(start.clone());
        }
        for candidate in &item.candidates {
            let standing =
                language.pick(candidate.standing.name_zh(), candidate.standing.name_en());
            let rest = [
                candidate.number.clone(),
                standing.to_owned(),
                candidate.title.clone(),
            ];
            table.push(start.iter().cloned().chain(rest).collect());
        }
    }
    table
}
