//! XML of standards: NISO STS (ANSI/NISO Z39.102), ISO STS before it, and the clauses of Metanorma's own XML.
//!
//! Labels of clauses, notes and tables are text here, so they are taken as they stand. Metadata is passed over: the
//! record of the store knows it better.

use indexers::squeeze;

use super::grid::{Budget, Grid};
use super::output::{Output, raised};
use super::xml::{Node, Tree};
use super::{ExtractError, Format, Limits};

/// What an element is to the reader; elements that are not listed are looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A clause with label and title.
    Section,
    /// A clause that defines a term.
    Term,
    Paragraph,
    List,
    Definitions,
    Note,
    Example,
    Table,
    Figure,
    Formula,
    /// A line of a list of references or footnotes: a label and a text.
    Labelled,
    /// No text of the document.
    Passed,
}

const PARTS: &[(&str, Part)] = &[
    ("sec", Part::Section),
    ("app", Part::Section),
    ("ref-list", Part::Section),
    ("clause", Part::Section),
    ("annex", Part::Section),
    ("foreword", Part::Section),
    ("introduction", Part::Section),
    ("terms", Part::Section),
    ("references", Part::Section),
    ("term-sec", Part::Term),
    ("p", Part::Paragraph),
    ("disp-quote", Part::Paragraph),
    ("preformat", Part::Paragraph),
    ("list", Part::List),
    ("ul", Part::List),
    ("ol", Part::List),
    ("def-list", Part::Definitions),
    ("dl", Part::Definitions),
    ("non-normative-note", Part::Note),
    ("note", Part::Note),
    ("termnote", Part::Note),
    ("non-normative-example", Part::Example),
    ("example", Part::Example),
    ("termexample", Part::Example),
    ("table-wrap", Part::Table),
    ("table", Part::Table),
    ("fig", Part::Figure),
    ("figure", Part::Figure),
    ("graphic", Part::Figure),
    ("disp-formula", Part::Formula),
    ("formula", Part::Formula),
    ("ref", Part::Labelled),
    ("fn", Part::Labelled),
    ("std-meta", Part::Passed),
    ("iso-meta", Part::Passed),
    ("nat-meta", Part::Passed),
    ("reg-meta", Part::Passed),
    ("std-doc-meta", Part::Passed),
    ("bibdata", Part::Passed),
    ("boilerplate", Part::Passed),
    ("permissions", Part::Passed),
    ("index", Part::Passed),
    ("label", Part::Passed),
    ("title", Part::Passed),
    ("annex-type", Part::Passed),
    ("metadata", Part::Passed),
];

fn part_of(node: Node<'_, '_>) -> Option<Part> {
    let found = PARTS.iter().find(|(name, _)| *name == node.name());
    found.map(|(_, part)| *part)
}

/// Reads a document; the second value counts its pictures.
pub(super) fn read(text: &str, limits: &Limits) -> Result<(String, usize), ExtractError> {
    let tree = Tree::parse(text, Format::Sts, limits)?;
    let root = tree
        .root()
        .ok_or_else(|| ExtractError::damaged(Format::Sts, &"no element"))?;
    let mut reader = StsReader {
        output: Output::new(limits),
        budget: Budget::new(limits),
        pictures: 0,
    };
    reader.blocks(root, 1)?;
    Ok((reader.output.into_text(), reader.pictures))
}

struct StsReader {
    output: Output,
    budget: Budget,
    pictures: usize,
}

impl StsReader {
    fn blocks(&mut self, parent: Node<'_, '_>, depth: usize) -> Result<(), ExtractError> {
        for node in parent.children() {
            self.block(node, depth)?;
        }
        Ok(())
    }

