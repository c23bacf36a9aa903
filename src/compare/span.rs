//! From byte ranges to code points, for the edge where other programs count that way.

use std::ops::Range;

/// The code-point places of one text, for many look-ups.
#[derive(Debug, Clone)]
pub struct CodePoints {
    /// The byte at which every 64th code point begins.
    marks: Vec<usize>,
    length: usize,
}

/// How many code points lie between two marks.
const STRIDE: usize = 64;

impl CodePoints {
    /// Indexes a text.
    pub fn of(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut length = 0;
        for (byte, _) in text.char_indices() {
            if length % STRIDE == 0 {
                marks.push(byte);
            }
            length += 1;
        }
        Self { marks, length }
    }

    /// The code point that begins at `byte` of the same text; past the end, the number of code points.
    pub fn at(&self, text: &str, byte: usize) -> usize {
        if byte >= text.len() {
            return self.length;
        }
        let block = self
            .marks
            .partition_point(|mark| *mark <= byte)
            .saturating_sub(1);
        let start = self.marks.get(block).copied().unwrap_or_default();
        let inside = text
            .get(start..byte)
            .map_or(0, |piece| piece.chars().count());
        block * STRIDE + inside
    }

    /// A byte range as code points.
    pub fn range(&self, text: &str, bytes: &Range<usize>) -> Range<usize> {
        self.at(text, bytes.start)..self.at(text, bytes.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_and_latin_are_counted_alike() {
        let text = "铅≤90 mg/kg，".repeat(40);
        let points = CodePoints::of(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(&text, byte), count);
        }
        assert_eq!(
            points.range(&text, &(0..text.len())),
            0..text.chars().count()
        );
    }
}
