//! What a comma between digits means.

/// What a comma between digits means in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CommaStyle {
    /// Three digits after a comma are a group of thousands.
    #[default]
    Thousands,
    /// Every comma between digits is a decimal sign, as ISO and EN print it.
    Decimal,
}

impl CommaStyle {
    /// Reads the style off a whole text: one comma followed by one or two digits settles it.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let decimal_comma = |at: usize| {
            let before = at.checked_sub(1).and_then(|i| bytes.get(i));
            let digits = bytes[at + 1..]
                .iter()
                .take(4)
                .take_while(|b| b.is_ascii_digit())
                .count();
            let ends = bytes.get(at + 1 + digits) != Some(&b',');
            before.is_some_and(u8::is_ascii_digit) && (1..=2).contains(&digits) && ends
        };
        let found = bytes
            .iter()
            .enumerate()
            .any(|(at, byte)| *byte == b',' && decimal_comma(at));
        if found {
            Self::Decimal
        } else {
            Self::Thousands
        }
    }
}
