//! The words of the statistics, in both languages.

use super::{Counted, Named};

/// The statistics.
#[derive(Debug)]
pub(in crate::web) struct StatisticsWords {
    pub(in crate::web) title: &'static str,
    pub(in crate::web) lead: Named,
    pub(in crate::web) by_month: &'static str,
    pub(in crate::web) month: &'static str,
    pub(in crate::web) new: &'static str,
    pub(in crate::web) further: &'static str,
    pub(in crate::web) total: &'static str,
    pub(in crate::web) month_chart: fn(&str, &str, u64, &str) -> String,
    pub(in crate::web) by_member: &'static str,
    pub(in crate::web) member: &'static str,
    pub(in crate::web) by_objective: &'static str,
    pub(in crate::web) objective: &'static str,
    pub(in crate::web) count: &'static str,
    pub(in crate::web) share: &'static str,
    pub(in crate::web) rest: Counted,
    pub(in crate::web) several: &'static str,
    pub(in crate::web) no_notifications: &'static str,
    pub(in crate::web) adoption: &'static str,
    pub(in crate::web) adoption_lead: &'static str,
    pub(in crate::web) field: &'static str,
    pub(in crate::web) standards: &'static str,
    pub(in crate::web) adopting: &'static str,
    pub(in crate::web) rate: &'static str,
    pub(in crate::web) lag: &'static str,
    pub(in crate::web) pairs: &'static str,
    pub(in crate::web) years: fn(i64) -> String,
    pub(in crate::web) no_adoption: &'static str,
    pub(in crate::web) table: &'static str,
}

/// Every text in Chinese.
pub(super) const ZH: StatisticsWords = StatisticsWords {
    title: "统计",
    lead: |since| {
        format!(
            "通报自 {since} 起按分发日期统计，采标按库中现行的国内标准统计；每次采集或导入后重新计算。数字只反映已收录的内容，不是官方总数。"
        )
    },
    by_month: "按月的通报数",
    month: "月份",
    new: "新措施（常规、紧急、修订）",
    further: "补遗、勘误、补充",
    total: "合计",
    month_chart: |first, last, most, month| {
        format!(
            "柱状图：{first} 至 {last} 每月的通报数，实心为新措施，斜纹为补遗、勘误和补充；最多的是 {month}，{most} 件。数字见下表。"
        )
    },
    by_member: "按通报成员",
    member: "成员",
    by_objective: "按目标与理由",
    objective: "目标与理由",
    count: "通报",
    share: "占比",
    rest: |count| format!("其余 {count} 项"),
    several: "一件通报可以有几个目标，也可以由几个成员共同提出，因此各项之和可能大于总数。",
    no_notifications: "这一时期没有收录通报。通报由导入或采集得到。",
    adoption: "按 ICS 领域的采标率与时差",
    adoption_lead: "采标率：现行国内标准中，等同、修改采用（以及采用程度未注明）的所占比例；非等效不算。时差：国内标准与所采用标准的发布相隔的时间，取两者日期都已知的各对的中位数。",
    field: "领域",
    standards: "现行标准",
    adopting: "采标",
    rate: "采标率",
    lag: "时差中位数",
    pairs: "日期已知的对数",
    years: |months| format!("{:.1} 年", months_as_years(months)),
    no_adoption: "库中还没有带 ICS 分类的国内标准。",
    table: "数字",
};

/// Every text in English.
pub(super) const EN: StatisticsWords = StatisticsWords {
    title: "Statistics",
    lead: |since| {
        format!(
            "Notifications are counted by day of circulation since {since}, adoptions over the domestic standards in force that are held; both are counted again after every import or crawl. The figures say what is held here and are no official totals."
        )
    },
    by_month: "Notifications by month",
    month: "Month",
    new: "New measures (regular, urgent, revisions)",
    further: "Addenda, corrigenda, supplements",
    total: "Total",
    month_chart: |first, last, most, month| {
        format!(
            "Column chart of notifications in each month from {first} to {last}; filled for new measures, hatched for addenda, corrigenda and supplements. The most were {most} in {month}. The figures are in the table below."
        )
    },
    by_member: "By notifying member",
    member: "Member",
    by_objective: "By objective",
    objective: "Objective",
    count: "Notifications",
    share: "Share",
    rest: |count| format!("{count} others"),
    several: "A notification may have several objectives and may be made by several members together, so the lines may add up to more than the total.",
    no_notifications: "No notifications are held for this time. They are imported or collected.",
    adoption: "Adoption rate and lag by field of the ICS",
    adoption_lead: "Rate: of the domestic standards in force, those that adopt another one, identical, modified or with no degree stated; not-equivalent ones do not count. Lag: the time between the two publications, as the median of the pairs of which both days are known.",
    field: "Field",
    standards: "In force",
    adopting: "Adopting",
    rate: "Rate",
    lag: "Median lag",
    pairs: "Dated pairs",
    years: |months| format!("{:.1} years", months_as_years(months)),
    no_adoption: "No domestic standards with an ICS class are held yet.",
    table: "Figures",
};

/// Months of a lag as years; lags are far below what an `f64` counts exactly.
fn months_as_years(months: i64) -> f64 {
    f64::from(i32::try_from(months).unwrap_or(i32::MAX)) / 12.0
}
