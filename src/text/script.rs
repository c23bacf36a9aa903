//! Runs of one script: what goes to which analyzer.

use std::ops::Range;

use super::is_han;

/// The writing system of a run of characters, as far as analysis tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Chinese characters, also in Japanese and Korean text.
    Han,
    /// Hiragana and Katakana.
    Kana,
    /// Korean syllables and jamo.
    Hangul,
    /// Letters and digits of scripts that put spaces between words.
    Word,
    /// White space, punctuation, symbols.
    Other,
}

impl Script {
    /// Returns the script of one character.
    pub fn of(character: char) -> Self {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' => Self::Word,
            '\0'..='\u{7F}' => Self::Other,
            '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' => {
                Self::Kana
            }
            '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' => Self::Kana,
            '\u{3005}' => Self::Han, // 々 repeats the ideograph before it
            '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}' => {
                Self::Hangul
            }
            _ if is_han(character) => Self::Han,
            _ if character.is_alphanumeric() => Self::Word,
            _ => Self::Other,
        }
    }

    /// Tells whether text of this script is written without spaces between words.
    pub fn is_unspaced(self) -> bool {
        matches!(self, Self::Han | Self::Kana | Self::Hangul)
    }
}

/// A maximal run of characters of one script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The script all characters of the run share.
    pub script: Script,
    /// The bytes of the run in the text it was cut from.
    pub bytes: Range<usize>,
}

/// Divides a text into runs of one script, in order and without gaps.
pub fn runs(text: &str) -> impl Iterator<Item = Run> + '_ {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = characters.next()?;
        let script = Script::of(first);
        let mut end = start + first.len_utf8();
        while let Some((at, next)) = characters.next_if(|&(_, next)| Script::of(next) == script) {
            end = at + next.len_utf8();
        }
        Some(Run {
            script,
            bytes: start..end,
        })
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn mixed_text_is_cut_where_the_script_changes() {
        let text = "LED灯 パネルの3类";
        let cut: Vec<_> = runs(text)
            .map(|run| (run.script, &text[run.bytes]))
            .collect();
        assert_eq!(
            cut,
            [
                (Script::Word, "LED"),
                (Script::Han, "灯"),
                (Script::Other, " "),
                (Script::Kana, "パネルの"),
                (Script::Word, "3"),
                (Script::Han, "类"),
            ]
        );
    }

    proptest! {
        #[test]
        fn runs_put_together_are_the_text(text in "\\PC*") {
            let joined: String = runs(&text).map(|run| &text[run.bytes]).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
