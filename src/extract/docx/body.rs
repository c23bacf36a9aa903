//! The body of a document, block by block.

use indexers::squeeze;

use super::super::grid::{Budget, Grid};
use super::super::output::Output;
use super::super::xml::{Node, Tree};
use super::super::{ExtractError, Format, Limits, Loss};
use super::counters::Counters;
use super::inline::{self, Met};
use super::numbering::Numbering;
use super::styles::{NumberReference, Styles, outline_of};

/// Characters of a heading; a longer paragraph with an outline level is a numbered sentence.
const LONGEST_HEADING: usize = 90;

/// Reads the body in one pass.
pub(super) struct Body<'d> {
    styles: &'d Styles,
    numbering: &'d Numbering,
    counters: Counters<'d>,
    budget: Budget,
    output: Output,
    pictures: usize,
    deletions: usize,
}

/// A paragraph as it is shown.
struct Paragraph<'a, 't> {
    text: String,
    /// Its outline level, 0 the highest.
    outline: Option<usize>,
    boxes: Vec<Node<'a, 't>>,
}

impl<'d> Body<'d> {
    /// Begins with what the document's other parts say.
    pub(super) fn new(styles: &'d Styles, numbering: &'d Numbering, limits: &Limits) -> Self {
        Self {
            styles,
            numbering,
            counters: Counters::new(numbering),
            budget: Budget::new(limits),
            output: Output::new(limits),
            pictures: 0,
            deletions: 0,
        }
    }

    /// Reads the part of the document.
    pub(super) fn read(mut self, tree: &Tree<'_>) -> Result<(String, Vec<Loss>), ExtractError> {
        let body = tree
            .root()
            .and_then(|root| root.child("body"))
            .ok_or_else(|| ExtractError::damaged(Format::Docx, &"no body"))?;
        self.blocks(body)?;
        let losses = vec![
            Loss::Pictures(self.pictures),
            Loss::Deletions(self.deletions),
        ];
        Ok((self.output.into_text(), losses))
    }

    fn blocks(&mut self, parent: Node<'_, '_>) -> Result<(), ExtractError> {
        for node in parent.children() {
            match node.name() {
                "p" => self.paragraph_line(node)?,
                "tbl" => self.table(node)?,
                "del" | "moveFrom" => self.deletions += 1,
                "sdt" if is_contents(node) => {}
                "sectPr" | "sdtPr" | "Fallback" => {}
                _ => self.blocks(node)?,
            }
        }
        Ok(())
    }

    fn paragraph_line(&mut self, node: Node<'_, '_>) -> Result<(), ExtractError> {
        let Some(paragraph) = self.paragraph(node) else {
            return Ok(());
        };
        match paragraph.outline {
            Some(depth) if paragraph.text.chars().count() <= LONGEST_HEADING => {
                self.output.heading(depth + 1, &paragraph.text)?;
            }
            _ => self.output.line(&paragraph.text)?,
        }
        for text_box in paragraph.boxes {
            self.blocks(text_box)?;
        }
        Ok(())
    }

    /// Reads a paragraph and counts its number; nothing for a line of the table of contents.
    fn paragraph<'a, 't>(&mut self, node: Node<'a, 't>) -> Option<Paragraph<'a, 't>> {
        let properties = node.child("pPr");
        let named = properties.and_then(|found| found.child("pStyle")?.attribute("val"));
        let style = named.as_deref().or(self.styles.default_style());
        if style.is_some_and(|style| self.styles.is_contents(style)) {
            return None;
        }
        let mut met = Met::default();
        let mut text = String::new();
        inline::gather(node, &mut text, &mut met);
        self.pictures += met.pictures;
        self.deletions += met.deletions;
        let mut number = self
            .reference(properties, style)
            .map(|(id, level)| self.counters.next(&id, level))
            .unwrap_or_default();
        // An empty paragraph counts and shows its number (附录 A alone), but a mark alone says nothing.
        if text.trim().is_empty() && !number.contains(char::is_alphanumeric) {
            number.clear();
        }
        let own = properties.and_then(outline_of);
        let outline = own.or_else(|| style.and_then(|style| self.styles.outline(style)));
        Some(Paragraph {
            text: format!("{number} {text}"),
            outline: outline.filter(|level| *level < 9),
            boxes: met.boxes,
        })
    }

