//! Records as a table.

use jiff::civil::Date;

use super::Table;
use crate::model::{Language, PartialDate, Record};

/// Makes the table of some records, with their status on a day.
pub fn records_table(records: &[Record], language: Language, day: Date) -> Table {
    let headers = match language {
        Language::Zh => [
            "编号",
            "类型",
            "标准号",
            "状态",
            "名称",
            "原文名称",
            "机构",
            "市场",
            "发布",
            "实施",
            "废止",
            "ICS",
            "CCS",
            "HS",
        ],
        Language::En => [
            "Id",
            "Kind",
            "Number",
            "Status",
            "Title",
            "Original title",
            "Body",
            "Market",
            "Published",
            "In force",
            "Withdrawn",
            "ICS",
            "CCS",
            "HS",
        ],
    };
    let mut table = Table::new(language.pick("记录", "Records"), &headers);
    for record in records {
        let status = record.lifecycle.status_on(day).status;
        let title = |text: Option<(&str, &str)>| text.map_or("", |(_, title)| title).to_owned();
        let date =
            |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        table.push(vec![
            record.id.as_str().to_owned(),
            language
                .pick(record.kind.name_zh(), record.kind.name_en())
                .to_owned(),
            record.number.clone(),
            language.pick(status.name_zh(), status.name_en()).to_owned(),
            title(record.titles.best(language)),
            title(record.titles.original(language)),
            record.body.clone(),
            record.markets.join(" "),
            date(record.lifecycle.published),
            date(record.lifecycle.implemented),
            date(record.lifecycle.withdrawn),
            record.ics.join(" "),
            record.ccs.join(" "),
            record.hs.join(" "),
        ]);
    }
    table
}
