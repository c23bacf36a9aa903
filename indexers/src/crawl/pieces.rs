//! Cutting a file into pieces of whole lines or rows.

use std::io::{self, BufRead, Read};

/// Lines of one piece.
const LINES_AT_ONCE: usize = 1_000;
/// Bytes of one piece; a line that is longer is a piece of its own.
const BYTES_AT_ONCE: usize = 4 << 20;
/// No record comes near this.
const LONGEST_LINE: u64 = 16 << 20;

/// Where a piece may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// At any line end.
    Lines,
    /// At a line end that is not between quotes; every piece begins with the first row.
    Rows,
}

/// The pieces of a file, one at a time; never more than one is held.
#[derive(Debug)]
pub(super) struct Pieces<R> {
    reader: R,
    between: Between,
    header: Option<Vec<u8>>,
}

impl<R: BufRead> Pieces<R> {
    /// Begins to cut.
    pub(super) fn new(reader: R, between: Between) -> Self {
        Self {
            reader,
            between,
            header: None,
        }
    }

    /// Fills `piece` with the next piece; tells whether there was one.
    ///
    /// # Errors
    ///
    /// Those of the reader.
    pub(super) fn next_into(&mut self, piece: &mut Vec<u8>) -> io::Result<bool> {
        piece.clear();
        let mut before = 0;
        if self.between == Between::Rows {
            let is_first = self.header.is_none();
            if is_first {
                let mut header = Vec::new();
                self.row(&mut header)?;
                self.header = Some(header);
            }
            piece.extend_from_slice(self.header.as_deref().unwrap_or_default());
            // A header without rows is a piece too: an error page in place of a table is all header.
            before = if is_first { 0 } else { piece.len() };
        }
        for _ in 0..LINES_AT_ONCE {
            if !self.row(piece)? || piece.len() >= BYTES_AT_ONCE {
                break;
            }
        }
        Ok(piece.len() > before)
    }

    /// Appends a line, or a row with the line ends between its quotes; tells whether there was one.
    fn row(&mut self, piece: &mut Vec<u8>) -> io::Result<bool> {
        let before = piece.len();
        let mut quotes = 0_usize;
        loop {
            let from = piece.len();
            let mut line = Read::take(&mut self.reader, LONGEST_LINE);
            if line.read_until(b'\n', piece)? == 0 {
                break;
            }
            if self.between == Between::Lines {
                break;
            }
            let is_quote = |byte: &u8| *byte == b'"';
            quotes += piece[from..].split(is_quote).count() - 1;
            // An odd quote in a damaged file must not swallow the rest of it.
            let whole = quotes.is_multiple_of(2);
            if whole || (piece.len() - before) as u64 >= LONGEST_LINE {
                break;
            }
        }
        Ok(piece.len() > before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, between: Between) -> Vec<String> {
        let mut pieces = Pieces::new(text.as_bytes(), between);
        let mut piece = Vec::new();
        let mut found = Vec::new();
        while pieces.next_into(&mut piece).unwrap() {
            found.push(String::from_utf8(piece.clone()).unwrap());
        }
        found
    }

    #[test]
    fn lines_come_a_thousand_at_a_time_and_none_is_lost() {
        let text = "line\n".repeat(2_500);
        let found = pieces(&text, Between::Lines);
        assert_eq!(found.len(), 3);
        assert_eq!(found.concat(), text);
        assert_eq!(pieces("", Between::Lines), Vec::<String>::new());
        assert_eq!(pieces("no end", Between::Lines), ["no end"]);
    }

    #[test]
    fn every_piece_of_a_table_has_its_header_and_no_row_is_cut() {
        let row = "1,\"two\nlines and a \"\" quote\"\n";
        let text = format!("id,text\n{}", row.repeat(1_500));
        let found = pieces(&text, Between::Rows);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0], format!("id,text\n{}", row.repeat(1_000)));
        assert_eq!(found[1], format!("id,text\n{}", row.repeat(500)));
        assert_eq!(pieces("id,text\n", Between::Rows), ["id,text\n"]);
        assert_eq!(pieces("", Between::Rows), Vec::<String>::new());
    }
}
