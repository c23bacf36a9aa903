//! The Chinese card of a notification.

use std::fmt;

use corpora::notifications::{self, TermList};
use corpora::{hs, ics, markets};

use super::dates::in_chinese;
use crate::model::{Notification, PartialDate, Reason, Record};

/// A line of the card.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CardLine {
    /// The name of the box, as Chinese enquiry points print it.
    pub label: &'static str,
    /// What stands in it.
    pub value: String,
}

impl fmt::Display for CardLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}：{}", self.label, self.value)
    }
}

/// Codes shown before the card says how many more there are.
const MOST_CODES: usize = 8;

/// Composes the card of a notification; empty for any other record. Boxes that say nothing have no line.
pub fn card(record: &Record) -> Vec<CardLine> {
    let Some(notification) = &record.notification else {
        return Vec::new();
    };
    let life = &record.lifecycle;
    let lines = [
        ("通报号", symbols(record)),
        ("通报成员", members(record)),
        ("通报类型", kind(record, notification)),
        (
            "负责机构（原文）",
            notification.agency.clone().unwrap_or_default(),
        ),
        ("通报依据条款", articles(notification)),
        (
            "覆盖的产品（HS）",
            codes(record, &record.hs, hs_of, hs_name),
        ),
        (
            "覆盖的产品（ICS）",
            codes(record, &record.ics, ics_of, ics_name),
        ),
        ("覆盖的产品（原文）", products(record, notification)),
        ("目标与理由", objectives(record, notification)),
        ("补遗事由", reasons(notification)),
        ("散发日期", day(life.published)),
        (
            "拟批准日期",
            notification
                .adoption
                .as_ref()
                .map(in_chinese)
                .unwrap_or_default(),
        ),
        (
            "拟生效日期",
            notification
                .entry
                .as_ref()
                .map(in_chinese)
                .unwrap_or_default(),
        ),
        ("意见反馈截止日期", deadline(record, notification)),
        (
            "标题（原文）",
            record.titles.get("en").unwrap_or_default().to_owned(),
        ),
    ];
    let lines = lines.into_iter().filter(|(_, value)| !value.is_empty());
    lines
        .map(|(label, value)| CardLine { label, value })
        .collect()
}

fn symbols(record: &Record) -> String {
    if record.also.is_empty() {
        return record.number.clone();
    }
    let others = record.also.join("、");
    format!("{}（联合通报，另有 {}）", record.number, others)
}

fn members(record: &Record) -> String {
    let names = record.markets.iter().map(|code| {
        let market = markets::market(code);
        market.map_or(code.as_str(), |market| market.name_zh.as_str())
    });
    names.collect::<Vec<_>>().join("、")
}

fn kind(record: &Record, notification: &Notification) -> String {
    let term = notifications::term(TermList::Type, notification.kind.code());
    let name = term.map(|term| term.name_zh.clone()).unwrap_or_default();
    if record.supplement {
        format!("{name}（属 {}）", record.family)
    } else {
        name
    }
}

fn articles(notification: &Notification) -> String {
    let named = notification.articles.iter().map(|article| {
        let term = notifications::term(TermList::Article, article);
        term.map_or_else(
            || article.clone(),
            |term| format!("{article}（{}）", term.name_zh),
        )
    });
    named.collect::<Vec<_>>().join("、")
}

fn hs_of(record: &Record) -> &[String] {
    record.inherited.as_ref().map_or(&[], |parent| &parent.hs)
}

fn ics_of(record: &Record) -> &[String] {
    record.inherited.as_ref().map_or(&[], |parent| &parent.ics)
}

fn hs_name(code: &str) -> Option<&'static str> {
    hs::nearest(code).map(|entry| entry.name_zh.as_str())
}

fn ics_name(code: &str) -> Option<&'static str> {
    ics::title(code).map(|entry| entry.title_zh.as_str())
}

/// Writes codes with their Chinese names; those of the parent are marked as such.
fn codes(
    record: &Record,
    own: &[String],
    inherited: fn(&Record) -> &[String],
    name: fn(&str) -> Option<&'static str>,
) -> String {
    let from_parent = own.is_empty();
    let codes = if from_parent { inherited(record) } else { own };
    let named = codes.iter().take(MOST_CODES).map(|code| match name(code) {
        Some(name) => format!("{code} {name}"),
        None => code.clone(),
    });
    let mut line = named.collect::<Vec<_>>().join("；");
    if codes.len() > MOST_CODES {
        line = format!("{line}；等 {} 个编码", codes.len());
    }
    mark(record, line, from_parent)
}

fn products(record: &Record, notification: &Notification) -> String {
    let inherited = record
        .inherited
        .as_ref()
        .map(|parent| parent.products_covered.clone());
    match (notification.products.is_empty(), inherited) {
        (true, Some(products)) => mark(record, products, true),
        _ => notification.products.clone(),
    }
}

