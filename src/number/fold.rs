//! Folding of a text into the plain characters that the grammars read.
//!
//! Numbers are copied out of PDF files, Chinese word processors and web pages, and each has its
//! own dash, blank and width. The grammars see only ASCII and the letters that matter; the offsets
//! of the folded text lead back to the text as typed.
//!
//! 1. Compatibility forms become plain (NFKC, UAX #15): `ＧＢ／Ｔ` → `GB/T`.
//! 2. Every dash and the minus sign become `-`; `：` and `∶` become `:`; `／` becomes `/`.
//! 3. Every blank, also U+3000 and the no-break ones, becomes a space; invisible ones go.
//! 4. Cyrillic words become Latin: `ГОСТ Р ИСО` → `GOST R ISO`. A Cyrillic letter inside a Latin
//!    word is a slip of the keyboard and becomes its look-alike: `AС1` → `AC1`.
//! 5. Latin letters lose their accents: `ČSN` → `CSN`.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A folded text with the way back to the offsets of the text it was made from.
#[derive(Debug)]
pub(super) struct Folded<'text> {
    text: Cow<'text, str>,
    /// Pairs of a folded offset and the original one, wherever the difference changes.
    steps: Vec<(usize, usize)>,
}

impl<'text> Folded<'text> {
    /// Folds a text; a text in plain ASCII is borrowed as it is.
    pub(super) fn new(text: &'text str) -> Self {
        if text
            .bytes()
            .all(|byte| byte.is_ascii() && !byte.is_ascii_control())
        {
            return Self {
                text: Cow::Borrowed(text),
                steps: Vec::new(),
            };
        }
        let latin = text.bytes().any(|byte| byte.is_ascii_alphabetic());
        let mut folder = Folder {
            output: String::with_capacity(text.len()),
            steps: Vec::new(),
        };
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let offset = text.len() - rest.len();
            if is_cyrillic(first) {
                let length = rest
                    .find(|letter| !is_cyrillic(letter))
                    .unwrap_or(rest.len());
                let (word, after) = rest.split_at(length);
                let touches_latin = folder
                    .output
                    .bytes()
                    .next_back()
                    .is_some_and(|byte| byte.is_ascii_alphabetic())
                    || after
                        .bytes()
                        .next()
                        .is_some_and(|byte| byte.is_ascii_alphabetic());
                folder.cyrillic(word, offset, touches_latin || (latin && word.len() == 2));
                rest = after;
            } else if is_plain(first) {
                let length = rest.find(|letter| !is_plain(letter)).unwrap_or(rest.len());
                folder.mark(offset);
                folder.output.push_str(&rest[..length]);
                rest = &rest[length..];
            } else {
                folder.character(first, offset);
                rest = &rest[first.len_utf8()..];
            }
        }
        folder.mark(text.len());
        Self {
            text: Cow::Owned(folder.output),
            steps: folder.steps,
        }
    }

    /// The folded text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The original byte offset that a folded one stands for.
    pub(super) fn original(&self, folded: usize) -> usize {
        let after = self.steps.partition_point(|&(from, _)| from <= folded);
        match after.checked_sub(1).and_then(|index| self.steps.get(index)) {
            // Inside an expanded character the difference would lead past its end.
            Some(&(from, to)) => {
                let limit = self.steps.get(after).map_or(usize::MAX, |&(_, next)| next);
                (to + (folded - from)).min(limit)
            }
            None => folded,
        }
    }
}

struct Folder {
    output: String,
    steps: Vec<(usize, usize)>,
}

impl Folder {
    /// Notes that the folded text goes on at this offset of the original one.
    fn mark(&mut self, original: usize) {
        let folded = self.output.len();
        let difference = self
            .steps
            .last()
            .map_or(0, |&(from, to)| to.wrapping_sub(from));
        if original.wrapping_sub(folded) == difference {
            return;
        }
        match self.steps.last_mut() {
            Some(last) if last.0 == folded => last.1 = original,
            _ => self.steps.push((folded, original)),
        }
    }

    fn character(&mut self, character: char, offset: usize) {
        self.mark(offset);
        match character {
            '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '\u{FF70}'
            | '\u{FE58}'
            | '\u{FE63}'
            | '\u{FF0D}'
            | '\u{00AD}'
            | '\u{2500}' => self.output.push('-'),
            // The long vowel mark serves as a dash in Japanese catalogues, between digits only.
            '\u{30FC}' if self.output.ends_with(|last: char| last.is_ascii_digit()) => {
                self.output.push('-');
            }
            '\u{2236}' | '\u{A789}' | '\u{FE55}' => self.output.push(':'),
            '\u{2044}' | '\u{2215}' | '\u{29F8}' => self.output.push('/'),
            // `№ 19001`: the sign stands where a blank may stand.
            '\u{2116}' => self.output.push(' '),
            '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}' => {}
            _ if character.is_whitespace() || character.is_control() => self.output.push(' '),
            _ => self.compatible(character),
        }
    }