    fn block(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), ExtractError> {
        match part_of(node) {
            Some(Part::Section) => {
                let title = node.child("title").map(inline).unwrap_or_default();
                let kind = node.child("annex-type").map(inline).unwrap_or_default();
                let heading = format!("{} {kind} {title}", label(node));
                self.output.heading(depth, &heading)?;
                self.blocks(node, depth + 1)
            }
            Some(Part::Term) => self.term(node, depth),
            Some(Part::Paragraph) => self.mixed(node, "", depth),
            Some(Part::List) => self.list(node, depth),
            Some(Part::Definitions) => self.definitions(node),
            Some(Part::Note) => self.aside(node, "NOTE", depth),
            Some(Part::Example) => self.aside(node, "EXAMPLE", depth),
            Some(Part::Table) => self.table(node, depth),
            Some(Part::Figure) => {
                self.pictures += 1;
                self.caption(node)
            }
            Some(Part::Formula) => self
                .output
                .line(&format!("{} {}", inline(node), label(node))),
            Some(Part::Labelled) => {
                let line = format!("{} {}", label(node), inline_without_label(node));
                self.output.line(&line)
            }
            Some(Part::Passed) => Ok(()),
            None if node.text().is_some_and(|text| !text.trim().is_empty()) => {
                self.output.line(node.text().unwrap_or_default())
            }
            None => self.blocks(node, depth),
        }
    }

    /// A term with its label and definition: the preferred name is the heading, the others follow.
    fn term(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), ExtractError> {
        let names: Vec<String> = node.descendants("term").map(inline).collect();
        let first = names.first().map_or("", String::as_str);
        self.output
            .heading(depth, &format!("{} {first}", label(node)))?;
        self.output
            .line(&names.get(1..).unwrap_or_default().join("; "))?;
        for entry in node.descendants("langSet") {
            for child in entry.children() {
                match child.name() {
                    "definition" => self.mixed(child, "", depth)?,
                    "note" => self.aside(child, "NOTE", depth)?,
                    "example" => self.aside(child, "EXAMPLE", depth)?,
                    "source" => self.output.line(&format!("[{}]", inline(child)))?,
                    _ => {}
                }
            }
        }
        for child in node.children().filter(|child| child.name() == "term-sec") {
            self.term(child, depth + 1)?;
        }
        Ok(())
    }

    /// A paragraph: its running text, and the lists, tables and formulas inside it as lines of their own.
    fn mixed(&mut self, node: Node<'_, '_>, lead: &str, depth: usize) -> Result<(), ExtractError> {
        let mut line = lead.to_owned();
        for child in node.children() {
            match part_of(child) {
                Some(
                    Part::List
                    | Part::Definitions
                    | Part::Table
                    | Part::Figure
                    | Part::Formula
                    | Part::Note
                    | Part::Example,
                ) => {
                    self.output.line(&std::mem::take(&mut line))?;
                    self.block(child, depth)?;
                }
                // A paragraph inside a cell or an item goes on in the same line.
                Some(Part::Paragraph) => {
                    let before = std::mem::take(&mut line);
                    self.mixed(child, &before, depth)?;
                }
                Some(Part::Passed) if child.name() == "label" => {}
                _ => gather(child, &mut line),
            }
        }
        self.output.line(&line)
    }

    fn list(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), ExtractError> {
        let items = node
            .children()
            .filter(|item| matches!(item.name(), "list-item" | "li"));
        for item in items {
            let label = label(item);
            let mark = match label.as_str() {
                "" | "–" | "—" | "-" | "•" => "—".to_owned(),
                bare if bare.chars().all(char::is_alphanumeric) => format!("{bare})"),
                other => other.to_owned(),
            };
            self.mixed(item, &format!("{mark} "), depth)?;
        }
        Ok(())
    }

    fn definitions(&mut self, node: Node<'_, '_>) -> Result<(), ExtractError> {
        let mut term = String::new();
        for child in node.children() {
            match child.name() {
                "def-item" => {
                    let name = child.child("term").map(inline).unwrap_or_default();
                    let meaning = child.child("def").map(inline).unwrap_or_default();
                    self.output.line(&format!("{name}: {meaning}"))?;
                }
                "dt" => term = inline(child),
                "dd" => self.output.line(&format!("{term}: {}", inline(child)))?,
                _ => {}
            }
        }
        Ok(())
    }

