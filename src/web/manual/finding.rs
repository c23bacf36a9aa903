//! Looking for words in the manual.
//!
//! Eight chapters of a few thousand characters are read faster than an index of them is opened, so a section is found when
//! it holds every word, wherever; Chinese needs no cutting for that.

use corpora::manual::Chapter;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::rendering::section_id;

/// Characters of an excerpt before and behind the first word.
const AROUND: usize = 60;
/// The most words that are looked for; more is no query for a manual.
const MOST_WORDS: usize = 12;

/// A section that holds the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Found {
    /// Name of the chapter.
    pub(in crate::web) chapter: &'static str,
    /// Title of the chapter.
    pub(in crate::web) chapter_title: &'static str,
    /// Place of the section in it; empty for what comes before the first.
    pub(in crate::web) place: String,
    /// Title of the section; empty for what comes before the first.
    pub(in crate::web) title: String,
    /// What stands round the first word.
    pub(in crate::web) excerpt: String,
}

/// Finds the sections that hold every word of a query, those with the words in their titles first.
pub(in crate::web) fn find(chapters: &'static [Chapter], query: &str) -> Vec<Found> {
    let words: Vec<String> = query
        .split_whitespace()
        .take(MOST_WORDS)
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, Found)> = Vec::new();
    for chapter in chapters {
        for (place, (title, text)) in sections(chapter).into_iter().enumerate() {
            let (low_title, low_text) = (title.to_lowercase(), text.to_lowercase());
            let holds = |word: &String| low_title.contains(word) || low_text.contains(word);
            if !words.iter().all(holds) {
                continue;
            }
            let in_title = words
                .iter()
                .filter(|word| low_title.contains(*word))
                .count();
            let one = Found {
                chapter: chapter.name,
                chapter_title: chapter.title,
                place: match place {
                    0 => String::new(),
                    _ => section_id(place - 1),
                },
                title,
                excerpt: excerpt(&text, &low_text, &words),
            };
            found.push((in_title, one));
        }
    }
    // Stable, so that sections with as many words in their titles stay in reading order.
    found.sort_by_key(|(in_title, _)| std::cmp::Reverse(*in_title));
    found.into_iter().map(|(_, one)| one).collect()
}

/// Returns title and plain text of each section; the first has no title.
fn sections(chapter: &Chapter) -> Vec<(String, String)> {
    let mut sections = vec![(String::new(), String::new())];
    let mut in_title = false;
    for event in Parser::new_ext(chapter.text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                ..
            }) => {
                sections.push((String::new(), String::new()));
                in_title = true;
            }
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => in_title = false,
            Event::End(_) | Event::SoftBreak | Event::HardBreak => {
                if let Some((_, text)) = sections.last_mut().filter(|_| !in_title) {
                    text.push(' ');
                }
            }
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => {
                if let Some((title, text)) = sections.last_mut() {
                    if in_title { title } else { text }.push_str(&words);
                }
            }
            _ => {}
        }
    }
    sections
}

/// Returns what stands round the first word, in whole characters.
fn excerpt(text: &str, low: &str, words: &[String]) -> String {
    let at = words.iter().filter_map(|word| low.find(word)).min();
    // Counted in characters: lower case may have other bytes, hardly ever another number of characters.
    let at = low[..at.unwrap_or(0)].chars().count();
    let from = at.saturating_sub(AROUND);
    let cut: String = text.chars().skip(from).take(2 * AROUND).collect();
    let end = from + 2 * AROUND < text.chars().count();
    let (before, behind) = (if from > 0 { "…" } else { "" }, if end { "…" } else { "" });
    format!("{before}{}{behind}", cut.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    static CHAPTERS: [Chapter; 1] = [Chapter {
        name: "one",
        title: "One",
        text: "退订很容易。\n\n## 订阅\n\n每封邮件都有退订链接。\n\n## Backup\n\nRun `duibiao backup` daily.\n",
    }];

    #[test]
    fn a_section_is_found_when_it_holds_every_word() {
        let places = |query: &str| {
            let found = find(&CHAPTERS, query);
            found.into_iter().map(|one| one.place).collect::<Vec<_>>()
        };
        assert_eq!(places("退订"), ["", "s1"]);
        assert_eq!(places("订阅 退订"), ["s1"]);
        assert_eq!(places("BACKUP daily"), ["s2"]);
        assert_eq!(places("nothing"), Vec::<String>::new());
        assert_eq!(places("  "), Vec::<String>::new());
    }

    #[test]
    fn the_excerpt_holds_the_word() {
        let found = find(&CHAPTERS, "daily");
        assert!(
            found[0].excerpt.contains("Run duibiao backup daily."),
            "{found:?}"
        );
    }
}
