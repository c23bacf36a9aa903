//! Names of cells: `C5`, `A1:B2`.

/// Columns of the widest sheet.
const WIDEST: u32 = 16_384;

/// Reads the name of a cell: its row and column, both from 1.
pub(super) fn cell(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column = name.as_bytes()[..letters]
        .iter()
        .try_fold(0_u32, |sum, letter| {
            let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
            sum.checked_mul(26)?.checked_add(digit)
        })?;
    let row = name[letters..].parse().ok()?;
    (row > 0 && (1..=WIDEST).contains(&column)).then_some((row, column))
}

/// Reads a range: its first and last cell.
pub(super) fn range(name: &str) -> Option<((u32, u32), (u32, u32))> {
    let (first, last) = name.split_once(':')?;
    Some((cell(first)?, cell(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells_give_rows_and_columns() {
        assert_eq!(cell("C5"), Some((5, 3)));
        assert_eq!(cell("XFD1048576"), Some((1_048_576, 16_384)));
        assert_eq!(range("A1:AA2"), Some(((1, 1), (2, 27))));
        for wrong in ["", "5", "A0", "A", "AAAAAAAAAAAA1", "A-1", "表1"] {
            assert_eq!(cell(wrong), None, "{wrong}");
        }
    }
}
