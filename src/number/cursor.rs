//! A place in a folded text, and the small steps a grammar takes from it.

/// Where a grammar stands in the folded text.
///
/// All steps compare ASCII letters without regard to case and move past what they recognise; a
/// step that recognises nothing leaves the cursor where it was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'text> {
    text: &'text str,
    position: usize,
}

impl<'text> Cursor<'text> {
    pub(super) fn new(text: &'text str, position: usize) -> Self {
        Self { text, position }
    }

    pub(super) fn position(&self) -> usize {
        self.position
    }

    pub(super) fn move_to(&mut self, position: usize) {
        self.position = position;
    }

    /// The text on both sides of the cursor.
    pub(super) fn whole(&self) -> &'text str {
        self.text
    }

    /// What is still to be read.
    pub(super) fn rest(&self) -> &'text str {
        &self.text[self.position..]
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.position + ahead).copied()
    }

    pub(super) fn before(&self) -> Option<u8> {
        self.position
            .checked_sub(1)
            .and_then(|index| self.text.as_bytes().get(index))
            .copied()
    }

    pub(super) fn at_end(&self) -> bool {
        self.position >= self.text.len()
    }

    pub(super) fn at_digit(&self) -> bool {
        self.peek().is_some_and(|byte| byte.is_ascii_digit())
    }

    pub(super) fn at_letter(&self) -> bool {
        self.peek().is_some_and(|byte| byte.is_ascii_alphabetic())
    }

    /// Whether a word could end here: what follows is neither a letter nor a digit.
    pub(super) fn at_boundary(&self) -> bool {
        !self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric())
    }

    /// Passes blanks; gives whether there were any.
    pub(super) fn blanks(&mut self) -> bool {
        let start = self.position;
        while self.peek() == Some(b' ') {
            self.position += 1;
        }
        self.position > start
    }

    /// Passes any of the given ASCII bytes.
    pub(super) fn skip(&mut self, any: &[u8]) -> bool {
        let start = self.position;
        while self.peek().is_some_and(|byte| any.contains(&byte)) {
            self.position += 1;
        }
        self.position > start
    }

    /// Passes one byte if it is the given one.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.position += usize::from(found);
        found
    }

    /// Passes a word of ASCII letters and signs, whatever its case.
    #[inline]
    pub(super) fn word(&mut self, word: &str) -> bool {
        let bytes = self.text.as_bytes();
        // Most words of a table differ in their first letter already.
        let first = word.as_bytes().first().map(u8::to_ascii_uppercase);
        if first.is_some() && first != self.peek().as_ref().map(u8::to_ascii_uppercase) {
            return false;
        }
        let end = self.position + word.len();
        let found = bytes
            .get(self.position..end)
            .is_some_and(|slice| slice.eq_ignore_ascii_case(word.as_bytes()));
        if found {
            self.position = end;
        }
        found
    }

    /// Passes a word that ends where no letter follows.
    pub(super) fn whole_word(&mut self, word: &str) -> bool {
        let start = self.position;
        if self.word(word) && !self.at_letter() {
            return true;
        }
        self.position = start;
        false
    }

    /// Takes the bytes for which the test holds; the test must hold for ASCII only.
    pub(super) fn take_while(&mut self, test: impl Fn(u8) -> bool) -> &'text str {
        let start = self.position;
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii() && test(byte))
        {
            self.position += 1;
        }
        &self.text[start..self.position]
    }

    pub(super) fn digits(&mut self) -> &'text str {
        self.take_while(|byte| byte.is_ascii_digit())
    }

    pub(super) fn letters(&mut self) -> &'text str {
        self.take_while(|byte| byte.is_ascii_alphabetic())
    }

    pub(super) fn alphanumerics(&mut self) -> &'text str {
        self.take_while(|byte| byte.is_ascii_alphanumeric())
    }

    /// Runs a step that may fail half-way and goes back where it does.
    pub(super) fn attempt<T>(&mut self, step: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.position;
        let result = step(self);
        if result.is_none() {
            self.position = start;
        }
        result
    }
}
