//! `AsciiDoc` as the toolchains of standards write it.
//!
//! Sections carry no numbers in the source; the toolchain (Metanorma, Asciidoctor) counts them when it prints. They are
//! counted here in the same way, so that clauses can be paired by number and cited: chapters from 1, `[appendix]` from
//! Annex A, foreword, introduction and bibliography not at all. Lines of a paragraph are joined, because sentences are
//! what limits are read from; notes of reviewers and passages of raw output are left out.

mod inline;
mod sections;
mod table;

use std::collections::HashMap;

use super::grid::Budget;
use super::output::Output;
use super::{ExtractError, Limits};
use inline::Names;
use sections::{Attributes, Sections};

/// Delimiters of blocks, and what becomes of the block.
const BLOCKS: &[(&str, Block)] = &[
    ("////", Block::Dropped),
    ("++++", Block::Dropped),
    ("****", Block::Sidebar),
    ("----", Block::Verbatim),
    ("....", Block::Verbatim),
    ("====", Block::Transparent),
    ("____", Block::Transparent),
    ("--", Block::Transparent),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    /// Comments and raw output.
    Dropped,
    /// A note of a reviewer where it names one, else text.
    Sidebar,
    /// Lines as they are.
    Verbatim,
    /// Its content is read like everything else.
    Transparent,
}

/// Reads a document.
pub(super) fn read(text: &str, limits: &Limits) -> Result<String, ExtractError> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let names = Names::gather(&lines);
    let mut reader = AdocReader {
        output: Output::new(limits),
        budget: Budget::new(limits),
        names: &names,
        sections: Sections::default(),
        attributes: Attributes::default(),
        paragraph: String::new(),
        items: HashMap::new(),
        caption: String::new(),
        tables: 0,
    };
    let mut at = 0;
    while at < lines.len() {
        at = reader.line(&lines, at)?;
    }
    reader.flush()?;
    Ok(reader.output.into_text())
}

struct AdocReader<'n> {
    output: Output,
    budget: Budget,
    names: &'n Names,
    sections: Sections,
    /// The attributes in brackets above the block to come.
    attributes: Attributes,
    paragraph: String,
    /// Ordered items so far, by the number of their dots.
    items: HashMap<usize, u8>,
    caption: String,
    tables: usize,
}

