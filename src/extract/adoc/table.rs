//! Tables between two `|===`.

use super::super::ExtractError;
use super::super::grid::{Budget, Grid};
use super::inline::Names;

/// Reads the lines of a table.
///
/// A cell begins at a bar, before which may stand how far it reaches (`2+`, `.3+`) and how it is set (`^`, `a`). Rows end
/// where the columns are full; how many there are is said by `cols`, else by the first line.
pub(super) fn read(
    lines: &[&str],
    columns: Option<usize>,
    names: &Names,
    budget: &mut Budget,
) -> Result<Grid, ExtractError> {
    let first = lines.iter().find(|line| line.contains('|'));
    let columns = columns.filter(|columns| *columns > 0).unwrap_or_else(|| {
        first.map_or(1, |line| {
            let mut reaches = Cell::all(line);
            reaches.retain(|cell| cell.begins);
            reaches
                .iter()
                .map(|cell| cell.columns)
                .sum::<usize>()
                .max(1)
        })
    });
    let mut cells: Vec<Cell> = Vec::new();
    for line in lines {
        for cell in Cell::all(line) {
            match cells.last_mut() {
                Some(last) if !cell.begins => {
                    last.text.push(' ');
                    last.text.push_str(&cell.text);
                }
                _ if cell.begins => cells.push(cell),
                _ => {}
            }
        }
    }
    let mut grid = Grid::default();
    grid.next_row();
    for cell in cells {
        if grid.is_full(columns) {
            grid.next_row();
        }
        let text = names.plain(&cell.text);
        grid.cell(&text, cell.columns, cell.rows, budget)?;
    }
    Ok(grid)
}

#[derive(Debug, PartialEq, Eq)]
struct Cell {
    /// Whether a bar stands before it; else the line goes on with the cell above.
    begins: bool,
    text: String,
    columns: usize,
    rows: usize,
}

impl Cell {
    /// Divides a line at its bars; one behind a backslash is text.
    fn all(line: &str) -> Vec<Self> {
        let mut cells: Vec<Self> = Vec::new();
        let mut pending = (1, 1);
        let marked = line.replace("\\|", "\u{1}");
        let mut pieces = marked.split('|').peekable();
        let mut begins = false;
        while let Some(piece) = pieces.next() {
            let (text, next) = match pieces.peek() {
                Some(_) => without_reach(piece),
                None => (piece, (1, 1)),
            };
            if begins || !text.trim().is_empty() {
                cells.push(Self {
                    begins,
                    text: text.trim().replace('\u{1}', "|"),
                    columns: pending.0,
                    rows: pending.1,
                });
            }
            pending = next;
            begins = true;
        }
        cells
    }
}

/// Takes `2.3+^a` off the end of a piece: how far the next cell reaches.
fn without_reach(piece: &str) -> (&str, (usize, usize)) {
    let start = piece.rfind(' ').map_or(0, |at| at + 1);
    let word = &piece[start..];
    let allowed = |c: char| c.is_ascii_digit() || ".+*<^>aehlmsdv".contains(c);
    if word.is_empty() || !word.chars().all(allowed) {
        return (piece, (1, 1));
    }
    let reach = word.split_once('+').map(|(reach, _)| reach);
    let is_style = word.chars().all(|c| "<^>.aehlmsdv".contains(c)) && word.len() <= 4;
    let Some(reach) = reach else {
        // A value such as `5` before a bar is no style.
        let style = is_style && (start == 0 || word.starts_with(['<', '^', '>', '.']));
        return (if style { &piece[..start] } else { piece }, (1, 1));
    };
    let (columns, rows) = reach.split_once('.').unwrap_or((reach, ""));
    let number = |text: &str| text.parse().unwrap_or(1);
    (&piece[..start], (number(columns), number(rows)))
}

#[cfg(test)]
mod tests {
    use super::super::super::Limits;
    use super::*;

    #[test]
    fn cells_reach_over_columns_and_rows() {
        let lines = [
            ".2+| Defect 2+^| Limit in",
            "| husked rice | milled rice",
            "",
            "| Paddy",
            "| 2,5",
            "| 0,3",
        ];
        let mut budget = Budget::new(&Limits::default());
        let grid = read(&lines, Some(3), &Names::default(), &mut budget).unwrap();
        assert_eq!(
            grid.markdown(),
            [
                "| Defect | Limit in | Limit in |",
                "| --- | --- | --- |",
                "| Defect | husked rice | milled rice |",
                "| Paddy | 2,5 | 0,3 |"
            ]
        );
    }
}
