//! What happened and when, said in a sentence.

use jiff::Timestamp;

use super::Item;
use crate::alerts::deadline::Deadline;
use crate::alerts::subscription::Matter;
use crate::clock::beijing;
use crate::model::{Language, Status};

/// Says what happened, with the values before and after where there are some.
pub(super) fn change(item: &Item, language: Language) -> String {
    let name = language.pick(item.matter.name_zh(), item.matter.name_en());
    // The number of a new record is no change of anything.
    if item.matter == Matter::New {
        return name.to_owned();
    }
    let value = |text: &str| {
        Status::read(text).map_or_else(
            || text.to_owned(),
            |status| language.pick(status.name_zh(), status.name_en()).to_owned(),
        )
    };
    let before = item
        .before
        .as_deref()
        .filter(|text| !text.is_empty())
        .map(value);
    let after = item
        .after
        .as_deref()
        .filter(|text| !text.is_empty())
        .map(value);
    match (language, before, after) {
        (Language::Zh, Some(before), Some(after)) => format!("{name}：由 {before} 改为 {after}"),
        (Language::Zh, None, Some(after)) => format!("{name}：{after}"),
        (Language::Zh, Some(before), None) => format!("{name}：原为 {before}"),
        (Language::En, Some(before), Some(after)) => format!("{name}: {before} → {after}"),
        (Language::En, None, Some(after)) => format!("{name}: {after}"),
        (Language::En, Some(before), None) => format!("{name}: was {before}"),
        (_, None, None) => name.to_owned(),
    }
}

/// Says a deadline with its zone, and how much time is left.
pub(super) fn deadline(deadline: &Deadline, language: Language) -> String {
    let day = deadline.day;
    let left = left(deadline, language);
    let zone = &deadline.zone;
    let beijing = beijing().to_datetime(deadline.over);
    let until = beijing.strftime("%m-%d %H:%M");
    match language {
        Language::Zh => format!("评议截止 {day}（{zone}，北京时间 {until} 止），{left}"),
        Language::En => format!("comments until {day} ({zone}; ends {until} Beijing time), {left}"),
    }
}

/// Says how many days are left.
pub(super) fn left(deadline: &Deadline, language: Language) -> String {
    match (language, deadline.days_left()) {
        (Language::Zh, 0) => "今天截止".to_owned(),
        (Language::Zh, days @ 1..) => format!("还剩 {days} 天"),
        (Language::Zh, _) => "已截止".to_owned(),
        (Language::En, 0) => "last day".to_owned(),
        (Language::En, 1) => "1 day left".to_owned(),
        (Language::En, days @ 1..) => format!("{days} days left"),
        (Language::En, _) => "closed".to_owned(),
    }
}

/// Says an instant in Beijing time.
pub(super) fn instant(at: Timestamp, language: Language) -> String {
    let beijing = beijing().to_datetime(at);
    let written = beijing.strftime("%Y-%m-%d %H:%M");
    match language {
        Language::Zh => format!("{written}（北京时间）"),
        Language::En => format!("{written} (Beijing time)"),
    }
}
