//! The characters that mean something in a query, in all their widths.

/// A pair of quotes that belong together.
///
/// People mix the double quotes of keyboards and input methods (`“轮胎"`), so any of them closes
/// any other; the corner brackets and guillemets only close their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct QuoteFamily {
    /// Its place in [`QUOTES`].
    pub(super) index: usize,
    openers: &'static [char],
    closers: &'static [char],
    /// The opening and closing quote that printing uses.
    pub(super) marks: (char, char),
}

const DOUBLE: &[char] = &['"', '“', '”', '„', '‟', '＂', '〝', '〞', '〟'];

/// The families, in the order in which printing tries them.
pub(super) const QUOTES: [QuoteFamily; 4] = [
    QuoteFamily {
        index: 0,
        openers: DOUBLE,
        closers: DOUBLE,
        marks: ('"', '"'),
    },
    QuoteFamily {
        index: 1,
        openers: &['「', '｢'],
        closers: &['」', '｣'],
        marks: ('「', '」'),
    },
    QuoteFamily {
        index: 2,
        openers: &['『'],
        closers: &['』'],
        marks: ('『', '』'),
    },
    QuoteFamily {
        index: 3,
        openers: &['«', '»'],
        closers: &['«', '»'],
        marks: ('«', '»'),
    },
];

impl QuoteFamily {
    /// The family that a character opens.
    pub(super) fn opened_by(character: char) -> Option<Self> {
        QUOTES
            .into_iter()
            .find(|family| family.openers.contains(&character))
    }

    pub(super) fn closed_by(self, character: char) -> bool {
        self.closers.contains(&character)
    }
}

/// Whether a character separates words: white space, control characters, and the invisible marks
/// of direction and line breaking. The joiners inside emoji and Indic words do not.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character,
            '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

pub(super) fn is_open(character: char) -> bool {
    matches!(character, '(' | '（')
}

pub(super) fn is_close(character: char) -> bool {
    matches!(character, ')' | '）')
}

pub(super) fn is_minus(character: char) -> bool {
    matches!(character, '-' | '－' | '−')
}

pub(super) fn is_star(character: char) -> bool {
    matches!(character, '*' | '＊')
}

pub(super) fn is_colon(character: char) -> bool {
    matches!(character, ':' | '：' | '﹕' | '∶')
}

pub(super) fn is_comma(character: char) -> bool {
    matches!(character, ',' | '，' | '、' | '､')
}

/// The ASCII form of a full-width letter, digit or sign; any other character unchanged.
pub(super) fn narrow(character: char) -> char {
    match character {
        '！'..='～' => {
            char::from_u32(u32::from(character) - 0xFEE0).expect("full-width forms mirror ASCII")
        }
        other => other,
    }
}

/// The text with white space and control characters squeezed to single blanks and cut at both ends.
pub(super) fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}

/// The beginning of a text, for messages.
pub(super) fn clip(text: &str, characters: usize) -> String {
    let squeezed = squeeze(
        text.char_indices()
            .nth(characters * 4)
            .map_or(text, |(end, _)| &text[..end]),
    );
    match squeezed.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &squeezed[..end]),
        None => squeezed,
    }
}
