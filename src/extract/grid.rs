//! A table as a grid, merged cells repeated where they reach.

use indexers::squeeze;

use super::{ExtractError, Limits};

/// Cells that are still to be spent on the tables of one document.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Budget {
    /// Takes what the limits allow.
    pub(super) fn new(limits: &Limits) -> Self {
        Self(limits.cells)
    }

    /// Takes cells; refused when there are not so many left.
    pub(super) fn spend(&mut self, cells: usize) -> Result<(), ExtractError> {
        self.0 = self.0.checked_sub(cells).ok_or_else(|| {
            ExtractError::too_much("tables of a reasonable size", "more cells than that")
        })?;
        Ok(())
    }
}

/// Columns and rows one cell may reach over; HTML's own limit for columns is 1,000.
const WIDEST: usize = 1000;

/// Rows of cells. A merged cell stands in every place it covers, so that each row can be read by itself.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Option<String>>>,
    row: Option<usize>,
    /// Where the search for a free place goes on; without it a wide row would cost its square.
    column: usize,
}

impl Grid {
    /// Begins the next row.
    pub(super) fn next_row(&mut self) {
        let next = self.row.map_or(0, |row| row + 1);
        self.row = Some(next);
        self.column = 0;
        if self.rows.len() <= next {
            self.rows.resize(next + 1, Vec::new());
        }
    }

    /// Puts a cell into the next free place of the row.
    pub(super) fn cell(
        &mut self,
        text: &str,
        columns: usize,
        rows: usize,
        budget: &mut Budget,
    ) -> Result<(), ExtractError> {
        let (columns, rows) = (columns.clamp(1, WIDEST), rows.clamp(1, WIDEST));
        budget.spend(columns * rows)?;
        let row = self.row.unwrap_or(0);
        let first = self.free_place();
        self.column = first + columns;
        let text = squeeze(text).replace('|', "¦");
        for row in row..row + rows {
            if self.rows.len() <= row {
                self.rows.resize(row + 1, Vec::new());
            }
            let line = &mut self.rows[row];
            if line.len() < first + columns {
                line.resize(first + columns, None);
            }
            for place in &mut line[first..first + columns] {
                *place = Some(text.clone());
            }
        }
        Ok(())
    }

    /// Puts a cell again where the one above it stands: the way word processors merge downwards.
    pub(super) fn cell_from_above(
        &mut self,
        columns: usize,
        budget: &mut Budget,
    ) -> Result<(), ExtractError> {
        let row = self.row.unwrap_or(0);
        let column = self.free_place();
        let above = row
            .checked_sub(1)
            .and_then(|above| self.rows.get(above)?.get(column)?.clone())
            .unwrap_or_default();
        self.cell(&above, columns, 1, budget)
    }

    /// Tells whether the row has no free place among its first columns.
    pub(super) fn is_full(&self, columns: usize) -> bool {
        self.free_place() >= columns
    }

    fn free_place(&self) -> usize {
        let row = self.row.unwrap_or(0);
        let mut column = self.column;
        while self.is_taken(row, column) {
            column += 1;
        }
        column
    }

    fn is_taken(&self, row: usize, column: usize) -> bool {
        let place = self.rows.get(row).and_then(|line| line.get(column));
        place.is_some_and(Option::is_some)
    }

    /// Tells whether no cell holds anything.
    pub(super) fn is_empty(&self) -> bool {
        let mut places = self.rows.iter().flatten().flatten();
        places.all(String::is_empty)
    }

    /// Returns the cells of a table that is only a frame around text: one column.
    pub(super) fn frame(&self) -> Option<impl Iterator<Item = &str>> {
        let is_frame = self.rows.iter().all(|row| row.len() <= 1);
        is_frame.then(|| self.rows.iter().flatten().flatten().map(String::as_str))
    }

    /// Returns the lines of a Markdown table, the rule after the first row.
    pub(super) fn markdown(&self) -> Vec<String> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines = Vec::with_capacity(self.rows.len() + 1);
        for row in &self.rows {
            let filled = row
                .iter()
                .any(|place| place.as_deref().is_some_and(|text| !text.is_empty()));
            if !filled {
                continue;
            }
            let cells: Vec<&str> = (0..width)
                .map(|column| {
                    row.get(column)
                        .and_then(Option::as_deref)
                        .unwrap_or_default()
                })
                .collect();
            lines.push(format!("| {} |", cells.join(" | ")));
            if lines.len() == 1 {
                lines.push(format!("|{}", " --- |".repeat(width)));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_stand_wherever_they_reach() {
        let mut grid = Grid::default();
        let mut budget = Budget::new(&Limits::default());
        grid.next_row();
        grid.cell("项目", 1, 2, &mut budget).unwrap();
        grid.cell("限值|mg/kg", 2, 1, &mut budget).unwrap();
        grid.next_row();
        grid.cell("铅", 1, 1, &mut budget).unwrap();
        grid.cell("镉", 1, 1, &mut budget).unwrap();
        assert_eq!(
            grid.markdown(),
            [
                "| 项目 | 限值¦mg/kg | 限值¦mg/kg |",
                "| --- | --- | --- |",
                "| 项目 | 铅 | 镉 |"
            ]
        );
    }

    #[test]
    fn a_table_cannot_grow_without_bound() {
        let limits = Limits {
            cells: 100,
            ..Limits::default()
        };
        let mut budget = Budget::new(&limits);
        let mut grid = Grid::default();
        grid.next_row();
        assert!(grid.cell("x", usize::MAX, usize::MAX, &mut budget).is_err());
    }
}
