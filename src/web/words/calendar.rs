//! The words of the calendar, in both languages.

use super::{Counted, Named};

/// The calendar.
#[derive(Debug)]
pub(in crate::web) struct CalendarWords {
    pub(in crate::web) title: &'static str,
    pub(in crate::web) lead: &'static str,
    pub(in crate::web) occasion: &'static str,
    pub(in crate::web) any_occasion: &'static str,
    pub(in crate::web) comments_close: &'static str,
    pub(in crate::web) adoption: &'static str,
    pub(in crate::web) in_force: &'static str,
    pub(in crate::web) ends: &'static str,
    pub(in crate::web) from: &'static str,
    pub(in crate::web) show: &'static str,
    pub(in crate::web) found: Counted,
    pub(in crate::web) nothing: Named,
    pub(in crate::web) whole: &'static str,
    pub(in crate::web) later: &'static str,
    pub(in crate::web) earlier: &'static str,
    pub(in crate::web) calendar_file: &'static str,
    pub(in crate::web) subscribe: &'static str,
    pub(in crate::web) cut: Counted,
    pub(in crate::web) only_known: &'static str,
    pub(in crate::web) day: &'static str,
    pub(in crate::web) document: &'static str,
    pub(in crate::web) name: &'static str,
    pub(in crate::web) markets: &'static str,
}

/// Every text in Chinese.
pub(super) const ZH: CalendarWords = CalendarWords {
    title: "前瞻日历",
    lead: "评议截止、拟批准、开始实施、废止或被代替：今后十二个月内已知的日期。日期以来源为准；只知道月份或年份的，排在最早可能的一天。",
    occasion: "事项",
    any_occasion: "所有事项",
    comments_close: "评议截止",
    adoption: "拟批准",
    in_force: "开始实施",
    ends: "废止或被代替",
    from: "起始月份",
    show: "查看",
    found: |count| format!("{count} 个日期"),
    nothing: |span| format!("{span} 之间没有已知的日期。"),
    whole: "去掉筛选条件，查看全部",
    later: "后十二个月",
    earlier: "前十二个月",
    calendar_file: "日历文件（iCal）",
    subscribe: "按邮件订阅",
    cut: |count| format!("只列出最近的 {count} 个日期；请按市场或产品筛选，或导出全部。"),
    only_known: "日历只包含已收录文件中写明的日期；没有写明日期的文件不会出现在这里。",
    day: "日期",
    document: "文件",
    name: "名称",
    markets: "市场",
};

/// Every text in English.
pub(super) const EN: CalendarWords = CalendarWords {
    title: "Forward calendar",
    lead: "Comments closing, measures to be adopted, entries into force, withdrawals: the days known for the next twelve months. Days are those of the sources; where only a month or a year is known, it stands at the first day it can mean.",
    occasion: "What",
    any_occasion: "Anything",
    comments_close: "Comments close",
    adoption: "To be adopted",
    in_force: "Enters into force",
    ends: "Withdrawn or replaced",
    from: "First month",
    show: "Show",
    found: |count| match count {
        1 => "1 date".to_owned(),
        _ => format!("{count} dates"),
    },
    nothing: |span| format!("No date is known for {span}."),
    whole: "Show everything, without filters",
    later: "Twelve months later",
    earlier: "Twelve months earlier",
    calendar_file: "Calendar file (iCal)",
    subscribe: "Subscribe by mail",
    cut: |count| {
        format!(
            "Only the nearest {count} dates are listed; filter by market or product, or export all of them."
        )
    },
    only_known: "The calendar holds only days that held documents state; a document without a stated day is not in it.",
    day: "Day",
    document: "Document",
    name: "Title",
    markets: "Markets",
};
