//! Reads a text line by line into the tree.

use std::ops::Range;

use super::clause::{Clause, ClauseTree, Part, PartKind};
use super::label::{self, Label, Scheme};
use super::line::{
    aside, is_caption, is_item, is_table, is_title, markup, starts_with_unit, title_length,
};
use super::paragraph_letters::ParagraphLetters;
use super::provision::Provision;

/// Divides a text into clauses; linear in its length.
pub fn split(text: &str) -> ClauseTree {
    let mut splitter = Splitter {
        text,
        tree: ClauseTree::default(),
        is_regulation: is_regulation(text),
        letters: ParagraphLetters::default(),
        last_chapter: 0,
        last_scheme: None,
        has_section: false,
    };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        splitter.line(start..end.max(start));
        start += line.len();
    }
    splitter.finish()
}

/// Bracketed letters are clauses only where sections or leading `(a)` show a US regulation.
fn is_regulation(text: &str) -> bool {
    let mut labelled = 0;
    let mut decimal = 0;
    for line in text.lines().take(400) {
        let line = line.trim_start();
        if line.starts_with('§') {
            return true;
        }
        labelled += usize::from(line.starts_with("(a) ") || line.starts_with("(a)("));
        let numbered = line.split(' ').next().unwrap_or_default();
        decimal += usize::from(
            numbered.contains('.')
                && numbered.bytes().all(|b| b.is_ascii_digit() || b == b'.')
                && numbered.len() > 2,
        );
    }
    labelled > 0 && decimal == 0
}

struct Splitter<'t> {
    text: &'t str,
    tree: ClauseTree,
    is_regulation: bool,
    letters: ParagraphLetters,
    last_chapter: u32,
    last_scheme: Option<Scheme>,
    has_section: bool,
}

const UNNUMBERED: &[&str] = &[
    "前言",
    "前 言",
    "引言",
    "引 言",
    "目次",
    "目 次",
    "参考文献",
    "索引",
    "Foreword",
    "FOREWORD",
    "Introduction",
    "INTRODUCTION",
    "Bibliography",
    "Contents",
    "Preface",
    "まえがき",
    "序文",
    "Предисловие",
    "Введение",
    "Библиография",
];

