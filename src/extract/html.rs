//! HTML pages: headings, paragraphs, lists and tables, without what surrounds the text.
//!
//! The guard stands before the parser, because building a tree costs depth times tags.

use scraper::node::Element;
use scraper::{Html, Node};

use super::grid::{Budget, Grid};
use super::output::{Output, raised};
use super::{ExtractError, Limits};

type NodeRef<'h> = ego_tree::NodeRef<'h, Node>;

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose content is no text of the document.
const PASSED: &[&str] = &[
    "script", "style", "noscript", "template", "head", "nav", "svg", "iframe", "button", "select",
    "object", "video", "audio",
];

/// Tags without content, and those that the next of their kind closes: neither adds depth by repetition.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot",
];

/// Reads a page; the second value counts its pictures.
pub(super) fn read(page: &str, limits: &Limits) -> Result<(String, usize), ExtractError> {
    guard(page, limits)?;
    let document = Html::parse_document(page);
    let mut reader = PageReader {
        output: Output::new(limits),
        budget: Budget::new(limits),
        line: String::new(),
        pictures: 0,
        // Depth the parser adds: html, body, tbody.
        deepest: limits.depth * 2 + 16,
    };
    reader.children(document.tree.root(), 0)?;
    reader.flush()?;
    Ok((reader.output.into_text(), reader.pictures))
}

