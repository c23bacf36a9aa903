//! A report as blocks of text.

use crate::export::Table;
use crate::model::Language;

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is a chapter.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// A list without numbers.
    List(Vec<String>),
    /// A table; its name is its caption, and the name of its sheet.
    Table(Table),
}

/// A report ready for any format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The language it is written in.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Its parts in order.
    pub blocks: Vec<Block>,
}

impl Report {
    /// Makes an empty report.
    pub fn new(language: Language, title: impl Into<String>) -> Self {
        Self {
            language,
            title: title.into(),
            blocks: Vec::new(),
        }
    }

    /// Adds a chapter heading in the report's language.
    pub fn heading(&mut self, zh: &str, en: &str) {
        let text = self.language.pick(zh, en).to_owned();
        self.blocks.push(Block::Heading(1, text));
    }

    /// Adds a paragraph; an empty one is none.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    /// Adds a list; an empty one is none.
    pub fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table under a heading of its own; one without rows is left out with its heading.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Heading(1, table.name.clone()));
            self.blocks.push(Block::Table(table));
        }
    }

    /// Returns the tables, the texts between them gathered in a first one.
    pub fn sheets(&self) -> Vec<Table> {
        let header = self.language.pick("内容", "Text");
        let mut summary = Table::new(self.language.pick("概要", "Summary"), &[header]);
        summary.push(vec![self.title.clone()]);
        let mut tables = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Heading(..) => {}
                Block::Paragraph(text) => summary.push(vec![text.clone()]),
                Block::List(items) => items
                    .iter()
                    .for_each(|item| summary.push(vec![item.clone()])),
                Block::Table(table) => tables.push(table.clone()),
            }
        }
        std::iter::once(summary).chain(tables).collect()
    }
}