fn objectives(record: &Record, notification: &Notification) -> String {
    let from_parent = notification.objectives.is_empty();
    let inherited = record.inherited.as_ref().filter(|_| from_parent);
    let written = inherited.map_or(&notification.objectives, |parent| &parent.objectives);
    let named = written.iter().map(|objective| {
        let term = notifications::by_name(TermList::Objective, objective);
        term.map_or_else(|| objective.clone(), |term| term.name_zh.clone())
    });
    let line = named.collect::<Vec<_>>().join("；");
    mark(record, line, from_parent)
}

fn reasons(notification: &Notification) -> String {
    let named = notification.reasons.iter().map(|Reason { kind, day, .. }| {
        let term = notifications::term(TermList::Reason, kind.code());
        let name = term.map_or(kind.code(), |term| term.name_zh.as_str());
        day.map_or_else(|| name.to_owned(), |day| format!("{name}（{day}）"))
    });
    named.collect::<Vec<_>>().join("；")
}

fn deadline(record: &Record, notification: &Notification) -> String {
    let zone = notification
        .zone
        .as_deref()
        .map(|zone| format!("，通报成员当地时间（{zone}）"));
    let zone = zone.unwrap_or_default();
    match (
        record.lifecycle.comments_until,
        &notification.overtaken_by,
        &notification.deadline,
    ) {
        (Some(day), Some(by), _) => format!("{day}{zone}（据 {by}）"),
        (Some(_), None, Some(deadline)) => format!("{}{zone}", in_chinese(deadline)),
        (Some(day), None, None) => format!("{day}{zone}"),
        (None, _, Some(deadline)) => in_chinese(deadline),
        (None, _, None) => String::new(),
    }
}

fn day(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn mark(record: &Record, line: String, from_parent: bool) -> String {
    match &record.inherited {
        Some(parent) if from_parent && !line.is_empty() => {
            format!("{line}（承自 {}）", parent.from)
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(json: &str) -> Vec<String> {
        let record: Record = serde_json::from_str(json).unwrap();
        card(&record).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_addendum_says_what_it_has_from_its_parent_and_why_it_was_made() {
        let lines = written(
            r#"{"id":"x","kind":"notification","number":"G/TBT/N/JPN/865/Add.1","family":"G/TBT/N/JPN/865",
            "titles":{"en":"Feed additives"},"lifecycle":{"published":"2025-06-11"},"body":"WTO","markets":["JP"],
            "supplement":true,"rights":"metadata","provenance":{},
            "notification":{"members":["Japan"],"kind":"addendum","zone":"Asia/Tokyo",
                "reasons":[{"kind":"enters_into_force","day":"2025-06-10"}]},
            "inherited":{"from":"G/TBT/N/JPN/865","hs":["7214"],"objectives":["Quality requirements (TBT)","World peace"]}}"#,
        );
        for expected in [
            "通报号：G/TBT/N/JPN/865/Add.1",
            "通报成员：日本",
            "通报类型：补遗（属 G/TBT/N/JPN/865）",
            "目标与理由：质量要求；World peace（承自 G/TBT/N/JPN/865）",
            "补遗事由：措施生效（2025-06-10）",
            "标题（原文）：Feed additives",
        ] {
            assert!(
                lines.iter().any(|line| line == expected),
                "{expected} in {lines:#?}"
            );
        }
        let codes = lines
            .iter()
            .find(|line| line.starts_with("覆盖的产品（HS）：7214 "))
            .unwrap();
        assert!(codes.ends_with("（承自 G/TBT/N/JPN/865）"), "{codes}");
    }

    #[test]
    fn dates_say_by_which_rule_they_were_reached() {
        let lines = written(
            r#"{"id":"x","kind":"notification","number":"G/TBT/N/ARE/703","also":["G/TBT/N/BHR/780"],"family":"G/TBT/N/ARE/703",
            "titles":{},"lifecycle":{"comments_until":"2026-08-01"},"body":"WTO","markets":["AE","BH"],"rights":"metadata","provenance":{},
            "notification":{"members":[],"articles":["2.9.2"],"zone":"Asia/Dubai",
                "adoption":{"rule":"undecided","text":"To be determined"},
                "entry":{"date":"2026-08-01","derived":true,"rule":"from_circulation","text":"60 days from circulation"},
                "deadline":{"date":"2026-08-01","rule":"stated"}}}"#,
        );
        let expected = [
            "通报号：G/TBT/N/ARE/703（联合通报，另有 G/TBT/N/BHR/780）",
            "通报成员：阿联酋、巴林",
            "通报类型：常规通报",
            "通报依据条款：2.9.2（技术法规）",
            "拟批准日期：待定（原文：To be determined）",
            "拟生效日期：2026-08-01（按原文“60 days from circulation”自散发之日推算）",
            "意见反馈截止日期：2026-08-01，通报成员当地时间（Asia/Dubai）",
        ];
        assert_eq!(lines, expected);
    }
}
