//! Marks inside a line: references, formulas, footnotes, powers.

use std::collections::HashMap;

use super::super::output::raised;
use super::sections::{Attributes, Sections, heading};

/// What names in the text stand for: attributes of the document and anchors of sections.
#[derive(Debug, Default)]
pub(super) struct Names {
    attributes: HashMap<String, String>,
    anchors: HashMap<String, String>,
}

/// Forms `word:[content]`, and whether the content is kept.
const MACROS: &[(&str, bool)] = &[
    ("footnote:", false),
    ("stem:", true),
    ("latexmath:", true),
    ("asciimath:", true),
    ("alt:", true),
    ("preferred:", true),
    ("admitted:", true),
    ("deprecated:", true),
    ("term:", true),
    ("domain:", true),
    ("index:", false),
    ("pass:", true),
    ("smallcap:", true),
];

impl Names {
    /// Looks through a document once, before it is read.
    pub(super) fn gather(lines: &[&str]) -> Self {
        let mut names = Self::default();
        let mut sections = Sections::default();
        let mut attributes = Attributes::default();
        let mut anchor: Option<String> = None;
        for line in lines {
            let line = line.trim();
            if super::is_attribute_entry(line) {
                if let Some((name, value)) = line[1..].split_once(':') {
                    names
                        .attributes
                        .insert(name.to_owned(), value.trim().to_owned());
                }
            } else if let Some((level, title)) = heading(line) {
                let label = sections.label(level, title, &attributes);
                if let Some(anchor) = anchor.take().filter(|_| !label.is_empty()) {
                    let label = label.split(" (").next().unwrap_or_default().to_owned();
                    names.anchors.insert(anchor, label);
                }
                attributes = Attributes::default();
            } else if attributes.take_line(line) {
                let inner = line
                    .strip_prefix("[[")
                    .and_then(|rest| rest.strip_suffix("]]"));
                let first = inner.map(|inner| inner.split(',').next().unwrap_or(inner));
                anchor = first.map(str::to_owned).or(anchor);
            } else if !line.is_empty() {
                attributes = Attributes::default();
                anchor = None;
            }
        }
        names
    }

    /// Takes the marks out of a line.
    pub(super) fn plain(&self, line: &str) -> String {
        let mut text = String::with_capacity(line.len());
        let mut rest = line;
        while let Some(letter) = rest.chars().next() {
            let taken = self.mark(rest, &mut text);
            let length = taken.unwrap_or_else(|| {
                text.push(letter);
                letter.len_utf8()
            });
            rest = &rest[length..];
        }
        text
    }

    /// Writes what a mark stands for and returns the bytes it takes.
    fn mark(&self, rest: &str, text: &mut String) -> Option<usize> {
        match rest.as_bytes()[0] {
            b'<' => {
                let inner = &rest[2..rest.find(">>").filter(|_| rest.starts_with("<<"))?];
                let (anchor, words) = inner.split_once(',').unwrap_or((inner, ""));
                let known = self.anchors.get(anchor.trim()).map(String::as_str);
                let shown = if words.trim().is_empty() {
                    known.unwrap_or(anchor)
                } else {
                    words.trim()
                };
                text.push_str(shown);
                Some(inner.len() + 4)
            }
            b'{' => {
                let inner = &rest[1..rest.find('}')?];
                text.push_str(self.attributes.get(inner)?);
                Some(inner.len() + 2)
            }
            b'^' => {
                let inner = between(rest, '^')?;
                text.push_str(&raised(inner));
                Some(inner.len() + 2)
            }
            b'~' => {
                let inner = between(rest, '~')?;
                text.push_str(inner);
                Some(inner.len() + 2)
            }
            b'"' if rest.starts_with("\"`") => {
                text.push('“');
                Some(2)
            }
            b'`' if rest.starts_with("`\"") => {
                text.push('”');
                Some(2)
            }
            b'h' if rest.starts_with("http") => {
                let address = rest.split(|c: char| c.is_whitespace() || c == '[').next()?;
                let inner = bracketed(&rest[address.len()..])?;
                text.push_str(if inner.is_empty() { address } else { inner });
                Some(address.len() + inner.len() + 2)
            }
            b'a'..=b'z' => {
                let (word, keep) = MACROS.iter().find(|(word, _)| rest.starts_with(word))?;
                let name = rest[word.len()..].split('[').next()?;
                if name.len() > 40 || name.contains(char::is_whitespace) {
                    return None;
                }
                let start = word.len() + name.len();
                let inner = bracketed(&rest[start..])?;
                if *keep {
                    text.push_str(inner);
                } else if text.ends_with(' ') {
                    text.pop();
                }
                Some(start + inner.len() + 2)
            }
            _ => None,
        }
    }
}

/// A short stretch between two of the same mark, without blanks.
fn between(rest: &str, mark: char) -> Option<&str> {
    let inner = &rest[1..];
    let end = inner
        .char_indices()
        .take(24)
        .find(|(_, letter)| *letter == mark)?
        .0;
    let inner = &inner[..end];
    (!inner.is_empty() && !inner.contains(char::is_whitespace)).then_some(inner)
}

/// What stands in the bracket that a text begins with; brackets inside belong to it.
fn bracketed(rest: &str) -> Option<&str> {
    /// Bytes a bracket may span: an open one must not make every other one look to the end.
    const LONGEST: usize = 4000;
    if !rest.starts_with('[') {
        return None;
    }
    let mut depth = 0_usize;
    for (at, byte) in rest.bytes().enumerate().take(LONGEST) {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(&rest[1..at]),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_what_they_stand_for() {
        let lines = [
            ":docnumber: 17301",
            "[[AnnexA]]",
            "[appendix]",
            "== Sampling",
        ];
        let names = Names::gather(&lines);
        for (line, plain) in [
            (
                "see <<AnnexA>> and <<x,Table 1>>",
                "see Annex A and Table 1",
            ),
            ("ISO {docnumber}, {unknown}", "ISO 17301, {unknown}"),
            ("2,0 footnote:defects[The mass [of] it.] | 3", "2,0 | 3"),
            ("10^-6^ m^2^ and H~2~O", "10⁻⁶ m² and H2O"),
            ("stem:[w_1 < 5] %", "w_1 < 5 %"),
            ("https://www.iso.org/a[www.iso.org]", "www.iso.org"),
            ("a < b, <<open, {open, x^y", "a < b, <<open, {open, x^y"),
            ("\"`rice`\"", "“rice”"),
            ("", ""),
        ] {
            assert_eq!(names.plain(line), plain);
        }
    }
}
