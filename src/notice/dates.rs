//! Dates of the form in Chinese, with the rule by which they were reached.

use crate::model::{DateRule, NotifiedDate};

/// Writes a date of the form with how it was reached.
pub(super) fn in_chinese(date: &NotifiedDate) -> String {
    let original = if date.text.is_empty() {
        String::new()
    } else {
        format!("（原文：{}）", date.text)
    };
    match (date.date, date.rule) {
        (Some(day), DateRule::FromCirculation) => {
            format!("{day}（按原文“{}”自散发之日推算）", date.text)
        }
        (Some(day), _) => format!("{day}{original}"),
        (None, DateRule::Undecided) => format!("待定{original}"),
        (None, DateRule::FromUnknownDay) => format!("起算日未知，暂无日期{original}"),
        (None, _) => format!("未给出日期{original}"),
    }
}