    /// A note or example, marked as such where its own label does not say it.
    fn aside(&mut self, node: Node<'_, '_>, word: &str, depth: usize) -> Result<(), ExtractError> {
        let label = label(node);
        let text = inline_without_label(node);
        let marked = format!("{label}{}", text.trim_start()).to_uppercase();
        let lead = if marked.starts_with(word) || marked.starts_with(['注', '示']) {
            format!("{label} ")
        } else {
            format!("{word} {label} ")
        };
        self.mixed(node, &lead, depth)
    }

    fn caption(&mut self, node: Node<'_, '_>) -> Result<(), ExtractError> {
        let title = node
            .path(&["caption", "title"])
            .or_else(|| node.child("name"))
            .map(inline)
            .unwrap_or_default();
        let label = label(node);
        let gap = if label.is_empty() || title.is_empty() {
            ""
        } else {
            " — "
        };
        self.output.line(&format!("{label}{gap}{title}"))
    }

    fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), ExtractError> {
        self.caption(node)?;
        let tables: Vec<Node<'_, '_>> = if node.name() == "table" {
            vec![node]
        } else {
            node.children()
                .filter(|child| child.name() == "table")
                .collect()
        };
        for table in tables {
            let mut grid = Grid::default();
            for row in table.descendants("tr").chain(table.descendants("row")) {
                grid.next_row();
                let cells = row.children();
                for cell in cells.filter(|cell| matches!(cell.name(), "td" | "th" | "entry")) {
                    let columns = cell.number("colspan").unwrap_or(1);
                    let below = cell.number("morerows").map(|more| more.saturating_add(1));
                    let rows = cell.number("rowspan").or(below).unwrap_or(1);
                    grid.cell(&inline(cell), columns, rows, &mut self.budget)?;
                }
            }
            self.output.table(&grid)?;
        }
        if let Some(foot) = node.child("table-wrap-foot") {
            self.blocks(foot, depth)?;
        }
        Ok(())
    }
}

fn label(node: Node<'_, '_>) -> String {
    node.child("label").map(inline).unwrap_or_default()
}

fn inline(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for child in node.children() {
        gather(child, &mut text);
    }
    squeeze(&text)
}

fn inline_without_label(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for child in node.children().filter(|child| child.name() != "label") {
        gather(child, &mut text);
    }
    squeeze(&text)
}

/// Adds the characters of an element; marks of footnotes and what only machines read are left out.
fn gather(node: Node<'_, '_>, text: &mut String) {
    if let Some(piece) = node.text() {
        text.push_str(piece);
        return;
    }
    match node.name() {
        "std-id-group" | "std-id" | "object-id" | "index-term" | "fn" | "graphic"
        | "inline-graphic" => {}
        "xref" if node.attribute("ref-type").as_deref() == Some("fn") => {}
        "sup" => text.push_str(&raised(&inline(node))),
        "break" | "mspace" => text.push(' '),
        "msup" => power(node, text),
        "mfrac" => {
            let parts: Vec<String> = elements(node).map(inline_of).collect();
            text.push_str(&parts.join("/"));
        }
        "list-item" | "def" | "p" | "title" => {
            text.push(' ');
            node.children().for_each(|child| gather(child, text));
            text.push(' ');
        }
        // Formulas are laid out on many lines, and their blanks mean nothing.
        "math" => {
            let mut formula = String::new();
            node.children()
                .for_each(|child| gather(child, &mut formula));
            text.extend(formula.split_whitespace());
        }
        _ => node.children().for_each(|child| gather(child, text)),
    }
}

fn elements<'a, 't>(node: Node<'a, 't>) -> impl Iterator<Item = Node<'a, 't>> {
    node.children().filter(|child| !child.name().is_empty())
}

/// The characters of an element itself, where it may be a special one.
fn inline_of(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    gather(node, &mut text);
    squeeze(&text)
}

fn power(node: Node<'_, '_>, text: &mut String) {
    let mut parts = elements(node);
    text.extend(parts.next().map(inline_of));
    text.extend(parts.next().map(|part| raised(&inline_of(part))));
}
