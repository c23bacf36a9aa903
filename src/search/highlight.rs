//! Marking what matched, and choosing the excerpt to show.
//!
//! Own code because the engine keeps no texts, and because tantivy's snippets panic on overlapping Chinese terms. One
//! scan a text: Chinese terms are looked for as substrings of the normalised text, words by their stem; ranges are mapped
//! back to the original, merged, and only then is HTML written, so overlapping terms cannot break it.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::index::analyzer::{Stems, is_stop_word, stem};
use crate::text::{Script, normalize, runs};

/// What to mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Normalised texts without spaces.
    substrings: BTreeSet<String>,
    /// Stems by the rules of both languages.
    stems: BTreeSet<String>,
}

/// An excerpt: HTML with `<mark>` around what matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The HTML.
    pub html: String,
    /// How many places were marked.
    pub marks: usize,
}

/// Length of an excerpt, in columns: a Chinese character is two columns wide.
const WIDTH: usize = 260;

impl Marks {
    /// Adds the marks of another part of the query.
    pub fn add(&mut self, other: &Self) {
        self.substrings.extend(other.substrings.iter().cloned());
        self.stems.extend(other.stems.iter().cloned());
    }

    /// Adds a normalised word of a script with spaces.
    pub fn add_word(&mut self, word: &str) {
        if !is_stop_word(word) {
            self.stems
                .extend([Stems::English, Stems::French].map(|stems| stem(word, stems)));
        }
    }

    /// Adds a normalised run without spaces and the words it was cut into.
    pub fn add_run<'w>(&mut self, run: &str, words: impl Iterator<Item = &'w str>) {
        self.substrings.insert(run.to_owned());
        self.substrings.extend(words.map(str::to_owned));
    }

    /// Prepares the marks for marking many texts.
    pub fn prepare(&self) -> Marker<'_> {
        let substrings = (!self.substrings.is_empty()).then(|| {
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(&self.substrings)
                .ok()
        });
        let beginnings = self.stems.iter().map(|stem| beginning(stem)).collect();
        Marker {
            substrings: substrings.flatten(),
            stems: &self.stems,
            beginnings,
        }
    }
}

/// Marks prepared for marking many texts.
#[derive(Debug)]
pub struct Marker<'m> {
    substrings: Option<AhoCorasick>,
    stems: &'m BTreeSet<String>,
    /// The first two bytes of every stem: a word that begins otherwise need not be stemmed at all.
    beginnings: BTreeSet<[u8; 2]>,
}

/// Neither stemmer changes the first two letters of a word.
fn beginning(word: &str) -> [u8; 2] {
    let mut bytes = word.bytes();
    [bytes.next().unwrap_or(0), bytes.next().unwrap_or(0)]
}

impl Marker<'_> {
    /// Returns the byte ranges of a text to mark, in order and apart from each other.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.substrings.is_none() && self.stems.is_empty() {
            return Vec::new();
        }
        let normalized = normalize(text);
        let copy = normalized.as_str();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        if let Some(substrings) = &self.substrings {
            ranges.extend(substrings.find_iter(copy).map(|found| found.range()));
        }
        if !self.stems.is_empty() {
            let words = runs(copy).filter(|run| run.script == Script::Word);
            let matching = words.filter(|run| {
                let word = &copy[run.bytes.clone()];
                self.beginnings.contains(&beginning(word))
                    && [Stems::English, Stems::French]
                        .iter()
                        .any(|&stems| self.stems.contains(&stem(word, stems)))
            });
            ranges.extend(matching.map(|run| run.bytes));
        }
        ranges.sort_by_key(|range| range.start);
        merged(ranges.into_iter().map(|range| normalized.original(range)))
    }

    /// Returns a whole text with its marks; nothing when nothing matched.
    pub fn whole(&self, text: &str) -> Option<String> {
        let ranges = self.ranges(text);
        (!ranges.is_empty()).then(|| html(text, 0..text.len(), &ranges))
    }

    /// Returns the part of a text with the most marks, or its beginning when nothing matched.
    pub fn excerpt(&self, text: &str) -> Excerpt {
        let ranges = self.ranges(text);
        let window = window(text, &ranges);
        let inside: Vec<Range<usize>> = ranges
            .into_iter()
            .filter(|range| window.start <= range.start && range.end <= window.end)
            .collect();
        let mut marked = html(text, window.clone(), &inside);
        if window.start > 0 {
            marked.insert(0, '…');
        }
        if window.end < text.len() {
            marked.push('…');
        }
        Excerpt {
            html: marked,
            marks: inside.len(),
        }
    }
}

