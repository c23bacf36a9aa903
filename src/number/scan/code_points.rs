//! From byte offsets to code points.

/// Counts code points along a text, each stretch once.
#[derive(Debug)]
pub(super) struct CodePoints<'text> {
    text: &'text str,
    bytes: usize,
    chars: usize,
}

impl<'text> CodePoints<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self {
            text,
            bytes: 0,
            chars: 0,
        }
    }

    /// The code points before a byte offset, which must not lie before the last one asked for.
    pub(super) fn at(&mut self, bytes: usize) -> usize {
        self.chars += self.text[self.bytes..bytes].chars().count();
        self.bytes = bytes;
        self.chars
    }
}