    /// Finds the numbering of a paragraph and its level: its own words first, then those of its style.
    fn reference(
        &self,
        properties: Option<Node<'_, '_>>,
        style: Option<&str>,
    ) -> Option<(String, usize)> {
        let own = properties.and_then(NumberReference::of);
        let inherited = style.and_then(|style| self.styles.reference(style));
        let id = own
            .as_ref()
            .and_then(|own| own.numbering.clone())
            .or_else(|| inherited.as_ref()?.1.numbering.clone())
            .filter(|id| id != "0")?;
        let level = own
            .and_then(|own| own.level)
            .or_else(|| style.and_then(|style| self.numbering.level_of_style(&id, style)))
            .or_else(|| {
                let (owner, reference) = inherited.as_ref()?;
                reference
                    .level
                    .or_else(|| self.numbering.level_of_style(&id, owner))
            });
        Some((id, level.unwrap_or(0)))
    }

    fn table(&mut self, node: Node<'_, '_>) -> Result<(), ExtractError> {
        let mut grid = Grid::default();
        self.rows(node, &mut grid)?;
        if let Some(cells) = grid.frame() {
            for cell in cells {
                self.output.line(cell)?;
            }
            return Ok(());
        }
        self.output.table(&grid)
    }

    fn rows(&mut self, parent: Node<'_, '_>, grid: &mut Grid) -> Result<(), ExtractError> {
        for node in parent.children() {
            match node.name() {
                "tr" => {
                    grid.next_row();
                    let before = node
                        .path(&["trPr", "gridBefore"])
                        .and_then(|before| before.number("val"));
                    if let Some(columns) = before {
                        grid.cell("", columns, 1, &mut self.budget)?;
                    }
                    self.cells(node, grid)?;
                }
                "del" => self.deletions += 1,
                "tblPr" | "tblGrid" => {}
                _ => self.rows(node, grid)?,
            }
        }
        Ok(())
    }

    fn cells(&mut self, parent: Node<'_, '_>, grid: &mut Grid) -> Result<(), ExtractError> {
        for node in parent.children() {
            match node.name() {
                "tc" => {
                    let property = |name| node.path(&["tcPr", name]);
                    let columns = property("gridSpan").and_then(|span| span.number("val"));
                    let columns = columns.unwrap_or(1);
                    let goes_on = property("vMerge")
                        .is_some_and(|merge| merge.attribute("val").as_deref() != Some("restart"));
                    if goes_on {
                        grid.cell_from_above(columns, &mut self.budget)?;
                        continue;
                    }
                    let mut text = String::new();
                    self.cell_text(node, &mut text);
                    grid.cell(&text, columns, 1, &mut self.budget)?;
                }
                "trPr" | "tblPrEx" => {}
                _ => self.cells(node, grid)?,
            }
        }
        Ok(())
    }

    /// Joins the paragraphs of a cell, those of tables inside it too.
    fn cell_text(&mut self, parent: Node<'_, '_>, text: &mut String) {
        for node in parent.children() {
            match node.name() {
                "p" => {
                    let Some(paragraph) = self.paragraph(node) else {
                        continue;
                    };
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(&squeeze(&paragraph.text));
                }
                "tcPr" | "del" => {}
                _ => self.cell_text(node, text),
            }
        }
    }
}

/// Tells whether a content control is the table of contents.
fn is_contents(node: Node<'_, '_>) -> bool {
    let gallery = node.path(&["sdtPr", "docPartObj", "docPartGallery"]);
    gallery.is_some_and(|gallery| gallery.attribute("val").as_deref() == Some("Table of Contents"))
}