impl AdocReader<'_> {
    /// Reads the line at a place, or the block that begins there, and returns where to go on.
    fn line(&mut self, lines: &[&str], at: usize) -> Result<usize, ExtractError> {
        let line = lines[at].trim_start();
        if line.is_empty() {
            self.flush()?;
            return Ok(at + 1);
        }
        if line.starts_with("|===") {
            self.flush()?;
            return self.table(lines, at);
        }
        if let Some(block) = block_of(line) {
            self.flush()?;
            return self.block(block, lines, at);
        }
        if line.starts_with("//") || is_attribute_entry(line) || line == "+" {
            return Ok(at + 1);
        }
        if self.attributes.take_line(line) {
            self.flush()?;
            return Ok(at + 1);
        }
        if let Some((level, title)) = sections::heading(line) {
            self.flush()?;
            self.items.clear();
            let attributes = std::mem::take(&mut self.attributes);
            let label = self.sections.label(level, title, &attributes);
            let title = self.names.plain(title);
            // The document's own title is no clause.
            if level > 0 {
                self.output.heading(level, &format!("{label} {title}"))?;
            }
            return Ok(at + 1);
        }
        if let Some(title) = block_title(line) {
            self.flush()?;
            if sections::is_unnumbered(title) {
                self.output.heading(1, title)?;
            } else {
                self.caption = self.names.plain(title);
            }
            return Ok(at + 1);
        }
        if let Some((mark, rest)) = self.item(line) {
            self.flush()?;
            self.paragraph = format!("{mark} {rest}");
            return Ok(at + 1);
        }
        self.text(line);
        Ok(at + 1)
    }

    fn text(&mut self, line: &str) {
        if self.paragraph.is_empty() {
            self.items.clear();
            let lead = match self.attributes.admonition() {
                Some(word) if !line.starts_with(word) => format!("{word} "),
                _ => String::new(),
            };
            self.attributes = Attributes::default();
            self.paragraph.push_str(&lead);
        } else {
            self.paragraph.push(' ');
        }
        self.paragraph.push_str(line.trim_end_matches(" +"));
    }

    fn flush(&mut self) -> Result<(), ExtractError> {
        let paragraph = std::mem::take(&mut self.paragraph);
        let plain = self.names.plain(&paragraph);
        self.output.line(&plain)
    }

    /// `* item` gives a dash, `. item` the letter or number of its place, `term:: meaning` the term.
    fn item<'l>(&mut self, line: &'l str) -> Option<(String, &'l str)> {
        let (marks, rest) = line.split_once(' ')?;
        if !marks.is_empty() && marks.len() <= 5 && marks.bytes().all(|byte| byte == b'*')
            || marks == "-"
        {
            return Some(("—".to_owned(), rest));
        }
        if marks.len() <= 5 && marks.bytes().all(|byte| byte == b'.') {
            let depth = marks.len();
            self.items.retain(|known, _| *known <= depth);
            let count = self.items.entry(depth).or_default();
            *count = count.saturating_add(1);
            let letters = depth == 1 && *count <= 26;
            let mark = if letters {
                format!("{})", char::from(b'a' + *count - 1))
            } else {
                format!("{count})")
            };
            return Some((mark, rest));
        }
        let (term, meaning) = line
            .split_once(":: ")
            .or_else(|| Some((line.strip_suffix("::")?, "")))?;
        Some((format!("{term}:"), meaning.trim_start()))
    }

    fn block(&mut self, block: Block, lines: &[&str], at: usize) -> Result<usize, ExtractError> {
        let fence = lines[at].trim();
        let dropped = match block {
            Block::Transparent => return Ok(at + 1),
            Block::Dropped => true,
            Block::Sidebar => self.attributes.names_reviewer(),
            Block::Verbatim => false,
        };
        self.attributes = Attributes::default();
        let length = lines[at + 1..].iter().position(|line| line.trim() == fence);
        // A fence without an end is read as text.
        let Some(length) = length else {
            return Ok(at + 1);
        };
        if !dropped {
            for line in &lines[at + 1..at + 1 + length] {
                let plain = self.names.plain(line);
                self.output.line(&plain)?;
            }
        }
        Ok(at + length + 2)
    }

    fn table(&mut self, lines: &[&str], at: usize) -> Result<usize, ExtractError> {
        self.tables += 1;
        let caption = std::mem::take(&mut self.caption);
        if !caption.is_empty() {
            let line = format!("Table {} — {caption}", self.tables);
            self.output.line(&line)?;
        }
        let columns = std::mem::take(&mut self.attributes).columns();
        let length = lines[at + 1..]
            .iter()
            .position(|line| line.starts_with("|==="));
        let length = length.unwrap_or(lines.len() - at - 1);
        let grid = table::read(
            &lines[at + 1..at + 1 + length],
            columns,
            self.names,
            &mut self.budget,
        )?;
        self.output.table(&grid)?;
        Ok((at + length + 2).min(lines.len()))
    }
}

fn block_of(line: &str) -> Option<Block> {
    let found = BLOCKS.iter().find(|(fence, _)| {
        let mark = fence.as_bytes()[0];
        line == *fence
            || (fence.len() == 4 && line.len() > 4 && line.bytes().all(|byte| byte == mark))
    });
    found.map(|(_, block)| *block)
}

/// `:name: value`
fn is_attribute_entry(line: &str) -> bool {
    let name = line.strip_prefix(':').and_then(|rest| rest.split_once(':'));
    name.is_some_and(|(name, rest)| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_!".contains(&byte))
            && (rest.is_empty() || rest.starts_with(' '))
    })
}

/// `.Title of the block below`
fn block_title(line: &str) -> Option<&str> {
    let title = line.strip_prefix('.')?;
    (!title.starts_with(['.', ' ']) && !title.is_empty()).then_some(title)
}
