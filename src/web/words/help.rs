//! The words around the manual, in both languages.

use super::{Counted, Named};

/// The manual.
#[derive(Debug)]
pub(in crate::web) struct HelpWords {
    pub(in crate::web) title: &'static str,
    pub(in crate::web) short: &'static str,
    pub(in crate::web) lead: &'static str,
    pub(in crate::web) search_label: &'static str,
    pub(in crate::web) search: &'static str,
    pub(in crate::web) chapters: &'static str,
    pub(in crate::web) contents: &'static str,
    pub(in crate::web) found: Counted,
    pub(in crate::web) nothing: Named,
    pub(in crate::web) previous: &'static str,
    pub(in crate::web) next: &'static str,
}

/// Every text in Chinese.
pub(super) const ZH: HelpWords = HelpWords {
    title: "使用手册",
    short: "手册",
    lead: "按您要做的事来选一章，或在手册中查一个词。手册随程序提供，不联网也能看。",
    search_label: "在手册中查找",
    search: "查找",
    chapters: "各章",
    contents: "本章内容",
    found: |count| format!("手册中有 {count} 节提到"),
    nothing: |query| format!("手册中没有提到“{query}”。请换一个说法，或从下面的章节看起。"),
    previous: "上一章",
    next: "下一章",
};

/// Every text in English.
pub(super) const EN: HelpWords = HelpWords {
    title: "Manual",
    short: "Manual",
    lead: "Choose the chapter for what you want to do, or look up a word. The manual comes with the program and works offline.",
    search_label: "Search the manual",
    search: "Search",
    chapters: "Chapters",
    contents: "In this chapter",
    found: |count| match count {
        1 => "1 section of the manual mentions it".to_owned(),
        _ => format!("{count} sections of the manual mention it"),
    },
    nothing: |query| {
        format!(
            "The manual does not mention “{query}”. Try another word, or begin with one of the chapters below."
        )
    },
    previous: "Previous",
    next: "Next",
};
