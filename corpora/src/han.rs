//! What counts as Chinese in the checks of the tables.

/// Returns whether the text holds a Han character.
pub(crate) fn has_han(text: &str) -> bool {
    text.chars().any(|character| {
        matches!(character,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
    })
}