/// Refuses pages that are nested too deeply, in one pass.
fn guard(page: &str, limits: &Limits) -> Result<(), ExtractError> {
    let mut depth = 0_usize;
    for piece in page.split('<').skip(1) {
        let closing = piece.starts_with('/');
        let name: String = piece
            .trim_start_matches('/')
            .chars()
            .take(16)
            .take_while(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        if name.is_empty() || FLAT.contains(&name.as_str()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
        } else {
            depth += 1;
        }
        if depth > limits.depth {
            return Err(too_deep(limits));
        }
    }
    Ok(())
}

fn too_deep(limits: &Limits) -> ExtractError {
    ExtractError::too_much(
        format!("at most {} elements inside one another", limits.depth),
        "more than that",
    )
}

struct PageReader {
    output: Output,
    budget: Budget,
    /// The line under way.
    line: String,
    pictures: usize,
    deepest: usize,
}

impl PageReader {
    fn children(&mut self, parent: NodeRef<'_>, depth: usize) -> Result<(), ExtractError> {
        if depth > self.deepest {
            return Err(too_deep(&Limits::default()));
        }
        for node in parent.children() {
            match node.value() {
                Node::Text(text) => self.line.push_str(text),
                Node::Element(element) => self.element(node, element, depth)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn element(
        &mut self,
        node: NodeRef<'_>,
        element: &Element,
        depth: usize,
    ) -> Result<(), ExtractError> {
        let name = element.name();
        if PASSED.contains(&name) {
            return Ok(());
        }
        if let Some(level) = heading_level(name) {
            self.flush()?;
            self.children(node, depth + 1)?;
            let line = std::mem::take(&mut self.line);
            return self.output.heading(level, &line);
        }
        match name {
            "br" => self.flush(),
            "img" => {
                self.pictures += 1;
                Ok(())
            }
            "sup" => {
                let before = std::mem::take(&mut self.line);
                self.children(node, depth + 1)?;
                let inner = std::mem::take(&mut self.line);
                self.line = before + &raised(&inner);
                Ok(())
            }
            "table" if is_data(node) => {
                self.flush()?;
                self.table(node, depth)
            }
            "pre" => {
                self.flush()?;
                let before = self.output_of(node, depth)?;
                before.lines().try_for_each(|line| self.output.line(line))
            }
            "li" => {
                self.flush()?;
                self.line.push_str(&item_mark(node));
                self.children(node, depth + 1)?;
                self.flush()
            }
            _ if BLOCKS.contains(&name) => {
                self.flush()?;
                self.children(node, depth + 1)?;
                self.flush()
            }
            _ => self.children(node, depth + 1),
        }
    }

    /// Returns the characters of an element by themselves.
    fn output_of(&mut self, node: NodeRef<'_>, depth: usize) -> Result<String, ExtractError> {
        let before = std::mem::take(&mut self.line);
        self.inline(node, depth)?;
        Ok(std::mem::replace(&mut self.line, before))
    }

    /// Adds the characters of an element without beginning lines.
    fn inline(&mut self, parent: NodeRef<'_>, depth: usize) -> Result<(), ExtractError> {
        if depth > self.deepest {
            return Err(too_deep(&Limits::default()));
        }
        for node in parent.children() {
            match node.value() {
                Node::Text(text) => self.line.push_str(text),
                Node::Element(element) if PASSED.contains(&element.name()) => {}
                Node::Element(element) => {
                    let name = element.name();
                    if name == "sup" {
                        let inner = self.output_of(node, depth + 1)?;
                        self.line.push_str(&raised(&inner));
                        continue;
                    }
                    let apart = name == "br" || BLOCKS.contains(&name);
                    self.inline(node, depth + 1)?;
                    if apart {
                        self.line.push(' ');
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn table(&mut self, node: NodeRef<'_>, depth: usize) -> Result<(), ExtractError> {
        let mut grid = Grid::default();
        for part in rows_of(node) {
            let Node::Element(element) = part.value() else {
                continue;
            };
            if element.name() == "caption" {
                let caption = self.output_of(part, depth + 2)?;
                self.output.line(&caption)?;
                continue;
            }
            grid.next_row();
            for cell in part.children() {
                let Some(element) = cell.value().as_element() else {
                    continue;
                };
                if !matches!(element.name(), "td" | "th") {
                    continue;
                }
                let span = |name| {
                    let value = element
                        .attr(name)
                        .and_then(|value| value.trim().parse().ok());
                    value.unwrap_or(1)
                };
                let text = self.output_of(cell, depth + 3)?;
                grid.cell(&text, span("colspan"), span("rowspan"), &mut self.budget)?;
            }
        }
        self.output.table(&grid)
    }

    fn flush(&mut self) -> Result<(), ExtractError> {
        let line = std::mem::take(&mut self.line);
        self.output.line(&line)
    }
}

fn heading_level(name: &str) -> Option<usize> {
    let level = name.strip_prefix('h')?;
    level.parse().ok().filter(|level| (1..=6).contains(level))
}

/// Caption and rows of a table, in order, those of tables inside it left out.
fn rows_of(table: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    let mut rows = Vec::new();
    for node in table.children() {
        match node.value().as_element().map(Element::name) {
            Some("caption" | "tr") => rows.push(node),
            Some("thead" | "tbody" | "tfoot") => {
                let is_row =
                    |node: &NodeRef<'_>| node.value().as_element().map(Element::name) == Some("tr");
                rows.extend(node.children().filter(is_row));
            }
            _ => {}
        }
    }
    rows
}

/// Tells a table of data from one that only arranges a page: it holds no table and has at least two columns.
fn is_data(table: NodeRef<'_>) -> bool {
    let inside = table.descendants().skip(1);
    let mut names = inside.filter_map(|node| node.value().as_element().map(Element::name));
    let columns = |row: &NodeRef<'_>| {
        let cells = row.children().filter_map(|cell| cell.value().as_element());
        cells
            .filter(|cell| matches!(cell.name(), "td" | "th"))
            .count()
    };
    !names.any(|name| name == "table") && rows_of(table).iter().any(|row| columns(row) >= 2)
}

/// The mark of an item: a dash, or its place as the list numbers it.
fn item_mark(item: NodeRef<'_>) -> String {
    let list = item.parent().and_then(|parent| parent.value().as_element());
    let Some(list) = list.filter(|list| list.name() == "ol") else {
        return "— ".to_owned();
    };
    let is_item = |node: &NodeRef<'_>| node.value().as_element().is_some_and(|e| e.name() == "li");
    let place = item.prev_siblings().filter(is_item).count();
    let letter = u8::try_from(place).ok().filter(|place| *place < 26);
    match (list.attr("type"), letter) {
        (Some("a"), Some(place)) => format!("{}) ", char::from(b'a' + place)),
        (Some("A"), Some(place)) => format!("{}) ", char::from(b'A' + place)),
        _ => format!("{}) ", place + 1),
    }
}