    fn compatible(&mut self, character: char) {
        let latin = matches!(character, '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}');
        if !latin {
            for plain in std::iter::once(character).nfkc() {
                if plain.is_whitespace() {
                    self.output.push(' ');
                } else {
                    self.output.push(plain);
                }
            }
            return;
        }
        let base = std::iter::once(character).nfkd().next();
        self.output
            .push(base.filter(char::is_ascii).unwrap_or(character));
    }

    fn cyrillic(&mut self, word: &str, offset: usize, among_latin: bool) {
        let known = WORDS.iter().find(|(cyrillic, _)| {
            word.chars()
                .flat_map(char::to_uppercase)
                .eq(cyrillic.chars())
        });
        if let Some((_, latin)) = known {
            self.mark(offset);
            self.output.push_str(latin);
            return;
        }
        for (index, letter) in word.char_indices() {
            self.mark(offset + index);
            let upper = letter.to_uppercase().next().unwrap_or(letter);
            let row = LETTERS.iter().find(|(cyrillic, ..)| *cyrillic == upper);
            match row {
                Some((_, alike, _)) if among_latin && !alike.is_empty() => {
                    self.output.push_str(alike);
                }
                Some((.., sound)) => self.output.push_str(sound),
                None => self.output.push(letter),
            }
        }
    }
}

/// Whether a character stays as it is: printable ASCII and the ideographs.
fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{3400}'..='\u{9FFF}')
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{0400}'..='\u{04FF}')
}

/// Words whose Latin form is not the transliteration of their letters.
const WORDS: [(&str, &str); 10] = [
    ("МЭК", "IEC"),
    ("Р", "R"),
    ("РК", "RK"),
    ("СЕН", "CEN"),
    ("ХАССП", "HACCP"),
    ("ПМС", "DIS"),
    ("ОПМС", "FDIS"),
    ("ТО", "TR"),
    ("РУКОВОДСТВО", "GUIDE"),
    ("РУКОВОДСТВА", "GUIDE"),
];

/// Cyrillic capital, the Latin letter it looks like, and the Latin letters it sounds like.
const LETTERS: [(char, &str, &str); 33] = [
    ('А', "A", "A"),
    ('Б', "", "B"),
    ('В', "B", "V"),
    ('Г', "", "G"),
    ('Д', "", "D"),
    ('Е', "E", "E"),
    ('Ё', "E", "E"),
    ('Ж', "", "ZH"),
    ('З', "", "Z"),
    ('И', "", "I"),
    ('Й', "", "J"),
    ('К', "K", "K"),
    ('Л', "", "L"),
    ('М', "M", "M"),
    ('Н', "H", "N"),
    ('О', "O", "O"),
    ('П', "", "P"),
    ('Р', "P", "R"),
    ('С', "C", "S"),
    ('Т', "T", "T"),
    ('У', "Y", "U"),
    ('Ф', "", "F"),
    ('Х', "X", "KH"),
    ('Ц', "", "TS"),
    ('Ч', "", "CH"),
    ('Ш', "", "SH"),
    ('Щ', "", "SHCH"),
    ('Ъ', "", ""),
    ('Ы', "", "Y"),
    ('Ь', "", ""),
    ('Э', "", "E"),
    ('Ю', "", "YU"),
    ('Я', "", "YA"),
];

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn widths_dashes_and_blanks_become_plain() {
        let folded = Folded::new("ＧＢ／Ｔ\u{3000}１９００１—２０１６");
        assert_eq!(folded.as_str(), "GB/T 19001-2016");
    }

    #[test]
    fn cyrillic_words_are_transliterated_and_stray_letters_are_look_alikes() {
        assert_eq!(
            Folded::new("ГОСТ Р ИСО 9001-2015").as_str(),
            "GOST R ISO 9001-2015"
        );
        assert_eq!(Folded::new("ГОСТ МЭК 60335-1").as_str(), "GOST IEC 60335-1");
        assert_eq!(
            Folded::new("EN 196-3:2005+AС1:2008").as_str(),
            "EN 196-3:2005+AC1:2008"
        );
    }

    #[test]
    fn offsets_lead_back_to_the_text_as_typed() {
        let text = "见ＧＢ 1—2020。";
        let folded = Folded::new(text);
        for (index, letter) in folded.as_str().char_indices() {
            let original = folded.original(index);
            assert!(text.is_char_boundary(original), "{letter} at {original}");
        }
        let start = folded.as_str().find("GB").expect("the prefix is kept");
        let end = folded.as_str().find('。').expect("the stop is kept");
        assert_eq!(
            &text[folded.original(start)..folded.original(end)],
            "ＧＢ 1—2020"
        );
    }
}
