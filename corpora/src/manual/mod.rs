//! The user's manual: chapters in Markdown, both languages, carried in the program so that it works offline.
//!
//! A chapter is a file `manual/{zh,en}/NAME.md` whose first line is its title. Chapters stand in the
//! order of a reader's way through them: the four kinds of user first, then what they all look up.

mod chapter;

pub use chapter::Chapter;

use std::sync::LazyLock;

/// Makes the chapters of both languages out of the names of their files.
macro_rules! chapters {
    ($($name:literal),+ $(,)?) => {
        (
            vec![$(Chapter::read($name, include_str!(concat!("../../manual/zh/", $name, ".md")))),+],
            vec![$(Chapter::read($name, include_str!(concat!("../../manual/en/", $name, ".md")))),+],
        )
    };
}

static CHAPTERS: LazyLock<(Vec<Chapter>, Vec<Chapter>)> = LazyLock::new(|| {
    chapters![
        "exporter",
        "researcher",
        "subscriber",
        "operator",
        "searching",
        "verdicts",
        "programs",
        "coverage",
    ]
});

/// Returns the chapters in Chinese, in reading order.
pub fn zh() -> &'static [Chapter] {
    &CHAPTERS.0
}

/// Returns the chapters in English, in reading order.
pub fn en() -> &'static [Chapter] {
    &CHAPTERS.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_is_there_in_both_languages_with_as_many_sections() {
        for (zh, en) in zh().iter().zip(en()) {
            assert_eq!(zh.name, en.name);
            let sections = |chapter: &Chapter| {
                let lines = chapter.text.lines();
                lines.filter(|line| line.starts_with("## ")).count()
            };
            assert!(sections(zh) > 0, "{} has no sections", zh.name);
            assert_eq!(sections(zh), sections(en), "{}", zh.name);
            assert!(!zh.title.is_empty() && !en.title.is_empty(), "{}", zh.name);
        }
    }

    #[test]
    fn links_between_chapters_lead_to_chapters() {
        for chapter in zh().iter().chain(en()) {
            for link in chapter.text.split("](help:").skip(1) {
                let target = link.split([')', '#']).next().unwrap_or_default();
                let known = zh().iter().any(|one| one.name == target);
                assert!(known, "{} links to `{target}`", chapter.name);
            }
        }
    }

    #[test]
    fn the_manual_holds_no_markup_but_markdown() {
        for chapter in zh().iter().chain(en()) {
            let plain = chapter.text.split('`').step_by(2);
            for text in plain {
                assert!(!text.contains("</"), "{}: {text}", chapter.name);
            }
        }
    }
}