fn merged(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// Chooses the stretch of a text to show: the one that begins a little before the densest group of marks.
fn window(text: &str, ranges: &[Range<usize>]) -> Range<usize> {
    let limit = |from: usize| from + columns_to_bytes(&text[from..]);
    let best = ranges
        .iter()
        .enumerate()
        .max_by_key(|&(at, range)| {
            let end = limit(range.start);
            let inside = ranges[at..]
                .iter()
                .take_while(|other| other.end <= end)
                .count();
            (inside, std::cmp::Reverse(at))
        })
        .map_or(0, |(_, range)| range.start);
    if limit(0) > best {
        return 0..limit(0);
    }
    let start = sentence_start(text, best);
    start..limit(start)
}

/// Goes back to the beginning of the sentence, or of the word when the sentence began too far away.
fn sentence_start(text: &str, at: usize) -> usize {
    let far = text[..at]
        .char_indices()
        .rev()
        .nth(60)
        .map_or(0, |(far, _)| far);
    let before = &text[far..at];
    let sentence = before
        .rmatch_indices(['。', '；', '！', '？', '\n', ';'])
        .next();
    let point = before.rmatch_indices(". ").next();
    let ends = [
        sentence.map(|(place, mark)| place + mark.len()),
        point.map(|(place, mark)| place + mark.len()),
    ];
    let start = ends
        .into_iter()
        .flatten()
        .max()
        .or_else(|| before.find(' ').map(|place| place + 1));
    let start = far + start.unwrap_or(0);
    start + (text[start..at].len() - text[start..at].trim_start().len())
}

fn columns_to_bytes(text: &str) -> usize {
    let mut columns = 0;
    let cut = text.char_indices().find(|&(_, character)| {
        columns += if Script::of(character).is_unspaced() {
            2
        } else {
            1
        };
        columns > WIDTH
    });
    let Some((cut, _)) = cut else {
        return text.len();
    };
    // A word is not cut in two where a blank is near.
    text[..cut]
        .rfind([' ', '，', '。', '、'])
        .filter(|&blank| cut - blank < 24)
        .unwrap_or(cut)
}

fn html(text: &str, window: Range<usize>, ranges: &[Range<usize>]) -> String {
    let mut html = String::with_capacity(window.len() + ranges.len() * 13);
    let mut from = window.start;
    for range in ranges {
        escape(&text[from..range.start], &mut html);
        html.push_str("<mark>");
        escape(&text[range.clone()], &mut html);
        html.push_str("</mark>");
        from = range.end;
    }
    escape(&text[from..window.end], &mut html);
    html
}

fn escape(text: &str, html: &mut String) {
    html.push_str(
        &html_escape::encode_safe(text)
            .replace("&#x2F;", "/")
            .replace('\n', " "),
    );
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marks(words: &[&str], runs: &[(&str, &[&str])]) -> Marks {
        let mut marks = Marks::default();
        for word in words {
            marks.add_word(word);
        }
        for (run, words) in runs {
            marks.add_run(run, words.iter().copied());
        }
        marks
    }

    #[test]
    fn overlapping_chinese_terms_become_one_mark() {
        let marks = marks(&[], &[("长江大桥", &["长江大桥", "大桥", "长江"])]);
        let marked = marks.prepare().whole("南京市长江大桥养护").unwrap();
        assert_eq!(marked, "南京市<mark>长江大桥</mark>养护");
    }

    #[test]
    fn words_are_marked_by_their_stem_and_full_width_text_in_the_original() {
        let marks = marks(&["tyres", "led"], &[]);
        let marked = marks.prepare().whole("Pneumatic tyre ＬＥＤ <b>").unwrap();
        assert_eq!(
            marked,
            "Pneumatic <mark>tyre</mark> <mark>ＬＥＤ</mark> &lt;b&gt;"
        );
    }

    #[test]
    fn an_excerpt_shows_where_the_marks_are() {
        let text = format!(
            "{} The load index of a tyre is given. {}",
            "Filler words here. ".repeat(40),
            "More. ".repeat(60)
        );
        let marks = marks(&["tyre"], &[]);
        let excerpt = marks.prepare().excerpt(&text);
        assert!(
            excerpt
                .html
                .starts_with("…The load index of a <mark>tyre</mark>"),
            "{}",
            excerpt.html
        );
        assert_eq!(excerpt.marks, 1);
    }

    proptest! {
        #[test]
        fn marking_never_panics_and_loses_no_text(text in "\\PC{0,300}", word in "[a-z]{1,4}", run in "[一-十]{1,3}") {
            let marks = marks(&[&word], &[(&run, &[])]);
            let marker = marks.prepare();
            marker.excerpt(&text);
            let marked = html(&text, 0..text.len(), &marker.ranges(&text));
            let plain = marked.replace("<mark>", "").replace("</mark>", "");
            let mut escaped = String::new();
            escape(&text, &mut escaped);
            prop_assert_eq!(plain, escaped);
        }
    }
}
