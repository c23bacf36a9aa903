//! One sheet: its cells, and what merges them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ExtractError;
use super::super::grid::{Budget, Grid};
use super::super::xml::{Node, Tree};
use super::dates::Dates;
use super::place;

/// Cells one merged range may cover.
const LARGEST_MERGE: u64 = 100_000;

/// The cells that hold something, by row and column.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
}

impl Sheet {
    /// Reads the part of a sheet.
    pub(super) fn read(
        tree: &Tree<'_>,
        texts: &[String],
        dates: &Dates,
        budget: &mut Budget,
    ) -> Result<Self, ExtractError> {
        let mut sheet = Self::default();
        let Some(root) = tree.root() else {
            return Ok(sheet);
        };
        let mut next_row = 1;
        let rows = root.child("sheetData").into_iter().flat_map(Node::children);
        for row in rows.filter(|node| node.name() == "row") {
            let named = row.attribute("r").and_then(|row| row.parse().ok());
            let number: u32 = named.unwrap_or(next_row);
            next_row = number.saturating_add(1);
            let mut next_column = 1;
            for cell in row.children().filter(|node| node.name() == "c") {
                let named = cell.attribute("r").and_then(|name| place::cell(&name));
                let column = named.map_or(next_column, |(_, column)| column);
                next_column = column.saturating_add(1);
                let text = text_of(cell, texts, dates);
                if !text.trim().is_empty() {
                    budget.spend(1)?;
                    sheet.rows.entry(number).or_default().insert(column, text);
                }
            }
        }
        let merges = root
            .child("mergeCells")
            .into_iter()
            .flat_map(Node::children);
        for merge in merges {
            if let Some(name) = merge.attribute("ref") {
                sheet.merge(&name, budget)?;
            }
        }
        Ok(sheet)
    }

    /// Repeats the first cell of a range in all of it.
    fn merge(&mut self, name: &str, budget: &mut Budget) -> Result<(), ExtractError> {
        let Some(((top, left), (bottom, right))) = place::range(name) else {
            return Ok(());
        };
        let area =
            u64::from(bottom.saturating_sub(top) + 1) * u64::from(right.saturating_sub(left) + 1);
        let text = self.rows.get(&top).and_then(|row| row.get(&left)).cloned();
        let Some(text) = text.filter(|_| area <= LARGEST_MERGE) else {
            return Ok(());
        };
        // Rows without a cell of their own stay empty: the range says nothing there that is not said above.
        for (_, row) in self.rows.range_mut(top..=bottom.max(top)) {
            for column in left..=right {
                budget.spend(1)?;
                row.entry(column).or_insert_with(|| text.clone());
            }
        }
        Ok(())
    }

    /// Makes the table, columns without a cell left out.
    pub(super) fn grid(&self, budget: &mut Budget) -> Result<Grid, ExtractError> {
        let columns: BTreeSet<u32> = self
            .rows
            .values()
            .flat_map(BTreeMap::keys)
            .copied()
            .collect();
        let mut grid = Grid::default();
        for row in self.rows.values() {
            grid.next_row();
            for column in &columns {
                let text = row.get(column).map_or("", String::as_str);
                grid.cell(text, 1, 1, budget)?;
            }
        }
        Ok(grid)
    }
}

fn text_of(cell: Node<'_, '_>, texts: &[String], dates: &Dates) -> String {
    let value = || cell.child("v").map(Node::all_text).unwrap_or_default();
    match cell.attribute("t").as_deref() {
        Some("s") => {
            let place: Option<usize> = value().trim().parse().ok();
            place
                .and_then(|place| texts.get(place))
                .cloned()
                .unwrap_or_default()
        }
        Some("inlineStr") => cell.child("is").map(rich_text).unwrap_or_default(),
        Some("e") => String::new(),
        Some("b") => if value().trim() == "1" {
            "TRUE"
        } else {
            "FALSE"
        }
        .to_owned(),
        Some("str" | "d") => value(),
        _ => {
            let text = value();
            let Ok(number) = text.trim().parse::<f64>() else {
                return text;
            };
            let style = cell.number("s").unwrap_or(0);
            dates
                .day(style, number)
                .unwrap_or_else(|| shown(number, &text))
        }
    }
}

/// Binary fractions are written with 17 digits (`0.30000000000000004`); people typed fewer.
fn shown(number: f64, written: &str) -> String {
    if written.trim().len() <= 15 {
        return written.trim().to_owned();
    }
    let rounded: Result<f64, _> = format!("{number:.14e}").parse();
    rounded.map_or_else(|_| written.to_owned(), |number| number.to_string())
}

/// The characters of a text of several runs, raised ones as they are.
pub(super) fn rich_text(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for child in node.children() {
        match child.name() {
            "t" => text.push_str(&child.all_text()),
            "r" => text.extend(child.child("t").map(Node::all_text)),
            _ => {}
        }
    }
    text
}