impl Splitter<'_> {
    pub(super) fn line(&mut self, range: Range<usize>) {
        let line = &self.text[range.clone()];
        let content = line.trim_start();
        let start = range.end - content.len();
        if content.is_empty() {
            return;
        }
        let (depth, plain) = markup(content);
        let plain_start = range.end - plain.len();
        if is_table(content) {
            self.part(PartKind::Table, start..range.end);
            return;
        }
        if let Some(kind) = aside(plain) {
            self.part(kind, start..range.end);
            return;
        }
        if self.opens(plain, plain_start, range.end, depth) {
            return;
        }
        if is_caption(plain) {
            self.part(PartKind::Table, start..range.end);
            return;
        }
        let kind = if is_item(content) {
            PartKind::ListItem
        } else {
            PartKind::Paragraph
        };
        self.part(kind, start..range.end);
    }

    /// Opens a clause when the line bears a label or a heading mark.
    fn opens(&mut self, plain: &str, start: usize, end: usize, depth: usize) -> bool {
        if let Some(found) = label::at_start(plain) {
            let rest = &plain[found.length..];
            if self.may_open(&found.label, rest, depth) {
                self.letters.clear();
                let level = found.label.level();
                self.open(Some(found.label), level, start + found.length..end);
                return true;
            }
        }
        if self.is_regulation && plain.starts_with('(') {
            let (labels, length) = label::brackets(plain);
            if !labels.is_empty()
                && (plain[length..].is_empty() || plain[length..].starts_with([' ', '\u{a0}']))
            {
                let mut opened = (String::new(), 1);
                for label in labels {
                    opened = self.letters.open(label);
                }
                let below_section = usize::from(self.has_section);
                let level = opened.1 + below_section;
                let label = Label::new(opened.0, Scheme::Paragraph, level);
                self.open(Some(label), level, start + length..end);
                return true;
            }
        }
        let unnumbered = UNNUMBERED.iter().any(|name| plain.trim() == *name);
        if unnumbered || depth > 0 {
            let level = if unnumbered { 1 } else { depth.max(1) };
            self.open(None, level, start..end);
            return true;
        }
        false
    }

    /// Whether a label may stand here.
    fn may_open(&mut self, label: &Label, rest: &str, depth: usize) -> bool {
        let rest = rest.trim();
        match label.scheme() {
            Scheme::Decimal if label.level() == 1 && self.is_law() => false,
            Scheme::Decimal if label.level() == 1 => {
                let Ok(number) = label.as_str().parse::<u32>() else {
                    return false;
                };
                let due = number == self.last_chapter + 1
                    || (self.last_chapter == 0 && number <= 1)
                    || depth > 0;
                let title =
                    !rest.is_empty() && rest.chars().count() <= 90 && (depth > 0 || is_title(rest));
                if due && title {
                    self.last_chapter = number;
                }
                due && title
            }
            Scheme::Decimal => {
                let chapter = label
                    .as_str()
                    .split('.')
                    .next()
                    .and_then(|part| part.parse::<u32>().ok())
                    .unwrap_or_default();
                let quantity = rest.starts_with(|c: char| "%℃°×～~=<>≤≥".contains(c))
                    || starts_with_unit(rest);
                let near = chapter <= self.last_chapter + 3 || self.last_chapter == 0;
                if near && !quantity && chapter > self.last_chapter {
                    self.last_chapter = chapter;
                }
                near && !quantity
            }
            Scheme::Annex if label.as_str().contains('.') => true,
            Scheme::Annex => {
                rest.chars().count() <= 80
                    && !rest.contains('。')
                    && !rest.starts_with(['给', '的', '中', '规', '列'])
            }
            Scheme::Statute | Scheme::Article | Scheme::Paragraph => true,
        }
    }

    /// Whether articles are open, whose numbered paragraphs are no chapters.
    fn is_law(&self) -> bool {
        matches!(
            self.last_scheme,
            Some(Scheme::Article | Scheme::Statute | Scheme::Paragraph)
        )
    }

    /// The nearest open clause above a level, along the chain of parents.
    fn parent_of(&self, level: usize) -> Option<usize> {
        let mut at = self.tree.clauses.len().checked_sub(1);
        while let Some(place) = at {
            let clause = &self.tree.clauses[place];
            if clause.level < level {
                return at;
            }
            at = clause.parent;
        }
        None
    }

    /// Adds a clause; what follows the label is title or body.
    fn open(&mut self, label: Option<Label>, level: usize, rest: Range<usize>) {
        let level = Self::settled_level(label.as_ref(), level);
        let parent = self.parent_of(level);
        self.has_section |= label
            .as_ref()
            .is_some_and(|label| label.as_str().starts_with('§'));
        self.last_scheme = label.as_ref().map(Label::scheme).or(self.last_scheme);
        let raw = &self.text[rest.clone()];
        let lead = raw.len()
            - raw
                .trim_start_matches(|c: char| {
                    c.is_whitespace() || matches!(c, '—' | '–' | ':' | '：' | '.')
                })
                .len();
        let start = rest.start + lead;
        let content = self.text[start..rest.end].trim_end_matches([' ', '#', '=']);
        let title_length = title_length(content, label.is_none());
        let title = start..start + title_length;
        let body_text = &content[title_length..];
        let body_lead = body_text.len()
            - body_text
                .trim_start_matches([' ', '.', '　', '。', ':', '：', '—'])
                .len();
        let body = start + title_length + body_lead..start + content.len();
        let mut parts = Vec::new();
        if !body.is_empty() {
            parts.push(Part {
                kind: PartKind::Paragraph,
                range: body,
            });
        }
        self.tree.clauses.push(Clause {
            label,
            title,
            parts,
            level,
            parent,
            provision: Provision::Statement,
        });
    }

    /// A.1 stands below 附录A, and a paragraph below its section.
    fn settled_level(label: Option<&Label>, level: usize) -> usize {
        let Some(label) = label else { return level };
        if label.scheme() == Scheme::Annex && !label.as_str().contains('.') {
            return 1;
        }
        level
    }

    fn part(&mut self, kind: PartKind, range: Range<usize>) {
        let parts = match self.tree.clauses.last_mut() {
            Some(clause) => &mut clause.parts,
            None => &mut self.tree.preamble,
        };
        match parts.last_mut() {
            Some(last) if last.kind == PartKind::Table && kind == PartKind::Table => {
                last.range.end = range.end;
            }
            _ => parts.push(Part { kind, range }),
        }
    }

    fn finish(mut self) -> ClauseTree {
        for clause in &mut self.tree.clauses {
            let body = clause.body(self.text);
            clause.provision = Provision::of(&body);
        }
        self.tree
    }
}
