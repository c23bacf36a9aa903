//! The words about how each source is doing, in both languages.

use super::Counted;

/// How each source is doing.
#[derive(Debug)]
pub(in crate::web) struct SourceWords {
    pub(in crate::web) crawling: &'static str,
    pub(in crate::web) crawling_lead: &'static str,
    pub(in crate::web) none_crawled: &'static str,
    pub(in crate::web) last_run: &'static str,
    pub(in crate::web) took: &'static str,
    pub(in crate::web) read: &'static str,
    pub(in crate::web) state: &'static str,
    pub(in crate::web) last_complete: &'static str,
    pub(in crate::web) next: &'static str,
    pub(in crate::web) never: &'static str,
    pub(in crate::web) unscheduled: &'static str,
    pub(in crate::web) whole: &'static str,
    pub(in crate::web) update: &'static str,
    pub(in crate::web) pages: Counted,
    pub(in crate::web) records: Counted,
    pub(in crate::web) failed: Counted,
    pub(in crate::web) unbound: fn(&str, u64) -> String,
    pub(in crate::web) missing: fn(&str, u64) -> String,
    pub(in crate::web) healthy: &'static str,
    pub(in crate::web) watch: &'static str,
    pub(in crate::web) broken: &'static str,
    pub(in crate::web) under_way: &'static str,
    pub(in crate::web) endings: &'static [(&'static str, &'static str)],
    pub(in crate::web) shortfall_words: &'static [(&'static str, &'static str)],
    pub(in crate::web) days_ago: Counted,
}

/// Every text in Chinese.
pub(super) const ZH: SourceWords = SourceWords {
    crawling: "采集情况",
    crawling_lead: "每个采集来源最近一次运行的情况。只有看全了的运行才能证明什么已经消失；没有看全时，库中的旧资料原样保留。",
    none_crawled: "还没有采集过任何来源；现有资料来自随程序带来的起始资料和导入的文件。",
    last_run: "最近一次运行",
    took: "用时",
    read: "读到",
    state: "情况",
    last_complete: "上次看全",
    next: "下次",
    never: "还没有",
    unscheduled: "未定期",
    whole: "全量",
    update: "增量",
    pages: |count| format!("{count} 页"),
    records: |count| format!("{count} 条"),
    failed: |count| format!("{count} 页读不出来"),
    unbound: |name, times| format!("出现了不认识的栏目“{name}”（{times} 页）"),
    missing: |name, times| format!("一向有的“{name}”不见了（{times} 页）"),
    healthy: "看全了",
    watch: "没有看全",
    broken: "中断了",
    under_way: "进行中",
    endings: &[
        ("open", "进行中，或中断后待续"),
        ("complete", "完成，看全了"),
        ("incomplete", "完成，但没有看全"),
        ("limited", "按限定的数量停下"),
        ("halted", "对方拒绝，停下了"),
        ("interrupted", "被中断，下次接着做"),
        ("abandoned", "放弃了"),
    ],
    shortfall_words: &[
        ("missing", "列表应有的条目没有全见到"),
        ("repeats", "列表翻页翻回了前面"),
        ("doubled", "列表中有重复的条目"),
        ("fell", "翻阅期间列表变短了"),
        ("short_page", "列表中间有一页不满"),
        ("empty", "列表是空的"),
        ("failed", "有的页面读不出来"),
        ("interrupted", "被中断"),
        ("limited", "达到限定的数量"),
        ("endless", "列表没有尽头"),
        ("halted", "对方拒绝"),
        ("no_seeds", "没有可以开始的页面"),
    ],
    days_ago: |days| match days {
        0 => "今天".to_owned(),
        1 => "昨天".to_owned(),
        _ => format!("{days} 天前"),
    },
};

/// Every text in English.
pub(super) const EN: SourceWords = SourceWords {
    crawling: "How collecting goes",
    crawling_lead: "The last run over each source that is collected. Only a run that saw everything proves what has vanished; after any other, what was held stays as it is.",
    none_crawled: "No source has been collected yet; what is held came with the program and from imported files.",
    last_run: "Last run",
    took: "Took",
    read: "Read",
    state: "State",
    last_complete: "Last complete",
    next: "Next",
    never: "never",
    unscheduled: "not scheduled",
    whole: "everything",
    update: "what is new",
    pages: |count| plural(count, "page", "pages"),
    records: |count| plural(count, "record", "records"),
    failed: |count| format!("{} could not be read", plural(count, "page", "pages")),
    unbound: |name, times| {
        format!(
            "unknown heading “{name}” on {}",
            plural(times, "page", "pages")
        )
    },
    missing: |name, times| {
        format!(
            "“{name}”, which was always there, is missing on {}",
            plural(times, "page", "pages")
        )
    },
    healthy: "complete",
    watch: "not complete",
    broken: "broken off",
    under_way: "under way",
    endings: &[
        ("open", "under way, or to be continued"),
        ("complete", "finished, saw everything"),
        ("incomplete", "finished, did not see everything"),
        ("limited", "stopped at the limit that was set"),
        ("halted", "stopped because the source refused"),
        ("interrupted", "interrupted, goes on with the next run"),
        ("abandoned", "given up"),
    ],
    shortfall_words: &[
        ("missing", "entries of a list were not met"),
        ("repeats", "a list led back to an earlier page"),
        ("doubled", "entries of a list came twice"),
        ("fell", "a list became shorter meanwhile"),
        ("short_page", "a page in the middle of a list was short"),
        ("empty", "a list was empty"),
        ("failed", "pages could not be read"),
        ("interrupted", "it was interrupted"),
        ("limited", "the limit was reached"),
        ("endless", "a list has no end"),
        ("halted", "the source refused"),
        ("no_seeds", "there was no page to begin with"),
    ],
    days_ago: |days| match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => format!("{days} days ago"),
    },
};

fn plural(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
